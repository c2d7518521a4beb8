import { describe, expect, it } from 'vitest'
import type { QueueItem } from '@/app/(desk)/tickets/_queue/queue-item'
import { standsAfter } from '@/app/(desk)/tickets/_queue/queue-order'
import { type QueueRows, shownRows, withFreshBeginning, withMore, withOwn } from '@/app/(desk)/tickets/_queue/queue-rows'

const item = (id: string, activeAt: number, part: Partial<QueueItem> = {}): QueueItem => ({
  id,
  number: 1,
  who: id,
  subject: '',
  lastWords: '',
  language: 'en',
  status: 'open',
  priority: 'normal',
  assignee: null,
  activeAt,
  waitingSince: null,
  dueAt: null,
  isUnread: false,
  isGap: false,
  draft: null,
  ...part,
})
const [a, b, c, d, e] = [item('a', 50), item('b', 40), item('c', 30), item('d', 20), item('e', 10)] as const
const ids = (rows: QueueRows) => shownRows(rows).shown.map(({ id }) => id)
const rows = (items: QueueItem[], nextCursor: string | null = 'more'): QueueRows => ({ items, nextCursor, order: null })
const unwatched = { sort: 'active', isWatched: false } as const
const watched = { sort: 'active', isWatched: true } as const

describe('rows that nobody is looking at', () => {
  it('show what is new at its place, and keep what was read below', () => {
    const next = withFreshBeginning(rows([b, c, d, e]), { items: [a, b], nextCursor: 'fresh' }, unwatched)
    expect(ids(next)).toEqual(['a', 'b', 'c', 'd', 'e'])
    expect(next.nextCursor).toBe('more')
  })

  it('lose what is gone, also when it was the last', () => {
    expect(ids(withFreshBeginning(rows([a, b, c]), { items: [a, c], nextCursor: null }, unwatched))).toEqual(['a', 'c'])
    expect(ids(withFreshBeginning(rows([a]), { items: [], nextCursor: null }, unwatched))).toEqual([])
  })

  it('go on where the fresh ones end when nothing was read below them', () => {
    expect(withFreshBeginning(rows([a], null), { items: [a, b], nextCursor: 'fresh' }, unwatched).nextCursor).toBe('fresh')
  })
})

describe('rows that somebody is looking at', () => {
  it('stay in their order; what is new is counted and waits', () => {
    const now = withFreshBeginning(rows([b, c]), { items: [a, b, c], nextCursor: 'x' }, watched)
    expect(ids(now)).toEqual(['b', 'c'])
    expect(shownRows(now).arrivals).toBe(1)
    expect(ids({ ...now, order: null })).toEqual(['a', 'b', 'c'])
  })

  it('show what changed in place, and not where it belongs now', () => {
    const wroteAgain = item('d', 60, { lastWords: 'again' })
    const now = withFreshBeginning(rows([b, c, d]), { items: [wroteAgain, b, c], nextCursor: 'x' }, watched)
    expect(ids(now)).toEqual(['b', 'c', 'd'])
    expect(shownRows(now).shown[2]?.lastWords).toBe('again')
    expect(shownRows(now).arrivals).toBe(0)
  })

  it('lose what has left, and get what comes below them', () => {
    const now = withFreshBeginning(rows([a, b, c], null), { items: [a, c, d, e], nextCursor: null }, watched)
    expect(ids(now)).toEqual(['a', 'c', 'd', 'e'])
    expect(shownRows(now).arrivals).toBe(0)
  })

  it('stay so while more is read and more comes', () => {
    const held = withFreshBeginning(rows([c, d]), { items: [b, c, d], nextCursor: 'x' }, watched)
    const more = withMore(held, { items: [d, e], nextCursor: null })
    expect(ids(more)).toEqual(['c', 'd', 'e'])
    const again = withFreshBeginning(more, { items: [a, b, c], nextCursor: 'x' }, watched)
    expect(ids(again)).toEqual(['c', 'd', 'e'])
    expect(shownRows(again).arrivals).toBe(2)
    expect(ids(withFreshBeginning(again, { items: [a, b, c], nextCursor: 'x' }, unwatched))).toEqual(['a', 'b', 'c', 'd', 'e'])
  })
})

describe('rows below the fresh ones that are read again by themselves', () => {
  const [x, y] = [item('x', 90), item('y', 80)]
  const again = (old: QueueRows, part: { ids: string[]; read: QueueItem[] }, how: typeof watched | typeof unwatched) =>
    withFreshBeginning({ ...old, items: [x, y, ...old.items] }, { items: [x, y], nextCursor: 'fresh', again: part }, how)

  it('stay with what they show now, move where they belong now, and are gone where they have left', () => {
    const answered = item('d', 45, { lastWords: 'again' })
    const now = again(rows([a, b, c, d, e]), { ids: ['c', 'd'], read: [answered] }, unwatched)
    expect(ids(now)).toEqual(['x', 'y', 'a', 'd', 'b', 'e'])
    expect(shownRows(now).shown[3]?.lastWords).toBe('again')
    expect(now.nextCursor).toBe('more')
  })

  it('come where they belong, but not below what is read as long as there is more to read', () => {
    expect(ids(again(rows([a, c]), { ids: ['b', 'd', 'z'], read: [d, b] }, unwatched))).toEqual(['x', 'y', 'a', 'b', 'c'])
    expect(ids(again(rows([a, c], null), { ids: ['b', 'd'], read: [d, b] }, unwatched))).toEqual(['x', 'y', 'a', 'b', 'c', 'd'])
  })

  it('are what the fresh ones say where they are among them', () => {
    const now = again(rows([a]), { ids: ['x', 'y'], read: [item('y', 85, { lastWords: 'later' })] }, unwatched)
    expect(ids(now)).toEqual(['x', 'y', 'a'])
  })

  it('wait where somebody looks, and stay at their place there', () => {
    const now = again(rows([a, c, d]), { ids: ['b', 'c'], read: [b, item('c', 60, { lastWords: 'up' })] }, watched)
    expect(ids(now)).toEqual(['x', 'y', 'a', 'c', 'd'])
    expect(shownRows(now).shown[3]?.lastWords).toBe('up')
    expect(shownRows(now).arrivals).toBe(1)
    expect(ids({ ...now, order: null })).toEqual(['x', 'y', 'c', 'a', 'b', 'd'])
  })
})

it.each([
  ['active', [item('a', 2), item('c', 1), item('b', 1)]],
  [
    'waiting',
    [item('x', 1, { waitingSince: 5 }), item('w', 9, { waitingSince: 6 }), item('v', 9, { waitingSince: 6 }), item('z', 3), item('a', 2)],
  ],
  ['due', [item('x', 1, { dueAt: 5 }), item('w', 9, { dueAt: 6 }), item('z', 3), item('y', 3), item('a', 2)]],
] as const)('by %s, each row stands after those before it', (sort, items) => {
  items.forEach((row, index) => {
    expect(items.map((other) => standsAfter(row, other, sort))).toEqual(items.map((_, other) => other < index))
  })
})

describe('what one has brought back oneself', () => {
  const waiting = withFreshBeginning(rows([b, d, e]), { items: [a, b, c, d, e], nextCursor: 'x' }, watched)

  it('stands at its place at once, while what others brought waits', () => {
    expect(ids(waiting)).toEqual(['b', 'd', 'e'])
    const now = withOwn(waiting, new Set(['c']))
    expect(ids(now)).toEqual(['b', 'c', 'd', 'e'])
    expect(shownRows(now).arrivals).toBe(1)
    expect(ids(withOwn(waiting, new Set(['a', 'c'])))).toEqual(['a', 'b', 'c', 'd', 'e'])
  })

  it('stays when it is the open ticket no longer', () => {
    const now = withOwn(withOwn(waiting, new Set(['c'])), new Set(['b']))
    expect(ids(withFreshBeginning(now, { items: [a, b, c, d, e], nextCursor: 'x' }, watched))).toEqual(['b', 'c', 'd', 'e'])
  })

  it('changes nothing when it is there already, or not in the list', () => {
    expect(withOwn(waiting, new Set(['b', 'elsewhere']))).toBe(waiting)
    const free = rows([a, b])
    expect(withOwn(free, new Set(['c']))).toBe(free)
  })
})
