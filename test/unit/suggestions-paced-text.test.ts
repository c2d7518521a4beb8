import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { pacedText } from '@/lib/suggestions/paced-text'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** What was sent, and when by the clock of the test. */
function paced() {
  const sent: [text: string, at: number][] = []
  const since = performance.now()
  const outs: (() => void)[] = []
  const send = (text: string) => {
    sent.push([text, performance.now() - since])
    return new Promise<void>((resolve) => outs.push(resolve))
  }
  const out = async () => {
    outs.shift()?.()
    await vi.advanceTimersByTimeAsync(0)
  }
  return { sent, out, ...pacedText(send, 70) }
}

describe('a text in the making', () => {
  test('is sent at once, then at most every so often, and the end of a burst without waiting for more', async () => {
    const { sent, out, show } = paced()
    for (const text of ['a', 'ab', 'abc']) show(text)
    await out()
    await vi.advanceTimersByTimeAsync(69)
    expect(sent).toEqual([['a', 0]])
    await vi.advanceTimersByTimeAsync(1)
    expect(sent).toEqual([
      ['a', 0],
      ['abc', 70],
    ])
    await out()
    await vi.advanceTimersByTimeAsync(1_000)
    expect(sent).toHaveLength(2)
    show('abcd')
    expect(sent.at(-1)).toEqual(['abcd', 1_070])
  })

  test('is not sent while the piece before it is under way, and then in its latest form', async () => {
    const { sent, out, show } = paced()
    show('a')
    await vi.advanceTimersByTimeAsync(500)
    for (const text of ['ab', 'abc']) show(text)
    expect(sent).toHaveLength(1)
    await out()
    expect(sent).toEqual([
      ['a', 0],
      ['abc', 500],
    ])
  })

  test('is not sent once it is stopped, which waits for what is under way: nothing comes after the finished draft', async () => {
    const { sent, out, show, stop } = paced()
    show('a')
    show('ab')
    let isStopped = false
    const stopped = stop().then(() => {
      isStopped = true
    })
    await vi.advanceTimersByTimeAsync(500)
    expect([sent.length, isStopped]).toEqual([1, false])
    await out()
    await stopped
    show('abc')
    await vi.advanceTimersByTimeAsync(500)
    expect(sent).toEqual([['a', 0]])
  })
})
