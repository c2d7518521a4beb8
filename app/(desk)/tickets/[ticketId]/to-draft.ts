import { groundingSchema } from '@/lib/suggestions/grounding-schema'
import type { TicketSuggestion } from '@/lib/tickets/get-ticket'
import type { Draft } from './draft'

/** A draft that was sent or dismissed is history; the composer starts empty. */
const SETTLED = new Set(['sent_as_is', 'edited', 'dismissed', 'superseded'])

/** What of a suggestion the screen sees. On the server: the schema's library need not travel to the browser. */
export function toDraft(suggestion: TicketSuggestion | null): Draft | null {
  return suggestion && !SETTLED.has(suggestion.status) ? asDraft(suggestion) : null
}

/** The same, whatever has become of it. */
export function asDraft(suggestion: TicketSuggestion): Draft {
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
