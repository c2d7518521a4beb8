import { isDeepStrictEqual } from 'node:util'
import { db, type Tx } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { getRule } from '@/lib/faq/get-rule'
import { keepRevision, type RuleDeed } from '@/lib/faq/keep-revision'
import { linkPairs, setTwin } from '@/lib/faq/link-twin'
import { concernsTwin, markTwins } from '@/lib/faq/mark-twins'
import { requireEditor } from '@/lib/faq/require-editor'
import { type Rule, type RuleChange, type RuleContent, type RuleEditor, ruleChangeSchema, ruleSchema, ruleSelect } from '@/lib/faq/schema'
import { markRulesChanged } from '@/lib/retrieval/rule-store'

/**
 * Changes a rule that the editor has seen at `version`; what is left out of `change` stays. Where nothing differs, nothing is
 * written. A `twinId` links it as linkTwin does.
 * @throws AppError forbidden, not_found, conflict (somebody else changed it: `details.version` is the present one; or linkTwin's), unprocessable
 * (linkTwin's); ZodError
 */
export async function updateRule(editor: RuleEditor, id: string, version: number, change: RuleChange): Promise<Rule> {
  const authorId = requireEditor(editor)
  const { twinId, ...parsed } = ruleChangeSchema.parse(change)
  const rule = await db().$transaction(async (tx) => {
    const before = await getRule(id, tx)
    requireVersion(before, version)
    if (twinId === null) await setTwin(tx, { id, twinId, authorId })
    const changed = await changeRule(tx, before, { content: { ...before, ...parsed }, authorId, action: 'rule.update' })
    if (twinId) await setTwin(tx, { id, twinId, authorId })
    return twinId === undefined ? changed : getRule(id, tx)
  })
  markRulesChanged()
  return rule
}

/** @throws AppError conflict when the rule is no longer the one that was read */
export function requireVersion(rule: Rule, version: number): void {
  if (rule.version !== version) throw changedMeanwhile(rule.version)
}

type ContentChange = Pick<RuleDeed, 'authorId' | 'action'> & { content: RuleContent }

/** Writes the next version of the rule; the one read before must still be there. A rule that changes its language parts from its twin. */
export async function changeRule(tx: Tx, before: Rule, { content, authorId, action }: ContentChange): Promise<Rule> {
  const data = ruleSchema.parse(content)
  const changed = (Object.keys(data) as (keyof RuleContent)[]).filter((field) => !isDeepStrictEqual(data[field], before[field]))
  if (changed.length === 0) return before
  const [rule] = await tx.faqRule.updateManyAndReturn({
    where: { id: before.id, version: before.version },
    data: { ...data, version: before.version + 1 },
    select: ruleSelect,
  })
  if (!rule) throw changedMeanwhile((await getRule(before.id, tx)).version)
  await keepRevision(tx, rule, { authorId, action, changed })
  if (!rule.twinId) return rule
  // There are two languages: what was the other one is the twin's own now.
  if (changed.includes('language')) await linkPairs(tx, [[rule.id, null]])
  else if (concernsTwin(changed)) await markTwins(tx, [rule.id])
  return getRule(rule.id, tx)
}

function changedMeanwhile(version: number): AppError {
  return new AppError('conflict', 'Somebody else has changed this rule meanwhile. Load it again before you save.', { details: { version } })
}
