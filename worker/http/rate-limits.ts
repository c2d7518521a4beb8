import { LRUCache } from 'lru-cache'
import { HttpError } from './http-error'

const MINUTE_MS = 60_000
// Callers without a key are addresses, and anyone can have many of those.
const MAX_CALLERS = 10_000

export type RateLimitOptions = {
  /** A minute and caller; null: as many as they like. */
  requests: number | null
  tokens: number | null
  now?: () => number
}

type Kind = 'requests' | 'tokens'
type Bucket = { left: number; at: number }

/**
 * Requests and tokens that one caller may have in a minute, as buckets that fill evenly. Tokens of a prompt are taken
 * before it is computed, those of a reply once they exist, so a bucket may run into debt and then takes longer to fill.
 */
export class RateLimits {
  readonly #options: Required<RateLimitOptions>
  readonly #buckets = new LRUCache<string, Record<Kind, Bucket>>({ max: MAX_CALLERS })

  constructor(options: RateLimitOptions) {
    this.#options = { now: Date.now, ...options }
  }

  /** @throws HttpError 429 with Retry-After and OpenAI's headers */
  takeRequest(caller: string): void {
    this.#take(caller, 'requests', 1)
  }

  /** @throws HttpError 429; never for tokens that are written already */
  takeTokens(caller: string, count: number, isWritten = false): void {
    if (isWritten) {
      const bucket = this.#bucket(caller, 'tokens')
      if (bucket) bucket.left -= count
      return
    }
    const limit = this.#options.tokens
    if (limit !== null && count > limit) {
      throw this.#refusal(caller, 'tokens', `Request too large for the limit of ${limit} tokens per minute: it has ${count}.`, null)
    }
    this.#take(caller, 'tokens', count)
  }

  /** OpenAI's headers: limit, what is left, and how long until everything is there again. */
  headers(caller: string): Record<string, string> {
    const headers: Record<string, string> = {}
    for (const kind of ['requests', 'tokens'] as const) {
      const limit = this.#options[kind]
      const bucket = this.#bucket(caller, kind)
      if (limit === null || !bucket) continue
      headers[`x-ratelimit-limit-${kind}`] = String(limit)
      headers[`x-ratelimit-remaining-${kind}`] = String(Math.max(0, Math.floor(bucket.left)))
      headers[`x-ratelimit-reset-${kind}`] = duration(((limit - bucket.left) / limit) * MINUTE_MS)
    }
    return headers
  }

  #take(caller: string, kind: Kind, count: number): void {
    const limit = this.#options[kind]
    const bucket = this.#bucket(caller, kind)
    if (limit === null || !bucket) return
    if (bucket.left < count) {
      const waitMs = ((count - bucket.left) / limit) * MINUTE_MS
      throw this.#refusal(caller, kind, `Rate limit reached: ${limit} ${kind} per minute. Please try again in ${duration(waitMs)}.`, waitMs)
    }
    bucket.left -= count
  }

  #refusal(caller: string, kind: Kind, message: string, waitMs: number | null): HttpError {
    const retry: Record<string, string> = waitMs === null ? {} : { 'retry-after': String(Math.max(1, Math.ceil(waitMs / 1000))) }
    return new HttpError(429, 'rate_limit_exceeded', message, { type: kind, headers: { ...this.headers(caller), ...retry } })
  }

  /** The caller's bucket, filled up to now; null where there is no limit. */
  #bucket(caller: string, kind: Kind): Bucket | null {
    const limit = this.#options[kind]
    if (limit === null) return null
    const now = this.#options.now()
    const full = (most: number | null): Bucket => ({ left: most ?? 0, at: now })
    const buckets = this.#buckets.get(caller) ?? { requests: full(this.#options.requests), tokens: full(this.#options.tokens) }
    this.#buckets.set(caller, buckets)
    const bucket = buckets[kind]
    bucket.left = Math.min(limit, bucket.left + ((now - bucket.at) / MINUTE_MS) * limit)
    bucket.at = now
    return bucket
  }
}

/** As OpenAI writes durations: `120ms`, `7.5s`, `6m0s`. */
function duration(ms: number): string {
  if (ms < 1_000) return `${Math.ceil(ms)}ms`
  const tenths = Math.ceil(ms / 100)
  if (tenths < 600) return `${tenths / 10}s`
  const seconds = Math.ceil(tenths / 10)
  return `${Math.floor(seconds / 60)}m${seconds % 60}s`
}
