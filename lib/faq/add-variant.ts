import { getRule } from '@/lib/faq/get-rule'
import type { Rule, RuleEditor } from '@/lib/faq/schema'
import { updateRule } from '@/lib/faq/update-rule'

/**
 * Lets a rule that the editor has seen at `version` answer one more way to ask. What the rule knows already changes nothing.
 * @throws AppError forbidden, not_found, conflict (see updateRule); ZodError (too long, or too many variants)
 */
export async function addVariant(editor: RuleEditor, { id, version }: { id: string; version: number }, variant: string): Promise<Rule> {
  const { variants } = await getRule(id)
  return updateRule(editor, id, version, { variants: [...variants, variant] })
}
