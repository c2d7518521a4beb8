import type { WebhookAnswer } from '@/lib/delivery/post-webhook'

/** How an attempt went: done, worth another, or hopeless. The code is what the agent reads, in the words of the screen. */
export type Verdict = { outcome: 'sent' } | { outcome: 'again' | 'failed'; errorCode: string; retryAfterSeconds?: number | null }

// Our request will be no better the next time, except where the receiver says "not now".
const PASSING_CLIENT_ERRORS = new Set([408, 409, 425, 429])

/** Judges what a receiver answered. */
export function judgeAnswer({ status, retryAfterSeconds }: WebhookAnswer): Verdict {
  if (status >= 200 && status < 300) return { outcome: 'sent' }
  const errorCode = `http_${status}`
  if (status >= 500 || PASSING_CLIENT_ERRORS.has(status)) return { outcome: 'again', errorCode, retryAfterSeconds }
  return { outcome: 'failed', errorCode }
}

const NETWORK_CODES: Record<string, string> = {
  ECONNREFUSED: 'refused',
  ECONNRESET: 'connection_lost',
  EPIPE: 'connection_lost',
  ENOTFOUND: 'name_unknown',
  EAI_AGAIN: 'name_unknown',
  EHOSTUNREACH: 'unreachable',
  ENETUNREACH: 'unreachable',
  ETIMEDOUT: 'timeout',
  ABORT_ERR: 'timeout',
}

/** Judges an attempt that got no answer. */
export function judgeError(error: unknown): Verdict {
  const { name, code } = error instanceof Error ? (error as NodeJS.ErrnoException) : {}
  if (code === 'private_address') return { outcome: 'failed', errorCode: 'private_address' }
  if (name === 'TimeoutError' || name === 'AbortError') return { outcome: 'again', errorCode: 'timeout' }
  const isTls = code?.startsWith('ERR_TLS') || code?.includes('CERT') || code === 'EPROTO'
  return { outcome: 'again', errorCode: isTls ? 'tls' : (NETWORK_CODES[code ?? ''] ?? 'network') }
}

/** 5 s, 30 s, 2 min, 10 min, 30 min, 2 h, 5 h: eight attempts over some eight hours. */
const DELAYS_SECONDS = [5, 30, 120, 600, 1_800, 7_200, 18_000]
export const MAX_ATTEMPTS = DELAYS_SECONDS.length + 1
const MAX_RETRY_AFTER_SECONDS = 3_600

/**
 * How long to wait after attempt number `attempt` (from 1), in milliseconds; null when it was the last. A fifth of
 * jitter either way, so that replies which failed together do not come back together; the receiver may ask for more.
 */
export function delayAfter(attempt: number, retryAfterSeconds: number | null = null, random = Math.random()): number | null {
  const seconds = DELAYS_SECONDS[attempt - 1]
  if (seconds === undefined) return null
  const jittered = seconds * (0.8 + random * 0.4)
  return Math.round(Math.max(jittered, Math.min(retryAfterSeconds ?? 0, MAX_RETRY_AFTER_SECONDS)) * 1_000)
}
