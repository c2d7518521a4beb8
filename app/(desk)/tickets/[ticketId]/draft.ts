import { type GroundedSentence, groundingSchema } from '@/lib/suggestions/grounding-schema'
import type { SuggestionRule, TicketSuggestion } from '@/lib/tickets/get-ticket'
import type { Rung, SuggestionStatus } from '@/prisma/generated/enums'

/** The current draft as the screen needs it. */
export type Draft = {
  id: string
  status: SuggestionStatus
  rung: Rung | null
  /** With citation marks. */
  text: string
  cause: string | null
  model: string | null
  ms: number | null
  /** Milliseconds since 1970; null while it waits in line. */
  startedAt: number | null
  sentences: GroundedSentence[]
  rules: SuggestionRule[]
}

export function toDraft(suggestion: TicketSuggestion | null): Draft | null {
  if (!suggestion) return null
  const { id, status, rung, text, fallbackCause, model, ms, startedAt, rules } = suggestion
  // A draft whose check was stored by another version is shown without marks rather than not at all.
  const grounding = groundingSchema.safeParse(suggestion.grounding)
  return {
    id,
    status,
    rung,
    text,
    cause: fallbackCause,
    model,
    ms,
    startedAt: startedAt?.getTime() ?? null,
    sentences: grounding.data?.sentences ?? [],
    rules,
  }
}

/** Whether the draft is being made. */
export function isBeingMade(draft: Draft | null): boolean {
  return draft?.status === 'pending' || draft?.status === 'running'
}
