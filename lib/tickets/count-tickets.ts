import { z } from 'zod'
import { db } from '@/lib/db'
import { TICKET_VIEWS, type TicketView } from '@/lib/tickets/schema'
import { viewFilter } from '@/lib/tickets/view-filter'
import { Prisma } from '@/prisma/generated/client'

/** Counting stops here; a screen shows `999+`. So a million tickets cost no more than a thousand. */
export const MAX_COUNT = 1_000

const rowSchema = z.object({ view: z.enum(TICKET_VIEWS), count: z.number().int() })

/** How many tickets each view holds, at most `MAX_COUNT` each. */
export async function countTickets(agent: { id: string }): Promise<Record<TicketView, number>> {
  const count = (view: TicketView) => Prisma.sql`
    select ${view}::text as view,
      (select count(*)::int from (select from ticket t where ${viewFilter(view, agent.id)} limit ${MAX_COUNT}) as held) as count`
  const rows = await db().$queryRaw(Prisma.join(TICKET_VIEWS.map(count), ' union all '))
  const counts = z.array(rowSchema).parse(rows)
  return Object.fromEntries(counts.map(({ view, count }) => [view, count])) as Record<TicketView, number>
}
