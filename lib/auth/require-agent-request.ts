import { findSession } from '@/lib/auth/find-session'
import type { Agent } from '@/lib/auth/schema'
import { sessionTokenOf } from '@/lib/auth/session-cookie'
import { AppError } from '@/lib/errors'

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * The person whose browser calls a route of our own pages.
 * @throws AppError unauthorized (no session), forbidden (a request that changes something and was sent by another site)
 */
export async function requireAgentRequest(request: Request): Promise<Agent> {
  if (!SAFE_METHODS.has(request.method) && !isFromOurPages(request.headers)) {
    throw new AppError('forbidden', 'This request was not sent by a page of this desk.')
  }
  const token = sessionTokenOf(request.headers)
  const agent = token ? await findSession(token) : null
  if (!agent) throw new AppError('unauthorized', 'Please sign in.')
  return agent
}

/**
 * Browsers say where a request comes from: Sec-Fetch-Site over https and on localhost, Origin everywhere else. One that
 * says neither is no browser of this decade; programs have the API and its keys.
 */
function isFromOurPages(headers: Headers): boolean {
  const site = headers.get('sec-fetch-site')
  if (site) return site === 'same-origin'
  const origin = headers.get('origin')
  // As Next does for server actions: behind a proxy the browser's host is in X-Forwarded-Host, which no page can set.
  const host = headers.get('x-forwarded-host')?.split(',')[0]?.trim() ?? headers.get('host')
  return origin !== null && URL.canParse(origin) && new URL(origin).host === host
}
