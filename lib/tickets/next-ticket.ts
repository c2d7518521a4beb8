import { db } from '@/lib/db'
import { after } from '@/lib/tickets/list-tickets'
import type { TicketView } from '@/lib/tickets/schema'
import { viewFilter } from '@/lib/tickets/view-filter'
import type { Prisma } from '@/prisma/generated/client'

/**
 * The ticket to turn to when this one is done: the next open one below it in the view, else the first open one above.
 * Ask before sending: a reply moves its ticket to the top. Null when nothing is left.
 */
export async function nextTicket(agent: { id: string }, afterTicketId: string, view: TicketView): Promise<{ id: string } | null> {
  const here = await db().ticket.findUnique({ where: { id: afterTicketId }, select: { id: true, activeAt: true } })
  const open: Prisma.TicketWhereInput = { AND: [viewFilter(view, agent.id), { status: 'open' }, { id: { not: afterTicketId } }] }
  const below = here && (await first({ AND: [open, after(here)] }))
  return below ?? first(open)
}

function first(where: Prisma.TicketWhereInput): Promise<{ id: string } | null> {
  return db().ticket.findFirst({ where, select: { id: true }, orderBy: [{ activeAt: 'desc' }, { id: 'desc' }] })
}
