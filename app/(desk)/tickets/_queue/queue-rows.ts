import type { TicketSort } from '@/lib/tickets/schema'
import type { QueueItem, QueuePage } from './queue-item'
import { standsAfter } from './queue-order'

/**
 * The rows as far as they are read, in their true order, and what is shown of them: `order` holds the ids as they stood when somebody began to
 * look, so that nothing moves under the eye; null shows the true order.
 */
export type QueueRows = { items: QueueItem[]; nextCursor: string | null; order: string[] | null }

type Page = Pick<QueuePage, 'items' | 'nextCursor'>

/** The rows as they are shown, and how many have come or come back since, and wait above or between them. */
export function shownRows({ items, order }: QueueRows): { shown: QueueItem[]; arrivals: number } {
  if (!order) return { shown: items, arrivals: 0 }
  const byId = new Map(items.map((item) => [item.id, item]))
  const shown = order.flatMap((id) => byId.get(id) ?? [])
  return { shown, arrivals: items.length - shown.length }
}

type How = { sort: TicketSort; isWatched: boolean }

/** The beginning of the list has been read again: fresh rows first, then the old ones that lie below them. */
export function withFreshBeginning(rows: QueueRows, fresh: Page, how: How): QueueRows {
  const last = fresh.items.at(-1)
  const known = new Set(fresh.items.map(({ id }) => id))
  const below = last && fresh.nextCursor ? rows.items.filter((item) => !known.has(item.id) && standsAfter(item, last, how.sort)) : []
  return arranged(rows, { items: [...fresh.items, ...below], nextCursor: below.length > 0 ? rows.nextCursor : fresh.nextCursor }, how)
}

/**
 * Single tickets have been read again, wherever they stand: `read` are those that are in the list, each at its place now; the others have left it.
 * One that stands below all that is read comes when it is scrolled to.
 */
export function withReadAgain(rows: QueueRows, { ids, read }: { ids: readonly string[]; read: readonly QueueItem[] }, how: How): QueueRows {
  if (ids.length === 0) return rows
  const asked = new Set(ids)
  const added = [...read].sort((a, b) => (standsAfter(a, b, how.sort) ? 1 : -1))
  const items: QueueItem[] = []
  for (const item of rows.items) {
    if (asked.has(item.id)) continue
    while (added[0] && standsAfter(item, added[0], how.sort)) items.push(...added.splice(0, 1))
    items.push(item)
  }
  if (rows.nextCursor === null) items.push(...added)
  return arranged(rows, { items, nextCursor: rows.nextCursor }, how)
}

/** Other rows than before; where somebody looks, what they see stays in its order. */
function arranged(rows: QueueRows, { items, nextCursor }: Page, { isWatched }: How): QueueRows {
  if (!isWatched) return { items, nextCursor, order: null }
  const order = rows.order ?? rows.items.map(({ id }) => id)
  const isThere = new Set(items.map(({ id }) => id))
  const kept = order.filter((id) => isThere.has(id))
  // What stands below all that is shown moves nothing.
  const shown = new Set(kept)
  const lastShown = items.findLastIndex(({ id }) => shown.has(id))
  return { items, nextCursor, order: [...kept, ...items.slice(lastShown + 1).map(({ id }) => id)] }
}

/** The next rows have been read. */
export function withMore(rows: QueueRows, more: Page): QueueRows {
  const known = new Set(rows.items.map(({ id }) => id))
  const added = more.items.filter(({ id }) => !known.has(id))
  return {
    items: [...rows.items, ...added],
    nextCursor: more.nextCursor,
    order: rows.order && [...rows.order, ...added.map(({ id }) => id)],
  }
}
