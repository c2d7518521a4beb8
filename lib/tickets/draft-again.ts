import { db } from '@/lib/db'
import { requestSuggestion } from '@/lib/suggestions/request-suggestion'
import { lockTicket } from '@/lib/tickets/lock-ticket'

/**
 * Asks for a new draft of a ticket because somebody wants one now; the present one is superseded.
 * @throws AppError not_found
 */
export async function draftAgain(ticketId: string): Promise<{ suggestionId: string }> {
  return db().$transaction(async (tx) => {
    await lockTicket(tx, ticketId)
    return requestSuggestion(tx, ticketId, 'interactive')
  })
}
