import http from 'node:http'
import https from 'node:https'
import { signWebhook } from '@/lib/channels/standard-webhooks'
import { publicLookup, refusePrivateHost } from '@/lib/delivery/private-address'

const TIMEOUT_MS = 10_000
/** What a receiver says beyond its status is read politely up to here, and dropped. */
const MAX_RESPONSE_BYTES = 64_000

export type WebhookPost = {
  url: string
  /** `webhook-id`: the receiver's key to count it once. */
  id: string
  body: unknown
  /** The live secrets of the channel, the present one first. */
  secrets: string[]
  /** The operator named this address: it may lie in a private network. */
  allowsPrivate: boolean
  timeoutMs?: number
}

export type WebhookAnswer = { status: number; retryAfterSeconds: number | null }

/**
 * Posts a signed JSON body and returns the status it was answered with. Follows no redirect, keeps no connection, and
 * unless allowed connects to no private address, whatever the name resolves to.
 * @throws PrivateAddressError, or what the connection failed of (`code` ECONNREFUSED, ENOTFOUND, …; name TimeoutError)
 */
export async function postWebhook({ url, id, body, secrets, allowsPrivate, timeoutMs = TIMEOUT_MS }: WebhookPost): Promise<WebhookAnswer> {
  const target = new URL(url)
  if (!allowsPrivate) refusePrivateHost(target)
  const raw = Buffer.from(JSON.stringify(body))
  const options: https.RequestOptions = {
    method: 'POST',
    // A connection of its own: one kept alive would skip the look-up that judges where it leads.
    agent: false,
    signal: AbortSignal.timeout(timeoutMs),
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-length': raw.byteLength,
      'user-agent': 'Deskhand/1 (webhook)',
      ...signWebhook(secrets, { id, raw, at: new Date() }),
    },
    ...(!allowsPrivate && { lookup: publicLookup }),
  }
  return new Promise((resolve, reject) => {
    const request = (target.protocol === 'https:' ? https : http).request(target, options, (response) => {
      let size = 0
      response.on('data', (chunk: Buffer) => {
        size += chunk.byteLength
        if (size > MAX_RESPONSE_BYTES) response.destroy()
      })
      // The status is what counts; an answer that breaks off after it has still been given.
      response.on('close', () =>
        resolve({ status: response.statusCode ?? 0, retryAfterSeconds: readRetryAfter(response.headers['retry-after']) }),
      )
      response.on('error', () => undefined)
    })
    request.on('error', reject)
    request.end(raw)
  })
}

function readRetryAfter(header: string | undefined): number | null {
  return header && /^\d{1,6}$/.test(header) ? Number(header) : null
}
