import { recordAudit } from '@/lib/auth/record-audit'
import type { Tx } from '@/lib/db'
import { publish } from '@/lib/events'
import { contentSelect, type Rule, type RuleContent } from '@/lib/faq/schema'

export type RuleDeed = { authorId: string | null; action: 'rule.create' | 'rule.update' | 'rule.restore'; changed: string[] }

/** What goes with every change of a rule, in its transaction: the revision, the audit entry, and the word to every process. */
export async function keepRevision(tx: Tx, rule: Rule, { authorId, action, changed }: RuleDeed): Promise<void> {
  const { id, version } = rule
  const content = Object.fromEntries(Object.keys(contentSelect).map((field) => [field, rule[field as keyof RuleContent]])) as RuleContent
  await tx.faqRuleRevision.create({ data: { ...content, version, ruleId: id, authorId }, select: { id: true } })
  const details = { version: rule.version, status: rule.status, changed }
  await recordAudit(tx, { actorId: authorId, action, subjectId: id, details })
  await publish(tx, { kind: 'rules' })
}
