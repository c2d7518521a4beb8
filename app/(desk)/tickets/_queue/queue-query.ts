import type { TicketView } from '@/lib/tickets/schema'

/** In the order in which an agent needs them. Written out: the schema's module would bring its HTML parser to the browser. */
export const VIEWS = ['open', 'mine', 'unassigned', 'waiting', 'snoozed', 'resolved', 'all'] as const satisfies readonly TicketView[]

/** What the queue shows, as it stands in the URL. Anything unreadable there is the default. */
export type QueueQuery = { view: TicketView; q: string }

export function readQueueQuery(params: Pick<URLSearchParams, 'get'>): QueueQuery {
  return { view: VIEWS.find((view) => view === params.get('view')) ?? 'open', q: (params.get('q') ?? '').trim().slice(0, 200) }
}

/** `?view=mine&q=…`, without what is the default; empty when everything is. */
export function queueSearch({ view, q }: QueueQuery): string {
  const params = new URLSearchParams()
  if (view !== 'open') params.set('view', view)
  if (q) params.set('q', q)
  const search = params.toString()
  return search ? `?${search}` : ''
}
