import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import { db, type Tx } from '@/lib/db'
import { claimRules, loadClaims, type MatchedBy } from '@/lib/faq/import/claim-rules'
import { claimTwins, type TwinClaim } from '@/lib/faq/import/claim-twins'
import { rowProblems } from '@/lib/faq/import/row-problems'
import { mapColumns } from '@/lib/faq/read-import/map-columns'
import { type ReadRow, readRuleRow } from '@/lib/faq/read-import/read-rule-row'
import {
  type ColumnMapping,
  type ImportOptions,
  type ImportTable,
  importOptionsSchema,
  type RowProblem,
} from '@/lib/faq/read-import/schema'
import { contentSelect, type RuleContent, ruleSchema, ruleSelect } from '@/lib/faq/schema'
import { detectLanguage } from '@/lib/suggestions/detect-language'
import { cleanText } from '@/lib/tickets/clean-text'
import { newId } from '@/lib/uuid'
import type { Prisma } from '@/prisma/generated/client'

type Planned = { number: number; question: string; matchedBy: MatchedBy | null }
type Existing = Prisma.FaqRuleGetPayload<{ select: typeof ruleSelect }>
export type PlannedRow = Planned &
  (
    | { action: 'create'; id: string; content: RuleContent; externalId: string | null }
    | { action: 'update'; content: RuleContent; externalId: string | null; before: Existing; changed: string[] }
    | { action: 'unchanged'; before: Existing }
    | { action: 'bad'; problems: RowProblem[] }
  )

export const importCountsSchema = z.object({ create: z.number(), update: z.number(), unchanged: z.number(), bad: z.number() })
export type ImportCounts = z.infer<typeof importCountsSchema>
/** `twins`: the links to be made once the rows are written; null parts a rule from its twin. */
export type ImportPlan = { mapping: ColumnMapping; rows: PlannedRow[]; twins: [id: string, twinId: string | null][]; counts: ImportCounts }

/** So many rows in one go; between two, other requests have their turn. */
const BATCH = 500

/**
 * What importing the table would do, row by row. Changes nothing. A row finds its rule by its external id, by the rule's own id (an
 * exported rule without an external id bears it), else by its question in its language about the same thing. An archived rule that is
 * found by its question alone is asked for anew: where the row names no state, it gets that of new rules.
 * @throws ZodError
 */
export async function planImport(table: ImportTable, input: ImportOptions = {}, tx: Tx = db()): Promise<ImportPlan> {
  const options = importOptionsSchema.parse(input)
  const mapping = options.mapping ?? mapColumns(table.columns)
  const read = table.rows.map((row) => withLanguage(readRuleRow(row, mapping, options.timeZone)))
  const known = await loadClaims(tx)
  const claims = claimRules(read, known)
  const twins = claimTwins(read, claims, known)
  const rows: PlannedRow[] = []
  for (let from = 0; from < read.length; from += BATCH) {
    const part = read.slice(from, from + BATCH)
    const ids = part.flatMap(({ number }) => claims.get(number)?.ruleId ?? [])
    const rules = ids.length > 0 ? await tx.faqRule.findMany({ where: { id: { in: ids } }, select: ruleSelect }) : []
    const byId = new Map(rules.map((rule) => [rule.id, rule]))
    for (const row of part) {
      const claim = claims.get(row.number)
      rows.push(
        planRow(row, {
          ...claim,
          before: claim?.ruleId ? byId.get(claim.ruleId) : undefined,
          twin: twins.get(row.number),
          status: options.status,
        }),
      )
    }
    await new Promise((resolve) => setImmediate(resolve))
  }
  const count = (action: PlannedRow['action']) => rows.filter((row) => row.action === action).length
  const counts = { create: count('create'), update: count('update'), unchanged: count('unchanged'), bad: count('bad') }
  return { mapping, rows, twins: twinPairs(rows, twins), counts }
}

/** The links that the rows which are right ask for; a row whose twin's row is bad gets none. */
function twinPairs(rows: PlannedRow[], twins: ReadonlyMap<number, TwinClaim>): ImportPlan['twins'] {
  const idOf = (row: PlannedRow) => (row.action === 'bad' ? null : row.action === 'create' ? row.id : row.before.id)
  const byNumber = new Map(rows.map((row) => [row.number, row]))
  const pairs = rows.flatMap((row): ImportPlan['twins'] => {
    const [id, claim] = [idOf(row), twins.get(row.number)]
    // What was the other language is the twin's own now.
    if (id && !claim && row.action === 'update' && row.changed.includes('language')) return [[id, null]]
    if (!id || !claim || claim.kind === 'bad') return []
    if (claim.kind === 'none') return [[id, null]]
    const target = claim.row === null ? undefined : byNumber.get(claim.row)
    const twinId = target ? idOf(target) : claim.ruleId
    return twinId ? [[id, twinId]] : []
  })
  const before = new Map(rows.flatMap((row) => ('before' in row ? [[row.before.id, row.before.twinId] as const] : [])))
  // Of a pair one row may name the other and the other none: the name counts. And each pair counts once.
  const named = new Set(pairs.flatMap(([id, twinId]) => (twinId ? [id, twinId] : [])))
  const seen = new Set<string>()
  return pairs.filter(([id, twinId]) => {
    if ((before.get(id) ?? null) === twinId || (twinId === null && named.has(id))) return false
    const key = [id, twinId].sort().join()
    return !seen.has(key) && seen.add(key)
  })
}

/** A row without a language speaks the one of its question: needed to find its rule by that. */
function withLanguage(row: ReadRow): ReadRow & { language: RuleContent['language'] } {
  return { ...row, language: row.given.language ?? detectLanguage(`${row.given.question ?? ''}\n${row.given.answer ?? ''}`) }
}

type RowContext = { matchedBy?: MatchedBy; duplicateOf?: number; before?: Existing; twin?: TwinClaim; status: RuleContent['status'] }

function planRow(row: ReturnType<typeof withLanguage>, { matchedBy, duplicateOf, before, twin, status }: RowContext): PlannedRow {
  const { number, given, language } = row
  // It is shown and kept also where it is what the row is refused for: a NUL in it would have no place in the database.
  const question = cleanText(given.question ?? '') || before?.question || ''
  const planned = { number, question, matchedBy: matchedBy ?? null }
  // What stands is no problem of the file: only fields that the row says are judged, and those a new rule lacks.
  const isRevived = matchedBy === 'question' && before?.status === 'archived'
  const stands = before ? { ...contentOf(before), ...(isRevived && { status }) } : { language, status }
  const parsed = ruleSchema.safeParse({ ...stands, ...given })
  const problems: RowProblem[] = [...row.problems, ...(parsed.success ? [] : rowProblems(parsed.error, row.problems))]
  if (duplicateOf !== undefined) problems.push({ field: null, kind: 'duplicate', row: duplicateOf })
  if (twin?.kind === 'bad') problems.push({ field: 'twin', kind: 'twin' })
  if (!parsed.success || problems.length > 0) return { ...planned, action: 'bad', problems }
  const content = parsed.data
  if (!before) return { ...planned, action: 'create', id: newId(), content, externalId: row.externalId }
  const externalId = matchedBy === 'question' ? (row.externalId ?? before.externalId) : before.externalId
  const fields = Object.keys(content) as (keyof RuleContent)[]
  const changed: string[] = fields.filter((field) => !isDeepStrictEqual(content[field], before[field]))
  if (externalId !== before.externalId) changed.unshift('externalId')
  if (twin && twin.kind !== 'bad' && (twin.kind === 'none' ? null : twin.ruleId) !== before.twinId) changed.push('twin')
  return changed.length === 0
    ? { ...planned, action: 'unchanged', before }
    : { ...planned, action: 'update', content, externalId, before, changed }
}

function contentOf(rule: Existing): RuleContent {
  return Object.fromEntries(Object.keys(contentSelect).map((field) => [field, rule[field as keyof RuleContent]])) as RuleContent
}
