import { LRUCache } from 'lru-cache'
import { z } from 'zod'
import { hashToken } from '@/lib/auth/hash-token'
import { AppError } from '@/lib/errors'
import { describeError, log } from '@/lib/log'
import { perProcess } from '@/lib/per-process'
import { redis } from '@/lib/redis'

export type RateLimit = {
  /** What is counted, `sign-in:203.0.113.7`. Stored hashed: it may hold addresses of people. */
  key: string
  /** How many within the window are let through. */
  limit: number
  windowSeconds: number
}

type Count = { count: number; msLeft: number }

// One step for the server: INCR and PEXPIRE apart could leave a counter that never ends. PTTL heals such a one.
const COUNT_SCRIPT = `
local count = redis.call('INCR', KEYS[1])
local left = redis.call('PTTL', KEYS[1])
if left < 0 then
  redis.call('PEXPIRE', KEYS[1], ARGV[1])
  left = tonumber(ARGV[1])
end
return {count, left}`

const countSchema = z.tuple([z.number().int(), z.number().int()]).transform(([count, msLeft]): Count => ({ count, msLeft }))

/** 20,000 callers a process; whoever falls out of it starts anew, which is the price of having no Redis. */
const MAX_KEYS = 20_000
const counters = perProcess('rates', () => new LRUCache<string, { count: number; endsAt: number }>({ max: MAX_KEYS }))

function countHere(key: string, windowMs: number): Count {
  const now = Date.now()
  const known = counters.get(key)
  const current = known && known.endsAt > now ? known : { count: 0, endsAt: now + windowMs }
  current.count += 1
  counters.set(key, current)
  return { count: current.count, msLeft: current.endsAt - now }
}

async function count(key: string, windowMs: number): Promise<Count> {
  const client = redis()
  if (!client) return countHere(key, windowMs)
  try {
    return countSchema.parse(await client.eval(COUNT_SCRIPT, 1, key, windowMs))
  } catch (cause) {
    // Redis left in mid-command: the limit goes on in this process, nobody is let in or kept out because of it.
    log.debug({ event: 'rate.fallback', cause: describeError(cause) })
    return countHere(key, windowMs)
  }
}

/**
 * Counts one more use of the key in a fixed window, across processes while Redis serves and within this one otherwise.
 * @throws AppError rate_limited with `details: {retryAfterSeconds}` past the limit
 */
export async function limitRate({ key, limit, windowSeconds }: RateLimit): Promise<void> {
  const used = await count(`deskhand:rate:${hashToken(`${windowSeconds}:${key}`)}`, windowSeconds * 1_000)
  if (used.count <= limit) return
  const retryAfterSeconds = Math.max(1, Math.ceil(used.msLeft / 1_000))
  throw new AppError('rate_limited', `Too many attempts. Try again in ${retryAfterSeconds} s.`, { details: { retryAfterSeconds } })
}
