import { db } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { getRule } from '@/lib/faq/get-rule'
import { requireEditor } from '@/lib/faq/require-editor'
import { contentSelect, type Rule, type RuleEditor } from '@/lib/faq/schema'
import { changeRule } from '@/lib/faq/update-rule'
import { markRulesChanged } from '@/lib/retrieval/rule-store'

/**
 * Makes an earlier version's words the rule's words again, as a new version. Its state stays: bringing old words back must neither
 * publish nor withdraw a rule.
 * @throws AppError forbidden, not_found (rule or version), conflict (it is being changed at this moment)
 */
export async function restoreRevision(editor: RuleEditor, id: string, version: number): Promise<Rule> {
  const authorId = requireEditor(editor)
  const rule = await db().$transaction(async (tx) => {
    const before = await getRule(id, tx)
    const revision = await tx.faqRuleRevision.findUnique({ where: { ruleId_version: { ruleId: id, version } }, select: contentSelect })
    if (!revision) throw new AppError('not_found', 'This rule has no such version.')
    return changeRule(tx, before, { content: { ...revision, status: before.status }, authorId, action: 'rule.restore' })
  })
  markRulesChanged()
  return rule
}
