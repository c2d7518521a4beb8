import { changeTicket } from '@/lib/tickets/change-ticket'
import type { Doer } from '@/lib/tickets/record-ticket-event'
import { tagsSchema } from '@/lib/tickets/schema'

/**
 * Replaces a ticket's tags; twice the same is once.
 * @throws AppError not_found, conflict (merged); ZodError (20 tags of 40 characters at most)
 */
export async function setTags(ticketId: string, tags: string[], by: Doer = null): Promise<string[]> {
  const unique = tagsSchema.parse(tags)
  await changeTicket(ticketId, { tags: unique }, by)
  return unique
}
