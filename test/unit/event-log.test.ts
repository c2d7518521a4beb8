import { describe, expect, it } from 'vitest'
import { covers, Progress, readPosition, writePosition } from '@/lib/event-log'

describe('a position among the events', () => {
  it.each([
    ['12', { last: 12, gaps: [] }],
    ['12-3.7', { last: 12, gaps: [3, 7] }],
    ['', null],
    ['12-', null],
    ['-3', null],
    ['12-3.', null],
    ["12' or 1=1", null],
    ['1'.repeat(16), null],
  ])('%s is read as %j', (text, position) => {
    expect(readPosition(text)).toEqual(position)
    if (position) expect(writePosition(position)).toBe(text)
  })

  it('covers what was heard, and not what is missing below it', () => {
    const position = { last: 12, gaps: [3] }
    expect([2, 3, 12, 13].map((id) => covers(position, id))).toEqual([true, false, true, false])
  })

  it('remembers numbers that were passed over until they are heard', () => {
    const progress = new Progress({ last: 10, gaps: [] })
    progress.note(12)
    progress.note(14)
    expect(progress.position()).toEqual({ last: 14, gaps: [11, 13] })
    progress.note(11)
    expect(progress.position()).toEqual({ last: 14, gaps: [13] })
    expect([progress.covers(11), progress.covers(13), progress.covers(15)]).toEqual([true, false, false])
  })

  it('stays short enough for a header, whatever is missing', () => {
    const progress = new Progress({ last: 0, gaps: [] })
    for (let id = 2; id < 4_000; id += 2) progress.note(id)
    const text = writePosition(progress.position())
    expect(text.length).toBeLessThan(2_000)
    expect(readPosition(text)).toEqual(progress.position())
  })
})
