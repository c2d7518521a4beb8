import { z } from 'zod'
import type { Agent } from '@/lib/auth/schema'
import { db } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { publish } from '@/lib/events'
import { RATING_REASONS, type RatingReason } from '@/lib/suggestions/rating-reasons'

const reasonsOf = (kind: keyof typeof RATING_REASONS) =>
  z
    .array(z.enum(RATING_REASONS[kind]))
    .max(6)
    .transform((reasons): RatingReason[] => [...new Set(reasons)])
    .default([])

const words = z
  .string()
  .trim()
  .max(500)
  .default('')
  .transform((reason) => reason || null)

/** A thumb with its reasons; null takes it back. */
const ratingSchema = z.discriminatedUnion('rating', [
  z.object({ suggestionId: z.uuid(), rating: z.literal(1), reasons: reasonsOf('up'), reason: words }),
  z.object({ suggestionId: z.uuid(), rating: z.literal(-1), reasons: reasonsOf('down'), reason: words }),
  z.object({ suggestionId: z.uuid(), rating: z.null() }),
])
export type Rating = z.input<typeof ratingSchema>

/**
 * Keeps what an agent thinks of a draft, with the reasons; a later word replaces it, and null takes it back. Independent of its fate: a draft
 * may be rated before it is sent, after, or never be sent.
 * @throws AppError not_found; ZodError for a reason that does not belong to the thumb
 */
export async function rateSuggestion(agent: Pick<Agent, 'id'>, input: Rating): Promise<void> {
  const { suggestionId, ...said } = ratingSchema.parse(input)
  const columns =
    said.rating === null
      ? { rating: null, ratingReasons: [], reason: null, ratedById: null, ratedAt: null }
      : { rating: said.rating, ratingReasons: said.reasons, reason: said.reason, ratedById: agent.id, ratedAt: new Date() }
  await db().$transaction(async (tx) => {
    const draft = await tx.suggestion.findUnique({ where: { id: suggestionId }, select: { ticketId: true } })
    if (!draft) throw new AppError('not_found', 'This draft no longer exists.')
    await tx.suggestionOutcome.upsert({
      where: { suggestionId },
      create: { suggestionId, ...columns },
      update: columns,
      select: { suggestionId: true },
    })
    await publish(tx, { kind: 'ticket', ticketId: draft.ticketId })
  })
}
