import { db } from '@/lib/db'
import { checkOwnWords } from '@/lib/suggestions/grounding/check-own-words'
import type { GroundedSentence } from '@/lib/suggestions/grounding/grounding-schema'
import type { Prisma } from '@/prisma/generated/client'

const suggestionSelect = {
  id: true,
  status: true,
  rung: true,
  text: true,
  fallbackCause: true,
  model: true,
  ms: true,
  startedAt: true,
  grounding: true,
  rules: {
    orderBy: { position: 'asc' },
    select: { ruleId: true, ruleVersion: true, title: true, answer: true, score: true, position: true, isUsed: true, isCited: true },
  },
} satisfies Prisma.SuggestionSelect

const rewriteSelect = { id: true, action: true, text: true, model: true, ms: true, grounding: true } satisfies Prisma.RewriteSelect

export type DraftBegunFrom = Prisma.SuggestionGetPayload<{ select: typeof suggestionSelect }>
export type RewriteBegunFrom = Prisma.RewriteGetPayload<{ select: typeof rewriteSelect }>

export type ReplyDraft = {
  text: string
  revision: number
  savedAt: Date
  /** What the text was made from, as far as it still exists. */
  suggestion: DraftBegunFrom | null
  rewrite: RewriteBegunFrom | null
  /** What its words promise that no rule grants. */
  promises: GroundedSentence[]
}

/** What this agent has begun to write under a ticket and not sent; null when there is nothing. */
export async function findReplyDraft(agent: { id: string }, ticketId: string): Promise<ReplyDraft | null> {
  const row = await db().replyDraft.findUnique({ where: { agentId_ticketId: { agentId: agent.id, ticketId } } })
  if (!row) return null
  const { text, revision, updatedAt, suggestionId, rewriteId } = row
  const [suggestion, rewrite, promises] = await Promise.all([
    suggestionId ? db().suggestion.findFirst({ where: { id: suggestionId, ticketId }, select: suggestionSelect }) : null,
    rewriteId ? db().rewrite.findFirst({ where: { id: rewriteId, ticketId, status: 'ready' }, select: rewriteSelect }) : null,
    checkOwnWords({ ticketId, text, suggestionId }),
  ])
  return { text, revision, savedAt: updatedAt, suggestion, rewrite, promises }
}
