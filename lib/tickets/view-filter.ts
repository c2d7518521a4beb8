import type { TicketView } from '@/lib/tickets/schema'
import type { Prisma } from '@/prisma/generated/client'

/** What belongs in a view. What is snoozed is out of sight but in `snoozed` and `all`. `mine` is empty for a caller who is nobody's colleague. */
export function viewFilter(view: TicketView, agentId: string | null): Prisma.TicketWhereInput {
  switch (view) {
    case 'mine':
      return agentId ? { assigneeId: agentId, status: { in: ['open', 'waiting'] }, snoozedUntil: null } : { id: { in: [] } }
    case 'unassigned':
      return { assigneeId: null, status: 'open', snoozedUntil: null }
    case 'open':
    case 'waiting':
      return { status: view, snoozedUntil: null }
    case 'snoozed':
      return { snoozedUntil: { not: null } }
    case 'resolved':
      return { status: view }
    case 'all':
      return {}
  }
}
