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

/** Single tickets that have been read again: those of `ids` that are in the list, each as it is now; the others have left it. */
type Again = { ids: readonly string[]; read: readonly QueueItem[] }

/**
 * The beginning of the list has been read again: fresh rows first, then the old ones that lie below them, of which `again` have been read by
 * themselves: they show what they are now, move, leave, or come. What stands below all that is read comes when it is scrolled to.
 */
export function withFreshBeginning(rows: QueueRows, { items: fresh, nextCursor, ...page }: Page & { again?: Again }, how: How): QueueRows {
  const last = fresh.at(-1)
  const { ids, read } = page.again ?? { ids: [], read: [] }
  const known = new Set([...fresh.map(({ id }) => id), ...ids])
  const isBelow = (item: QueueItem) => last !== undefined && nextCursor !== null && standsAfter(item, last, how.sort)
  const old = rows.items.filter((item) => !known.has(item.id) && isBelow(item))
  const isFresh = new Set(fresh.map(({ id }) => id))
  const below = merge(
    old,
    read.filter((item) => !isFresh.has(item.id) && isBelow(item)),
    { sort: how.sort, isEnd: rows.nextCursor === null },
  )
  return arranged(rows, { items: [...fresh, ...below], nextCursor: below.length > 0 ? rows.nextCursor : nextCursor }, how)
}

/** Rows in their order with others among them; those below the last one only where the list ends there. */
function merge(items: QueueItem[], others: QueueItem[], { sort, isEnd }: { sort: TicketSort; isEnd: boolean }): QueueItem[] {
  const added = [...others].sort((a, b) => (standsAfter(a, b, sort) ? 1 : -1))
  const merged: QueueItem[] = []
  for (const item of items) {
    while (added[0] && standsAfter(item, added[0], sort)) merged.push(...added.splice(0, 1))
    merged.push(item)
  }
  return isEnd ? [...merged, ...added] : merged
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

/**
 * Those of `own` that have come since somebody began to look, at their places: the open ticket, and what the agent has just brought back, are
 * not news to wait for. The same rows when none of them waits.
 */
export function withOwn(rows: QueueRows, own: ReadonlySet<string>): QueueRows {
  if (!rows.order) return rows
  const order = [...rows.order]
  const shown = new Set(order)
  for (const [index, { id }] of rows.items.entries()) {
    if (!own.has(id) || shown.has(id)) continue
    const above = rows.items.slice(0, index).findLast((item) => shown.has(item.id))
    order.splice(above ? order.indexOf(above.id) + 1 : 0, 0, id)
    shown.add(id)
  }
  return order.length === rows.order.length ? rows : { ...rows, order }
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
