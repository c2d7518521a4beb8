import type { Tx } from '@/lib/db'

export type RestoredText = { agentId: string; ticketId: string; text: string; suggestionId: string | null; rewriteId: string | null }

/** Puts the text of a reply that was taken back into the agent's box; what has been begun there since stays below it. */
export async function restoreReplyDraft(tx: Tx, { agentId, ticketId, text, ...from }: RestoredText): Promise<void> {
  const where = { agentId_ticketId: { agentId, ticketId } }
  const begun = await tx.replyDraft.findUnique({ where, select: { text: true } })
  const whole = begun && begun.text.trim() !== '' && begun.text !== text ? `${text}\n\n${begun.text}` : text
  await tx.replyDraft.upsert({
    where,
    create: { agentId, ticketId, text: whole, ...from },
    update: { text: whole, ...from, revision: { increment: 1 } },
    select: { revision: true },
  })
}
