import type { IncomingMessage } from 'node:http'
import { HttpError } from './http-error'

const OWN_HEADERS = 'authorization, content-type, prefer, x-priority, x-deadline-ms'
/** What a page's script may read of an answer besides its body. */
const EXPOSED = [
  'location',
  'preference-applied',
  'retry-after',
  'x-request-id',
  'x-deskhand-dropped-messages',
  'x-deskhand-wait-ms',
  ...['limit', 'remaining', 'reset'].flatMap((part) => [`x-ratelimit-${part}-requests`, `x-ratelimit-${part}-tokens`]),
]

/**
 * Pages of other sites. A browser names the page in `Origin`; programs do not send it. Without a key any page that its
 * reader opens could put this machine to work, so a page must be on the list, and only those get CORS headers.
 *
 * @param allowed origins, or `*` for every page
 * @returns the headers for the answer
 * @throws HttpError 403
 */
export function corsHeaders(request: IncomingMessage, allowed: string[]): Record<string, string> {
  const { origin } = request.headers
  if (origin === undefined) return {}
  if (!allowed.includes('*') && !allowed.includes(origin)) {
    throw new HttpError(403, 'origin_not_allowed', 'Pages of this origin are not allowed; WORKER_CORS_ORIGINS names those that are.')
  }
  return {
    'access-control-allow-origin': allowed.includes('*') ? '*' : origin,
    'access-control-expose-headers': EXPOSED.join(', '),
    vary: 'Origin',
  }
}

/**
 * What a browser wants to know before it sends a request that could do something. Whatever headers it would like to send it may: those
 * that mean nothing here, as the x-stainless-* of OpenAI's own client, do no harm.
 */
export function preflightHeaders(request: IncomingMessage, cors: Record<string, string>): Record<string, string> {
  return {
    ...cors,
    vary: 'Origin, Access-Control-Request-Headers',
    'access-control-allow-methods': 'GET, POST, DELETE',
    'access-control-allow-headers': String(request.headers['access-control-request-headers'] ?? OWN_HEADERS),
    'access-control-max-age': '600',
  }
}
