import { db } from '@/lib/db'

/** Whether a ticket has ever come in; before the first, the screens say how to get one. */
export async function hasAnyTicket(): Promise<boolean> {
  return (await db().ticket.findFirst({ select: { id: true } })) !== null
}
