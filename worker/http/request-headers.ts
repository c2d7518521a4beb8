import { PRIORITY_HEADER, type Priority, prioritySchema } from '../../lib/inference/protocol'
import type { Exchange } from './exchange'
import { HttpError } from './http-error'

export const DEADLINE_HEADER = 'x-deadline-ms'

// Longer than any request may wait anyway.
const MAX_DEADLINE_MS = 24 * 60 * 60_000

export type RequestHeaders = {
  priority: Priority
  /** When a reply must have begun, by performance.now(): the deadline counts from when the request came in. */
  startBy: number | undefined
  isAsync: boolean
}

/**
 * What a request says of itself outside of its body, where OpenAI's servers ignore it.
 *
 * @throws HttpError 400 when a header says something else than it may
 */
export function readHeaders({ request: { headers }, startedAt }: Pick<Exchange, 'request' | 'startedAt'>): RequestHeaders {
  const priority = prioritySchema.safeParse(headers[PRIORITY_HEADER] ?? 'interactive')
  if (!priority.success) throw wrong(PRIORITY_HEADER, 'interactive or background')
  const deadline = headers[DEADLINE_HEADER]
  // Number() would read 0x10 and 1e3 too.
  const withinMs = deadline === undefined ? undefined : /^\d+$/.test(String(deadline)) ? Number(deadline) : Number.NaN
  if (withinMs !== undefined && !(Number.isInteger(withinMs) && withinMs > 0 && withinMs <= MAX_DEADLINE_MS)) {
    throw wrong(DEADLINE_HEADER, `a whole number of milliseconds from 1 to ${MAX_DEADLINE_MS}`)
  }
  // A preference may have parameters behind it (RFC 7240); of this one none is known.
  const preferences = String(headers.prefer ?? '')
    .split(',')
    .map((wish) => wish.split(';')[0]?.trim().toLowerCase())
  return {
    priority: priority.data,
    startBy: withinMs === undefined ? undefined : startedAt + withinMs,
    isAsync: preferences.includes('respond-async'),
  }
}

/** What reading the request and its body has left of its deadline, for whoever computes it; below 0 when it is over. */
export function withinDeadline({ startBy }: Pick<RequestHeaders, 'startBy'>): { startWithinMs?: number } {
  return startBy === undefined ? {} : { startWithinMs: startBy - performance.now() }
}

function wrong(header: string, expected: string): HttpError {
  return new HttpError(400, 'invalid_value', `${header} must be ${expected}.`, { param: header })
}
