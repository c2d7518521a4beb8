import { db } from '@/lib/db'
import { checkEach, type RuleInConflict } from '@/lib/faq/check/check-each'
import type { RuleConflict } from '@/lib/faq/check/find-conflicts'
import { publishedIn } from '@/lib/faq/import/apply-import'
import type { ImportPlan, PlannedRow } from '@/lib/faq/import/plan-import'
import { contentSelect } from '@/lib/faq/schema'
import { describeError, log } from '@/lib/log'
import { inSlices } from '@/lib/retrieval/in-slices'
import { ruleIndexSteps } from '@/lib/retrieval/rule-index'

/** In a dry run a rule that is only planned has no id, but the number of its row. */
type Named = { ruleId: string | null; number?: number }
export type ImportWarning = Named & Pick<RuleInConflict, 'question'> & { worst: Omit<RuleConflict, 'ruleId'> & Named }

/** What rules of an import repeat or contradict, and how many of those that say something new to customers were looked at. */
export type ImportWarnings = { warnings: ImportWarning[] | null; checked: { rules: number; of: number } }

/** So many rules are looked at, for so long: a program waits for the answer. Each takes some milliseconds among 10,000 rules. */
const MAX_CHECKED = 1_000
const WITHIN_MS = 5_000

/** What an import would repeat or contradict, among the published rules and within the file, were it run as planned. */
export async function checkPlan(plan: ImportPlan): Promise<ImportWarnings> {
  const all = publishedIn(plan)
  const some = all.slice(0, MAX_CHECKED)
  const { warnings, checked } = await warn(all.length, async () => {
    const rules = some.map(({ id, content: { status: _status, ...said } }) => ({ id, version: 0, ...said }))
    const gone = plan.rows.flatMap((row) => (row.action === 'update' && row.content.status !== 'published' ? [row.before.id] : []))
    return { rules: some, together: await inSlices(ruleIndexSteps(rules)), gone: new Set(gone) }
  })
  const rows = new Map(plan.rows.flatMap(rowOf))
  const named = ({ ruleId }: Named): Named => rows.get(ruleId ?? '') ?? { ruleId }
  return {
    warnings: warnings?.map((found) => ({ ...found, ...named(found), worst: { ...found.worst, ...named(found.worst) } })) ?? null,
    checked,
  }
}

function rowOf(row: PlannedRow): [ruleId: string, Named][] {
  if (row.action === 'create') return [[row.id, { ruleId: null, number: row.number }]]
  return row.action === 'update' ? [[row.before.id, { ruleId: row.before.id, number: row.number }]] : []
}

/** The same of an import that is done. */
export function checkImported({ ids, total }: { ids: string[]; total: number }): Promise<ImportWarnings> {
  return warn(total, async () => {
    const rows = await db().faqRule.findMany({ where: { id: { in: ids.slice(0, MAX_CHECKED) } }, select: { id: true, ...contentSelect } })
    return { rules: rows.map(({ id, ...content }) => ({ id, content })) }
  })
}

type Checked = { rules: Parameters<typeof checkEach>[0] } & Omit<Parameters<typeof checkEach>[1], 'withinMs'>

/** Null where it could not be looked up, which hinders no import. */
async function warn(of: number, read: () => Promise<Checked>): Promise<ImportWarnings> {
  if (of === 0) return { warnings: [], checked: { rules: 0, of } }
  try {
    const { rules, ...others } = await read()
    const { found, checked } = await checkEach(rules, { ...others, withinMs: WITHIN_MS })
    return { warnings: found, checked: { rules: checked, of } }
  } catch (cause) {
    log.error({ event: 'rules.check_failed', cause: describeError(cause) })
    return { warnings: null, checked: { rules: 0, of } }
  }
}
