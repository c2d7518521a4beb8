import { describe, expect, it } from 'vitest'
import { cutLong } from '@/app/(desk)/tickets/[ticketId]/cut-long'
import { joinEarlier, joinLatest } from '@/app/(desk)/tickets/[ticketId]/join-thread'
import type { EventEntry, ThreadPage } from '@/app/(desk)/tickets/[ticketId]/thread-entry'

const entry = (at: number): EventEntry => ({ kind: 'event', id: `e${at}`, at, actor: null, facts: { kind: 'draft_superseded' } })
const page = (from: number, to: number, earlierCursor: string | null = `before-${from}`): ThreadPage => ({
  entries: Array.from({ length: to - from + 1 }, (_, index) => entry(from + index)),
  earlierCursor,
})
const span = ({ entries, earlierCursor }: ThreadPage) => [entries[0]?.at, entries.at(-1)?.at, entries.length, earlierCursor]

describe('what is known of a thread', () => {
  it('grows downwards with what comes and upwards with what is loaded', () => {
    const known = joinEarlier(page(61, 120), page(1, 60, null))
    expect(span(known)).toEqual([1, 120, 120, null])
    expect(span(joinLatest(known, page(65, 124)))).toEqual([1, 124, 124, null])
  })

  it('starts afresh when so much has come that a piece is missing between', () => {
    expect(span(joinLatest(page(1, 60), page(100, 159)))).toEqual([100, 159, 60, 'before-100'])
  })

  it('forgets what the latest page does not hold any more', () => {
    const latest = page(61, 120)
    latest.entries = latest.entries.filter(({ at }) => at !== 90)
    expect(joinLatest(page(1, 120), latest).entries.map(({ id }) => id)).not.toContain('e90')
  })

  it('has nothing twice when a page is loaded twice', () => {
    const once = joinEarlier(page(61, 120), page(1, 60))
    expect(joinEarlier(once, page(1, 60)).entries).toHaveLength(120)
  })
})

describe('a long message', () => {
  it('is whole when the rest would be short', () => {
    for (const text of ['', '短', 'x'.repeat(1_850), '长'.repeat(900), 'a\n'.repeat(30)]) expect(cutLong(text)).toEqual([text, ''])
  })

  it.each([
    ['without any blank', '长'.repeat(5_000)],
    ['of emoji', '😀'.repeat(2_500)],
    ['in lines', 'line of words\n'.repeat(400)],
    ['in sentences', '这是一句话。'.repeat(900)],
  ])('%s is cut in two, and nothing of it is lost', (_name, text) => {
    const [shown, rest] = cutLong(text)
    expect(shown.length).toBeLessThanOrEqual(/^[长这]/.test(text) ? 800 : 1_600)
    expect(rest.length).toBeGreaterThan(0)
    expect(`${shown}${rest}`.replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
    expect(shown.isWellFormed()).toBe(true)
  })
})
