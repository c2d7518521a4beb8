import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { CallQueue } from '@/worker/meaning/call-queue'

const never = new AbortController().signal
const options = (priority: 'interactive' | 'background', signal = never) => ({ priority, signal })

/** A call that ends when the test says so. */
function gate() {
  const calls: string[] = []
  const ends: (() => void)[] = []
  const call = (name: string) => {
    calls.push(name)
    return new Promise<string>((resolve) => ends.push(() => resolve(name)))
  }
  const end = async () => {
    await expect.poll(() => ends.length).toBeGreaterThan(0)
    ends.shift()?.()
  }
  return { calls, call, end }
}

describe('calls to a model that computes one at a time', () => {
  test('are made one by one, and those somebody waits for go before the rest of a background request', async () => {
    const queue = new CallQueue({ capacity: 4, isChatBusy: () => false })
    const { calls, call, end } = gate()
    const behind = queue.run(['b1', 'b2', 'b3'], options('background'), call)
    await expect.poll(() => calls).toEqual(['b1'])
    const other = queue.run(['c1'], options('background'), call)
    const asked = queue.run(['a1', 'a2'], options('interactive'), call)
    for (let at = 0; at < 6; at++) await end()
    expect(await behind).toEqual(['b1', 'b2', 'b3'])
    expect(await asked).toEqual(['a1', 'a2'])
    expect(await other).toEqual(['c1'])
    expect(calls.indexOf('a1')).toBe(1)
    expect(queue.requests).toBe(0)
  })

  test('that cannot begin in time are refused at once by what calls took, or once it is too late', async () => {
    const queue = new CallQueue({ capacity: 9, isChatBusy: () => false })
    const { calls, call, end } = gate()
    const first = queue.run(['a1', 'a2', 'a3'], options('interactive'), call)
    // Nothing is known yet of how long a call takes.
    const late = expect(queue.run(['b'], { ...options('interactive'), startWithinMs: 20 }, call)).rejects.toMatchObject({
      code: 'cannot_start_in_time',
    })
    const since = performance.now()
    await expect.poll(() => performance.now() - since).toBeGreaterThan(20)
    await end()
    await expect.poll(() => calls).toEqual(['a1', 'a2'])
    await expect(queue.run(['c'], { ...options('interactive'), startWithinMs: 1 }, call)).rejects.toMatchObject({
      code: 'cannot_start_in_time',
      details: { waitMs: expect.any(Number) },
    })
    await end()
    await end()
    await late
    expect(await first).toEqual(['a1', 'a2', 'a3'])
    expect(await queue.run(['d'], { ...options('interactive'), startWithinMs: 1 }, async (name) => name)).toEqual(['d'])
  })

  test('beyond its capacity are refused at once', async () => {
    const queue = new CallQueue({ capacity: 1, isChatBusy: () => false })
    const { call, end } = gate()
    const first = queue.run(['1'], options('interactive'), call)
    await expect(queue.run(['2'], options('interactive'), call)).rejects.toMatchObject({ code: 'queue_full' })
    await end()
    expect(await first).toEqual(['1'])
  })

  test('that nobody wants any more are not made, and the queue goes on', async () => {
    const queue = new CallQueue({ capacity: 3, isChatBusy: () => false })
    const { calls, call, end } = gate()
    const hangUp = new AbortController()
    const gone = queue.run(['1', '2'], options('interactive', hangUp.signal), call)
    const refused = expect(gone).rejects.toMatchObject({ code: 'aborted' })
    await expect.poll(() => calls).toEqual(['1'])
    hangUp.abort()
    await end()
    await refused
    const next = queue.run(['3'], options('interactive'), call)
    await end()
    expect(await next).toEqual(['3'])
    expect(calls).toEqual(['1', '3'])
  })

  test('a call that fails fails its request alone', async () => {
    const queue = new CallQueue({ capacity: 3, isChatBusy: () => false })
    await expect(queue.run(['1'], options('interactive'), () => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
    expect(await queue.run(['2'], options('interactive'), async (name) => name)).toEqual(['2'])
  })

  test('of the background wait for replies in progress, and those somebody waits for do not', async () => {
    let isChatBusy = true
    const queue = new CallQueue({ capacity: 3, isChatBusy: () => isChatBusy })
    const calls: string[] = []
    const call = async (name: string) => calls.push(name)
    const behind = queue.run(['b'], options('background'), call)
    await queue.run(['a'], options('interactive'), call)
    expect(calls).toEqual(['a'])
    isChatBusy = false
    await behind
    expect(calls).toEqual(['a', 'b'])
  })

  test('are all made before it is finished', async () => {
    const queue = new CallQueue({ capacity: 3, isChatBusy: () => false })
    const { call, end } = gate()
    const asked = [queue.run(['1', '2'], options('interactive'), call), queue.run(['3'], options('background'), call)]
    let isFinished = false
    const finished = queue.finish(60_000).then(() => (isFinished = true))
    for (const _ of [1, 2, 3]) {
      expect(isFinished).toBe(false)
      await end()
    }
    expect(await Promise.all(asked)).toEqual([['1', '2'], ['3']])
    await finished
    await expect(queue.run(['4'], options('interactive'), call)).rejects.toMatchObject({ code: 'stopping' })
  })

  test('are refused at the deadline to finish', async () => {
    const queue = new CallQueue({ capacity: 3, isChatBusy: () => false })
    const { calls, call, end } = gate()
    const refused = expect(queue.run(['1', '2'], options('interactive'), call)).rejects.toMatchObject({ code: 'stopping' })
    const finished = queue.finish(0)
    // Timers end in the order in which they began: the deadline has come.
    await wait(1)
    await end()
    await Promise.all([finished, refused])
    expect(calls).toEqual(['1'])
  })

  test('are refused once it has stopped, which waits for the one in progress', async () => {
    const queue = new CallQueue({ capacity: 3, isChatBusy: () => false })
    const { calls, call, end } = gate()
    const first = queue.run(['1', '2'], options('interactive'), call)
    await expect.poll(() => calls).toEqual(['1'])
    const refused = expect(first).rejects.toMatchObject({ code: 'stopping' })
    let hasStopped = false
    const stopped = queue.stop().then(() => (hasStopped = true))
    expect(hasStopped).toBe(false)
    await end()
    await stopped
    await refused
  })
})
