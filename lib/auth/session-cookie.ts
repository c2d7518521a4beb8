import { cookies, headers } from 'next/headers'

/** Browsers keep no cookie longer than 400 days. The session itself ends after 30 days without a visit, in the database. */
const MAX_AGE_SECONDS = 400 * 24 * 60 * 60
const COOKIE = 'deskhand_session'

/**
 * Over https the name has the `__Host-` prefix, so that no other host of the domain can plant a session; browsers refuse
 * that prefix over plain http, where many a team will run this inside its own network.
 */
export function sessionCookieName(isSecure: boolean): string {
  return isSecure ? `__Host-${COOKIE}` : COOKIE
}

/** Whether the browser came over https, as seen by the outermost proxy or by Next itself. */
function isSecureRequest(requestHeaders: Headers): boolean {
  return requestHeaders.get('x-forwarded-proto')?.split(',')[0]?.trim() === 'https'
}

/** The session's token from a Cookie header, for route handlers; null when there is none. */
export function sessionTokenOf(requestHeaders: Headers): string | null {
  const name = sessionCookieName(isSecureRequest(requestHeaders))
  for (const pair of (requestHeaders.get('cookie') ?? '').split(';')) {
    const [key, value] = pair.trim().split('=', 2)
    if (key === name && value) return value
  }
  return null
}

/** The session's token of the page or action being served; null when there is none. */
export async function readSessionToken(): Promise<string | null> {
  return sessionTokenOf(await headers())
}

/** Gives the browser the token; in actions and route handlers only. */
export async function setSessionCookie(token: string): Promise<void> {
  await writeCookie(token, MAX_AGE_SECONDS)
}

/** Takes the token away from the browser. */
export async function clearSessionCookie(): Promise<void> {
  await writeCookie('', 0)
}

async function writeCookie(value: string, maxAge: number): Promise<void> {
  const secure = isSecureRequest(await headers())
  const store = await cookies()
  store.set({ name: sessionCookieName(secure), value, maxAge, httpOnly: true, sameSite: 'lax', secure, path: '/' })
}
