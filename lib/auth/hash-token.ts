import { createHash } from 'node:crypto'

/**
 * SHA-256 in hex of a token that is long and random by itself (session, API key). Not for passwords. Looking a caller up
 * by this hash is also what keeps the comparison's timing from telling anything about the token.
 */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
