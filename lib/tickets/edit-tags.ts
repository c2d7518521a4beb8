import { changeTicket } from '@/lib/tickets/change-ticket'
import type { Doer } from '@/lib/tickets/record-ticket-event'
import { tagsSchema } from '@/lib/tickets/schema'

export type TagEdit = { add?: string[]; remove?: string[] }

/**
 * Adds tags to a ticket and takes others away, and leaves alone what somebody else does to the rest at the same time.
 * @throws AppError not_found, conflict (merged); ZodError (more than 20 in all, or one of more than 40 characters)
 */
export async function editTags(ticketId: string, { add = [], remove = [] }: TagEdit, by: Doer = null): Promise<void> {
  const added = tagsSchema.parse(add)
  await changeTicket(ticketId, ({ tags }) => ({ tags: tagsSchema.parse([...tags.filter((tag) => !remove.includes(tag)), ...added]) }), by)
}
