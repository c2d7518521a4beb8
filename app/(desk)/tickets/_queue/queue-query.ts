import type { TicketSort, TicketView } from '@/lib/tickets/schema'
import type { Language, Rung, TicketPriority, TicketStatus } from '@/prisma/generated/enums'

// Written out: the schema's module would bring its HTML parser to the browser.

/** In the order in which an agent needs them. */
export const VIEWS = ['open', 'mine', 'unassigned', 'waiting', 'snoozed', 'resolved', 'all'] as const satisfies readonly TicketView[]
export const SORTS = ['active', 'waiting', 'due'] as const satisfies readonly TicketSort[]
export const STATUSES = ['open', 'waiting', 'resolved'] as const satisfies readonly TicketStatus[]
export const PRIORITIES = ['urgent', 'high', 'normal', 'low'] as const satisfies readonly TicketPriority[]
export const LANGUAGES = ['zh', 'en'] as const satisfies readonly Language[]
export const RUNGS = ['verbatim', 'cache', 'model', 'extractive', 'holding'] as const satisfies readonly Rung[]
export const CHECKS = ['passed', 'failed'] as const

/** What narrows the queue beside its view; null narrows nothing. */
export type QueueFilters = {
  status: TicketStatus | null
  /** An agent's id, `me` or `none`. */
  assignee: string | null
  tag: string | null
  priority: TicketPriority | null
  language: Language | null
  channel: string | null
  /** Whoever asks, by id. */
  contact: string | null
  rung: Rung | null
  grounding: (typeof CHECKS)[number] | null
  gap: boolean | null
  unread: boolean | null
}

/** What the queue shows, as it stands in the URL. Anything unreadable there is the default. */
export type QueueQuery = QueueFilters & { view: TicketView; q: string; sort: TicketSort }

export const NO_FILTERS: QueueFilters = {
  status: null,
  assignee: null,
  tag: null,
  priority: null,
  language: null,
  channel: null,
  contact: null,
  rung: null,
  grounding: null,
  gap: null,
  unread: null,
}
export const FILTERS = Object.keys(NO_FILTERS) as (keyof QueueFilters)[]

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

export function readQueueQuery(params: Pick<URLSearchParams, 'get'>): QueueQuery {
  const oneOf = <Value extends string>(name: string, values: readonly Value[]) => values.find((value) => value === params.get(name)) ?? null
  const uuid = (name: string) => (UUID.test(params.get(name) ?? '') ? params.get(name) : null)
  const yes = (name: string) => (params.get(name) === '1' ? true : null)
  return {
    view: oneOf('view', VIEWS) ?? 'open',
    q: (params.get('q') ?? '').trim().slice(0, 200),
    sort: oneOf('sort', SORTS) ?? 'active',
    status: oneOf('status', STATUSES),
    assignee: oneOf('assignee', ['me', 'none']) ?? uuid('assignee'),
    tag: (params.get('tag') ?? '').trim().slice(0, 40) || null,
    priority: oneOf('priority', PRIORITIES),
    language: oneOf('language', LANGUAGES),
    channel: uuid('channel'),
    contact: uuid('contact'),
    rung: oneOf('rung', RUNGS),
    grounding: oneOf('grounding', CHECKS),
    gap: yes('gap'),
    unread: yes('unread'),
  }
}

/** `?view=mine&q=…`, without what is the default; empty when everything is. */
export function queueSearch(query: QueueQuery): string {
  const params = new URLSearchParams()
  if (query.view !== 'open') params.set('view', query.view)
  if (query.q) params.set('q', query.q)
  if (query.sort !== 'active') params.set('sort', query.sort)
  for (const name of FILTERS) {
    const value = query[name]
    if (value !== null) params.set(name, value === true ? '1' : String(value))
  }
  const search = params.toString()
  return search ? `?${search}` : ''
}
