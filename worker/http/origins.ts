import type { IncomingMessage } from 'node:http'
import { HttpError } from './http-error'

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
    'access-control-expose-headers':
      'location, retry-after, x-deskhand-dropped-messages, x-ratelimit-remaining-requests, x-ratelimit-remaining-tokens',
    vary: 'Origin',
  }
}

/** What a browser wants to know before it sends a request that could do something. */
export function preflightHeaders(cors: Record<string, string>): Record<string, string> {
  return {
    ...cors,
    'access-control-allow-methods': 'GET, POST, DELETE',
    'access-control-allow-headers': 'authorization, content-type, prefer, x-priority, x-deadline-ms',
    'access-control-max-age': '600',
  }
}
