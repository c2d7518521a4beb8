/**
 * The caller's address for rate limits and the audit book. Next fills X-Forwarded-For from the socket when nobody else did;
 * behind a reverse proxy its last entry is the one that proxy saw, the ones before it are the caller's own claim.
 */
export function clientAddress(headers: Headers): string {
  const last = headers.get('x-forwarded-for')?.split(',').at(-1)?.trim()
  return last ? last.slice(0, 64) : 'unknown'
}
