import { expect, it } from 'vitest'
import { readTimings } from '@/lib/suggestions/read-timings'

const at = (ms: number) => new Date(1_000_000 + ms)

it('a draft of the model has its time in parts that make up the whole', () => {
  const row = { queuedAt: at(0), startedAt: at(200), firstWordAt: at(900), finishedAt: at(2_300), ms: 2_000, searchMs: 40 }
  expect(readTimings(row)).toEqual({ queue: 200, search: 40, firstWord: 600, writing: 1_400, rest: 60, total: 2_300 })
})

it('one without a model has no first word: all of the ladder made it', () => {
  const row = { queuedAt: at(0), startedAt: at(10), firstWordAt: null, finishedAt: at(60), ms: 12, searchMs: 30 }
  expect(readTimings(row)).toEqual({ queue: 10, search: 30, firstWord: null, writing: 12, rest: 8, total: 60 })
})

it('one that replaced its fallback later counts its own ladder, not the wait before it', () => {
  const row = { queuedAt: at(0), startedAt: at(10), firstWordAt: at(60_500), finishedAt: at(61_000), ms: 1_000, searchMs: 20 }
  expect(readTimings(row)).toMatchObject({ firstWord: 500, writing: 500, rest: 59_970, total: 61_000 })
})

it('what is not stored is not told, and clocks that differ make no negative time', () => {
  const waiting = { queuedAt: at(5), startedAt: null, firstWordAt: null, finishedAt: null, ms: null, searchMs: null }
  expect(readTimings(waiting)).toEqual({ queue: null, search: null, firstWord: null, writing: null, rest: null, total: null })
  expect(readTimings({ ...waiting, startedAt: at(0) }).queue).toBe(0)
})
