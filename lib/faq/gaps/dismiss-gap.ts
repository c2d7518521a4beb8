import { recordAudit } from '@/lib/auth/record-audit'
import { db } from '@/lib/db'
import { type GapPlace, getGap } from '@/lib/faq/gaps/get-gap'
import { requireEditor } from '@/lib/faq/require-editor'
import type { RuleEditor } from '@/lib/faq/schema'

/** Enough to know the like of them again; the middle of a group does not move much after that. */
export const MAX_DECIDED = 200

/**
 * Says that these questions, and those like them, are no gap: small talk, spam, what no rule should answer. Returns the decision's id.
 * @throws AppError forbidden, not_found
 */
export async function dismissGap(editor: RuleEditor, place: GapPlace): Promise<string> {
  const agentId = requireEditor(editor)
  const gap = await getGap(place)
  const suggestionIds = gap.questions.slice(0, MAX_DECIDED).map(({ suggestionId }) => suggestionId)
  return db().$transaction(async (tx) => {
    const { id } = await tx.gapDecision.create({ data: { suggestionIds, agentId }, select: { id: true } })
    await recordAudit(tx, { actorId: agentId, action: 'gap.dismiss', subjectId: id, details: { questions: gap.questions.length } })
    return id
  })
}
