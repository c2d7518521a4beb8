import type { TicketView } from '@/lib/tickets/schema'
import { Prisma } from '@/prisma/generated/client'

/**
 * What belongs in a view, as a condition on `ticket t`. What is snoozed is out of sight but in `snoozed` and `all`. `mine` is empty for a
 * caller who is nobody's colleague.
 */
export function viewFilter(view: TicketView, agentId: string | null): Prisma.Sql {
  switch (view) {
    case 'mine':
      return agentId
        ? Prisma.sql`t.assignee_id = ${agentId}::uuid and t.status in ('open', 'waiting') and t.snoozed_until is null`
        : Prisma.sql`false`
    case 'unassigned':
      return Prisma.sql`t.assignee_id is null and t.status = 'open' and t.snoozed_until is null`
    case 'open':
      return Prisma.sql`t.status = 'open' and t.snoozed_until is null`
    case 'waiting':
      return Prisma.sql`t.status = 'waiting' and t.snoozed_until is null`
    case 'snoozed':
      return Prisma.sql`t.snoozed_until is not null`
    case 'resolved':
      return Prisma.sql`t.status = 'resolved'`
    case 'all':
      return Prisma.sql`true`
  }
}
