import { createHmac, randomUUID } from 'node:crypto'
import { POST as receiveWebhook } from '@/app/api/webhooks/[channelId]/route'
import { createApiKey } from '@/lib/auth/create-api-key'
import type { ApiKeyScope } from '@/lib/auth/schema'

// Those who bring tickets: senders of webhooks and callers of the API, at the doors themselves.

export type TicketBody = Record<string, unknown>

/** The body of a new ticket; every field can be replaced. */
export function ticketBody(fields: TicketBody = {}): TicketBody {
  return {
    subject: '耳机还没发货',
    message: { text: '我昨天买的耳机还没发货，怎么回事？' },
    contact: { name: '李雷', email: 'lilei@example.com' },
    ...fields,
  }
}

export type Sending = {
  id?: string
  /** Unix time in seconds. */
  timestamp?: number
  /** Replaces the signature that would be right. */
  signature?: string
}

/** Headers of Standard Webhooks, made here from the specification and not by the code under test. */
export function webhookHeaders(secret: string, raw: Uint8Array, sending: Sending = {}): Record<string, string> {
  const { id = `msg_${randomUUID()}`, timestamp = Math.floor(Date.now() / 1000) } = sending
  const key = Buffer.from(secret.slice('whsec_'.length), 'base64')
  const mac = createHmac('sha256', key).update(`${id}.${timestamp}.`).update(raw).digest('base64')
  return { 'webhook-id': id, 'webhook-timestamp': String(timestamp), 'webhook-signature': sending.signature ?? `v1,${mac}` }
}

/** Posts raw bytes to a channel's door, signed. */
export function postRaw(channel: { id: string; secret: string }, raw: Uint8Array, sending: Sending = {}): Promise<Response> {
  const request = new Request(`http://desk.test/api/webhooks/${channel.id}`, {
    method: 'POST',
    body: Buffer.from(raw),
    headers: { 'content-type': 'application/json', ...webhookHeaders(channel.secret, raw, sending) },
  })
  return Promise.resolve(receiveWebhook(request, { params: Promise.resolve({ channelId: channel.id }) }))
}

/** Posts a JSON body to a channel's door, signed. */
export function postWebhookBody(channel: { id: string; secret: string }, body: TicketBody, sending: Sending = {}): Promise<Response> {
  return postRaw(channel, Buffer.from(JSON.stringify(body)), sending)
}

/** An API key that opens `scopes`, as the header a caller sends. */
export async function apiHeaders(scopes: ApiKeyScope[] = ['*']): Promise<Record<string, string>> {
  const { key } = await createApiKey({ name: 'test', scopes })
  return { authorization: `Bearer ${key}`, 'content-type': 'application/json' }
}

/** A request to the API's doors. */
export function apiRequest(path: string, headers: Record<string, string>, body?: unknown): Request {
  return new Request(`http://desk.test${path}`, {
    headers,
    ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
  })
}
