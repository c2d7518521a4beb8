import { randomUUID } from 'node:crypto'
import { recordAudit } from '@/lib/auth/record-audit'
import { db, type Tx } from '@/lib/db'
import { AppError, isUniqueClash } from '@/lib/errors'
import { publish } from '@/lib/events'
import { type ImportPlan, type PlannedRow, planImport } from '@/lib/faq/import/plan-import'
import { linkPairs } from '@/lib/faq/link-twin'
import { concernsTwin, markTwins } from '@/lib/faq/mark-twins'
import type { ImportMode, ImportOptions, ImportTable } from '@/lib/faq/read-import/schema'
import { requireEditor } from '@/lib/faq/require-editor'
import type { RuleContent, RuleEditor } from '@/lib/faq/schema'
import { writeRules } from '@/lib/faq/write-rules'
import { markRulesChanged } from '@/lib/retrieval/rule-store'

export type ImportWork = {
  table: ImportTable
  options: ImportOptions
  mode: ImportMode
  /** Told the audit book; a file's own name says where the rules came from. */
  fileName: string
  /** Rows dealt with so far. */
  onProgress?: (rowsDone: number) => Promise<void>
  /** Takes part in the transaction, at its end. */
  onDone?: (tx: Tx, plan: ImportPlan) => Promise<void>
}

const BATCH = 500
/** 10,000 rows took 5 to 11 s on two cores that had other work; 50,000 have their room. */
const TIMEOUT_MS = 300_000

/**
 * Imports the rules of a table, in one transaction: whoever searches sees the rules before or those after. The plan is made again from
 * what is there now, so what happened since the dry run is never overwritten unseen: a row is compared with the rule as it is.
 * @throws AppError forbidden, unprocessable (`reason: 'bad_rows'`, mode `all`), conflict (another import runs, or somebody changed one of
 * the rules at this moment); ZodError
 */
export async function applyImport(editor: RuleEditor, work: ImportWork): Promise<ImportPlan> {
  const authorId = requireEditor(editor)
  const plan = await db()
    .$transaction((tx) => apply(tx, authorId, work), { timeout: TIMEOUT_MS })
    .catch((cause: unknown) => {
      if (isUniqueClash(cause)) throw changedMeanwhile(cause)
      throw cause
    })
  if (plan.counts.create + plan.counts.update > 0) markRulesChanged()
  return plan
}

async function apply(tx: Tx, authorId: string | null, work: ImportWork): Promise<ImportPlan> {
  const { table, options, mode, fileName, onProgress } = work
  // Two files at once would each take the other's questions for new.
  const [lock] = await tx.$queryRaw<{ isFree: boolean }[]>`select pg_try_advisory_xact_lock(hashtext('faq-import')) as "isFree"`
  if (!lock?.isFree) throw new AppError('conflict', 'Another import is running.', { details: { reason: 'import_running' } })
  const plan = await planImport(table, options, tx)
  if (mode === 'all' && plan.counts.bad > 0) {
    throw new AppError('unprocessable', `${plan.counts.bad} rows are not right; nothing was imported.`, {
      details: { reason: 'bad_rows', counts: plan.counts, problems: badRows(plan) },
    })
  }
  for (let from = 0; from < plan.rows.length; from += BATCH) {
    const rows = plan.rows.slice(from, from + BATCH)
    const isWhole = await writeRules(tx, authorId, rows)
    if (!isWhole) throw changedMeanwhile()
    await onProgress?.(from + rows.length)
  }
  await linkPairs(tx, plan.twins)
  await markTwins(
    tx,
    plan.rows.flatMap((row) => (row.action === 'update' && concernsTwin(row.changed) ? [row.before.id] : [])),
  )
  if (plan.counts.create + plan.counts.update > 0) {
    const details = { fileName, format: table.format, mode, ...plan.counts }
    await recordAudit(tx, { actorId: authorId, action: 'rule.import', subjectId: randomUUID(), details })
    await publish(tx, { kind: 'rules' })
  }
  await work.onDone?.(tx, plan)
  return plan
}

/** The most bad rows that are told; past a thousand, the file is wrong and not its rows. */
const MAX_TOLD = 1_000
export type BadRow = Pick<Extract<PlannedRow, { action: 'bad' }>, 'number' | 'question' | 'problems'>

/** The first bad rows of a plan, with what is wrong. */
export function badRows(plan: ImportPlan): BadRow[] {
  return plan.rows
    .filter((row) => row.action === 'bad')
    .slice(0, MAX_TOLD)
    .map(({ number, question, problems }) => ({ number, question: question.slice(0, 300), problems }))
}

/** As many as a report checks for conflicts. */
const MAX_PUBLISHED = 1_000
/** What another rule could contradict; category, tags and numbers say nothing. */
const SAID = ['question', 'variants', 'answer', 'entity', 'language', 'status', 'validFrom', 'validUntil']

/** The rules that answer otherwise, or at all, because of a plan. */
export function publishedIn(plan: ImportPlan): { id: string; content: RuleContent }[] {
  return plan.rows.flatMap((row) => {
    if (row.action === 'create') return row.content.status === 'published' ? [{ id: row.id, content: row.content }] : []
    const says = row.action === 'update' && row.content.status === 'published' && row.changed.some((field) => SAID.includes(field))
    return says ? [{ id: row.before.id, content: row.content }] : []
  })
}

/** Their first ids, as a report keeps them, and how many there are. */
export function publishedRules(plan: ImportPlan): { ids: string[]; total: number } {
  const ids = publishedIn(plan).map(({ id }) => id)
  return { ids: ids.slice(0, MAX_PUBLISHED), total: ids.length }
}

function changedMeanwhile(cause?: unknown): AppError {
  return new AppError('conflict', 'Somebody changed one of these rules at this moment. Nothing was imported; try again.', {
    cause,
    details: { reason: 'changed_meanwhile' },
  })
}
