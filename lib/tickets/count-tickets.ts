import { z } from 'zod'
import { db } from '@/lib/db'
import { TICKET_VIEWS, type TicketView } from '@/lib/tickets/schema'
import { Prisma } from '@/prisma/generated/client'

/** Counting stops here; a screen shows `999+`. So a million tickets cost no more than a thousand. */
export const MAX_COUNT = 1_000

const rowSchema = z.object({ view: z.enum(TICKET_VIEWS), count: z.number().int() })

/** How many tickets each view holds, at most `MAX_COUNT` each. */
export async function countTickets(agent: { id: string }): Promise<Record<TicketView, number>> {
  const count = (view: TicketView, where: Prisma.Sql) => Prisma.sql`
    select ${view}::text as view, (select count(*)::int from (select from ticket where ${where} limit ${MAX_COUNT}) as held) as count`
  const rows = await db().$queryRaw(
    Prisma.join(
      [
        count('mine', Prisma.sql`assignee_id = ${agent.id}::uuid and status in ('open', 'waiting') and snoozed_until is null`),
        count('unassigned', Prisma.sql`assignee_id is null and status = 'open' and snoozed_until is null`),
        count('open', Prisma.sql`status = 'open' and snoozed_until is null`),
        count('waiting', Prisma.sql`status = 'waiting' and snoozed_until is null`),
        count('snoozed', Prisma.sql`snoozed_until is not null`),
        count('resolved', Prisma.sql`status = 'resolved'`),
        count('all', Prisma.sql`true`),
      ],
      ' union all ',
    ),
  )
  const counts = { mine: 0, unassigned: 0, open: 0, waiting: 0, snoozed: 0, resolved: 0, all: 0 }
  for (const { view, count } of z.array(rowSchema).parse(rows)) counts[view] = count
  return counts
}
