import { db } from '@/lib/db'
import { keepRevision } from '@/lib/faq/keep-revision'
import { requireEditor } from '@/lib/faq/require-editor'
import { type Rule, type RuleEditor, type RuleInput, ruleSchema, ruleSelect } from '@/lib/faq/schema'
import { markRulesChanged } from '@/lib/retrieval/rule-store'

/**
 * Adds a rule, as a draft unless its status says otherwise.
 * @throws AppError forbidden; ZodError
 */
export async function createRule(editor: RuleEditor, input: RuleInput): Promise<Rule> {
  const authorId = requireEditor(editor)
  const data = ruleSchema.parse(input)
  const rule = await db().$transaction(async (tx) => {
    const created = await tx.faqRule.create({ data, select: ruleSelect })
    await keepRevision(tx, created, { authorId, action: 'rule.create', changed: [] })
    return created
  })
  markRulesChanged()
  return rule
}
