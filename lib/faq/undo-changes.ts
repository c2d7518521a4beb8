import { z } from 'zod'
import { db, type Tx } from '@/lib/db'
import { BATCH, type ChangedRule, changedRuleSchema, MAX_CHANGED_AT_ONCE } from '@/lib/faq/change-rules'
import { requireEditor } from '@/lib/faq/require-editor'
import { contentSelect, type RuleEditor, ruleSelect } from '@/lib/faq/schema'
import { changeRule } from '@/lib/faq/update-rule'
import { markRulesChanged } from '@/lib/retrieval/rule-store'

/**
 * Gives rules the words and the state again that they had before a change, each as a new version. What somebody has changed or deleted
 * since stays as it is. Returns how many were given back.
 * @throws AppError forbidden, conflict (one is being changed at this moment: its hundred stays, those before it are given back); ZodError
 */
export async function undoChanges(editor: RuleEditor, changes: ChangedRule[]): Promise<number> {
  const authorId = requireEditor(editor)
  const wanted = z.array(changedRuleSchema).min(1).max(MAX_CHANGED_AT_ONCE).parse(changes)
  // In one order, as they are changed, so that two who change many do not wait for each other.
  wanted.sort((one, other) => (one.id < other.id ? -1 : 1))
  let undone = 0
  for (let at = 0; at < wanted.length; at += BATCH) {
    undone += await db().$transaction(async (tx) => {
      let count = 0
      for (const change of wanted.slice(at, at + BATCH)) if (await undo(tx, change, authorId)) count++
      return count
    })
  }
  markRulesChanged()
  return undone
}

async function undo(tx: Tx, { id, version }: ChangedRule, authorId: string | null): Promise<boolean> {
  const rule = await tx.faqRule.findUnique({ where: { id }, select: ruleSelect })
  if (rule?.version !== version) return false
  const before = await tx.faqRuleRevision.findUnique({
    where: { ruleId_version: { ruleId: id, version: version - 1 } },
    select: contentSelect,
  })
  if (!before) return false
  await changeRule(tx, rule, { content: before, authorId, action: 'rule.restore' })
  return true
}
