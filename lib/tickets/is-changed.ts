import type { TicketBefore, TicketChange } from '@/lib/tickets/change-tickets'

/** Whether a ticket is as a change would have it. */
export function isChanged(now: Pick<TicketBefore, 'assigneeId' | 'status' | 'priority' | 'tags'>, change: TicketChange): boolean {
  switch (change.kind) {
    case 'assign':
      return now.assigneeId === change.assigneeId
    case 'status':
      return now.status === change.status
    case 'priority':
      return now.priority === change.priority
    case 'tag':
      return now.tags.includes(change.tag)
    case 'untag':
      return !now.tags.includes(change.tag)
  }
}
