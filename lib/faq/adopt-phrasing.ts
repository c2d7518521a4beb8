import { recordAudit } from '@/lib/auth/record-audit'
import { db } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { getRule } from '@/lib/faq/get-rule'
import { requireEditor } from '@/lib/faq/require-editor'
import type { Rule, RuleEditor } from '@/lib/faq/schema'
import { changeRule, requireVersion } from '@/lib/faq/update-rule'
import { markRulesChanged } from '@/lib/retrieval/rule-store'

/**
 * Makes what a rule has learnt one of its own ways to ask: as a variant it counts more, and it is no longer kept as learnt.
 * @throws AppError forbidden, not_found (the rule, or the phrasing in it), conflict (see updateRule); ZodError (too many variants)
 */
export async function adoptPhrasing(editor: RuleEditor, place: { id: string; version: number }, phrasingId: string): Promise<Rule> {
  const authorId = requireEditor(editor)
  const rule = await db().$transaction(async (tx) => {
    const before = await getRule(place.id, tx)
    requireVersion(before, place.version)
    const [phrasing] = await tx.learnedPhrasing.updateManyAndReturn({
      where: { id: phrasingId, ruleId: place.id, isRemoved: false },
      data: { isRemoved: true },
      select: { text: true },
    })
    if (!phrasing) throw new AppError('not_found', 'This phrasing no longer exists.')
    const variants = [...before.variants, phrasing.text]
    const changed = await changeRule(tx, before, { content: { ...before, variants }, authorId, action: 'rule.update' })
    await recordAudit(tx, { actorId: authorId, action: 'rule.adopt_phrasing', subjectId: place.id, details: { phrasingId } })
    return changed
  })
  markRulesChanged()
  return rule
}
