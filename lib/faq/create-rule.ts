import { db } from '@/lib/db'
import { AppError, isUniqueClash } from '@/lib/errors'
import { getRule } from '@/lib/faq/get-rule'
import { keepRevision } from '@/lib/faq/keep-revision'
import { setTwin } from '@/lib/faq/link-twin'
import { requireEditor } from '@/lib/faq/require-editor'
import { type Rule, type RuleEditor, type RuleInput, ruleSchema, ruleSelect } from '@/lib/faq/schema'
import { markRulesChanged } from '@/lib/retrieval/rule-store'

/**
 * `id`: chosen by the caller, so that asking twice makes one rule. `externalId`: its number in another system. `twinId`: the same rule in the
 * other language.
 */
export type RuleIdentity = { id?: string; externalId?: string; twinId?: string | null }

/**
 * Adds a rule, as a draft unless its status says otherwise.
 * @throws AppError forbidden, conflict (a rule bears this id or external id), what linkTwin throws; ZodError
 */
export async function createRule(editor: RuleEditor, input: RuleInput, { twinId, ...identity }: RuleIdentity = {}): Promise<Rule> {
  const authorId = requireEditor(editor)
  const data = ruleSchema.parse(input)
  try {
    const rule = await db().$transaction(async (tx) => {
      const created = await tx.faqRule.create({ data: { ...data, ...identity }, select: ruleSelect })
      await keepRevision(tx, created, { authorId, action: 'rule.create', changed: [] })
      if (!twinId) return created
      await setTwin(tx, { id: created.id, twinId, authorId })
      return getRule(created.id, tx)
    })
    markRulesChanged()
    return rule
  } catch (cause) {
    if (isUniqueClash(cause)) throw new AppError('conflict', 'Another rule bears this external id.', { cause })
    throw cause
  }
}
