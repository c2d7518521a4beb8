import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { describeError, log } from '@/lib/log'
import { perProcess } from '@/lib/per-process'
import { redis } from '@/lib/redis'

const FLIGHT = 'deskhand:flight:'
const POLL_MS = 60
/** Only the holder may release a lock: its time may have run out and another may hold it now. */
const RELEASE = "if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) end return 0"

const inProcess = perProcess('flights', () => new Map<string, Promise<unknown>>())

type Flight<T> = {
  key: string
  /** Who waits gives up then and gets null, in milliseconds since the epoch. */
  deadlineAt: number
  /** Makes the answer; called by one at a time, across processes. */
  generate: () => Promise<T>
  /** Looks whether the one before has left an answer. */
  find: () => Promise<T | null>
}

/**
 * One generation per key at a time: the first generates, the others wait and take what it left. Where the first left
 * nothing (it failed, or its answer may not be kept), the next one generates. Without Redis this holds per process.
 * @returns the answer and whether this caller made it; null when the deadline came while waiting
 */
export async function singleFlight<T>(flight: Flight<T>): Promise<{ value: T; isOwn: boolean } | null> {
  while (Date.now() < flight.deadlineAt) {
    const running = inProcess.get(flight.key)
    if (running) {
      await Promise.race([running.catch(() => undefined), sleep(Math.max(0, flight.deadlineAt - Date.now()))])
      const left = await flight.find()
      if (left !== null) return { value: left, isOwn: false }
      continue
    }
    const own = lead(flight)
    inProcess.set(flight.key, own)
    try {
      return await own
    } finally {
      inProcess.delete(flight.key)
    }
  }
  return null
}

async function lead<T>(flight: Flight<T>): Promise<{ value: T; isOwn: boolean } | null> {
  const token = randomUUID()
  while (Date.now() < flight.deadlineAt) {
    const lock = await acquire(flight.key, token, flight.deadlineAt - Date.now() + 2_000)
    if (lock === 'taken') {
      await sleep(POLL_MS)
      const left = await flight.find()
      if (left !== null) return { value: left, isOwn: false }
      continue
    }
    try {
      return { value: await flight.generate(), isOwn: true }
    } finally {
      if (lock === 'held') await release(flight.key, token)
    }
  }
  return null
}

async function acquire(key: string, token: string, ttlMs: number): Promise<'held' | 'taken' | 'unlocked'> {
  const client = redis()
  if (!client) return 'unlocked'
  try {
    return (await client.set(FLIGHT + key, token, 'PX', Math.ceil(ttlMs), 'NX')) === 'OK' ? 'held' : 'taken'
  } catch (cause) {
    log.debug({ event: 'flight.acquire', cause: describeError(cause) })
    return 'unlocked'
  }
}

async function release(key: string, token: string): Promise<void> {
  try {
    await redis()?.eval(RELEASE, 1, FLIGHT + key, token)
  } catch (cause) {
    log.debug({ event: 'flight.release', cause: describeError(cause) })
  }
}
