import type { Rule, RuleEditor } from '@/lib/faq/schema'
import { updateRule } from '@/lib/faq/update-rule'
import type { RuleStatus } from '@/prisma/generated/enums'

/**
 * Publishes, archives or takes back a rule. From the moment it commits, drafts are made from published rules only.
 * @throws AppError forbidden, not_found, conflict
 */
export function setRuleStatus(editor: RuleEditor, id: string, version: number, status: RuleStatus): Promise<Rule> {
  return updateRule(editor, id, version, { status })
}
