import { createHmac, timingSafeEqual } from 'node:crypto'

/** Five minutes either way, as the Standard Webhooks specification advises: room for clocks, none for replays. */
const WINDOW_SECONDS = 300

export type WebhookHeaders = { id: string; timestamp: string; signature: string }
export type SignatureProblem = 'timestamp_invalid' | 'timestamp_too_old' | 'timestamp_too_new' | 'signature_mismatch'

/** The signing key inside `whsec_<base64>`. */
function keyOf(secret: string): Buffer {
  return Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
}

function sign(secret: string, id: string, timestamp: string, raw: Uint8Array): Buffer {
  return createHmac('sha256', keyOf(secret)).update(`${id}.${timestamp}.`).update(raw).digest()
}

/**
 * The headers that prove a body is ours, one signature for each live secret, so that the receiver may rotate in its
 * own time.
 * @param at when it is sent; each attempt is signed anew
 */
export function signWebhook(secrets: string[], { id, raw, at }: { id: string; raw: Uint8Array; at: Date }): Record<string, string> {
  const timestamp = String(Math.floor(at.getTime() / 1000))
  const signatures = secrets.map((secret) => `v1,${sign(secret, id, timestamp, raw).toString('base64')}`)
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signatures.join(' ') }
}

/**
 * What is wrong with a signature, or null. The raw bytes are what was signed: text would already be a reading of them.
 * @param secrets those that are live; any of them will do, as will any of the `v1` signatures in the header
 */
export function checkSignature(headers: WebhookHeaders, raw: Uint8Array, secrets: string[], now = new Date()): SignatureProblem | null {
  if (!/^\d{1,12}$/.test(headers.timestamp)) return 'timestamp_invalid'
  const age = Math.floor(now.getTime() / 1000) - Number(headers.timestamp)
  if (age > WINDOW_SECONDS) return 'timestamp_too_old'
  if (age < -WINDOW_SECONDS) return 'timestamp_too_new'
  const given = headers.signature
    .split(' ')
    .filter((part) => part.startsWith('v1,'))
    .map((part) => Buffer.from(part.slice(3), 'base64'))
  const expected = secrets.map((secret) => sign(secret, headers.id, headers.timestamp, raw))
  const isSigned = expected.some((mac) => given.some((signature) => signature.length === mac.length && timingSafeEqual(signature, mac)))
  return isSigned ? null : 'signature_mismatch'
}
