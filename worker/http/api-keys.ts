import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { HttpError } from './http-error'

const hash = (text: string) => createHash('sha256').update(text).digest()

/**
 * A check that a request brings one of the keys as a bearer token; with no keys everyone may pass. It tells which key
 * it was, or null. Hashes of equal length are compared and all of them, so the time it takes tells nothing about a key.
 */
export function apiKeyCheck(keys: string[]): (request: IncomingMessage) => string | null {
  const hashes = keys.map(hash)
  return (request) => {
    if (hashes.length === 0) return null
    const [, token] = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '') ?? []
    const given = token === undefined ? null : hash(token)
    const matches = hashes.map((known) => given !== null && timingSafeEqual(known, given))
    const known = hashes[matches.indexOf(true)]
    // By its hash and not its place: a job that outlives this process must not be another key's in the next one's list.
    if (known) return `key ${known.toString('hex').slice(0, 32)}`
    throw new HttpError(401, 'invalid_api_key', 'The API key is missing or wrong.', { headers: { 'www-authenticate': 'Bearer' } })
  }
}
