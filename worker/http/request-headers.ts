import type { IncomingMessage } from 'node:http'
import { PRIORITY_HEADER, type Priority, prioritySchema } from '../../lib/inference/protocol'
import { HttpError } from './http-error'

export const DEADLINE_HEADER = 'x-deadline-ms'

// Longer than any request may wait anyway.
const MAX_DEADLINE_MS = 24 * 60 * 60_000

export type RequestHeaders = { priority: Priority; startWithinMs: number | undefined; isAsync: boolean }

/**
 * What a request says of itself outside of its body, where OpenAI's servers ignore it.
 *
 * @throws HttpError 400 when a header says something else than it may
 */
export function readHeaders({ headers }: IncomingMessage): RequestHeaders {
  const priority = prioritySchema.safeParse(headers[PRIORITY_HEADER] ?? 'interactive')
  if (!priority.success) throw wrong(PRIORITY_HEADER, 'interactive or background')
  const deadline = headers[DEADLINE_HEADER]
  // Number() would read 0x10 and 1e3 too.
  const startWithinMs = deadline === undefined ? undefined : /^\d+$/.test(String(deadline)) ? Number(deadline) : Number.NaN
  if (startWithinMs !== undefined && !(Number.isInteger(startWithinMs) && startWithinMs > 0 && startWithinMs <= MAX_DEADLINE_MS)) {
    throw wrong(DEADLINE_HEADER, `a whole number of milliseconds from 1 to ${MAX_DEADLINE_MS}`)
  }
  // A preference may have parameters behind it (RFC 7240); of this one none is known.
  const preferences = String(headers.prefer ?? '')
    .split(',')
    .map((wish) => wish.split(';')[0]?.trim().toLowerCase())
  return { priority: priority.data, startWithinMs, isAsync: preferences.includes('respond-async') }
}

function wrong(header: string, expected: string): HttpError {
  return new HttpError(400, 'invalid_value', `${header} must be ${expected}.`, { param: header })
}
