import type { TicketView } from '@/lib/tickets/schema'
import type { Prisma } from '@/prisma/generated/client'

/** What belongs in a view. `mine` is empty for a caller who is nobody's colleague. */
export function viewFilter(view: TicketView, agentId: string | null): Prisma.TicketWhereInput {
  switch (view) {
    case 'mine':
      return agentId ? { assigneeId: agentId, status: { in: ['open', 'waiting'] } } : { id: { in: [] } }
    case 'unassigned':
      return { assigneeId: null, status: 'open' }
    case 'open':
    case 'waiting':
    case 'resolved':
      return { status: view }
    case 'all':
      return {}
  }
}
