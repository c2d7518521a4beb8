import { z } from 'zod'
import { checkSignature, type SignatureProblem } from '@/lib/channels/standard-webhooks'
import { AppError } from '@/lib/errors'
import { decodeJson } from '@/lib/http'
import { idempotencyKeySchema, type NewTicket, newTicketSchema } from '@/lib/tickets/schema'

// The generic source: the body of POST /api/v1/tickets, signed the Standard Webhooks way.

const PROBLEMS: Record<SignatureProblem, string> = {
  timestamp_invalid: 'webhook-timestamp must be a Unix time in seconds.',
  timestamp_too_old: 'webhook-timestamp is more than five minutes old.',
  timestamp_too_new: 'webhook-timestamp is more than five minutes ahead.',
  signature_mismatch: 'webhook-signature does not fit this body and the secret of this channel.',
}

const idSchema = z.object({ 'webhook-id': idempotencyKeySchema })

/**
 * Who sent it can be no other than the holder of a live secret.
 * @returns the delivery's id
 * @throws AppError unauthorized, with a `reason` among its details
 */
export function verify(headers: Headers, raw: Uint8Array, secrets: string[], now = new Date()): { deliveryKey: string } {
  const id = headers.get('webhook-id')
  const timestamp = headers.get('webhook-timestamp')
  const signature = headers.get('webhook-signature')
  if (!id || !timestamp || !signature) {
    throw new AppError('unauthorized', 'The headers webhook-id, webhook-timestamp and webhook-signature are required.', {
      details: { reason: 'headers_missing' },
    })
  }
  const problem = checkSignature({ id, timestamp, signature }, raw, secrets, now)
  if (problem) throw new AppError('unauthorized', PROBLEMS[problem], { details: { reason: problem } })
  return { deliveryKey: idSchema.parse({ 'webhook-id': id })['webhook-id'] }
}

/**
 * The ticket in the body.
 * @throws AppError bad_request (no JSON, no UTF-8), ZodError (fields)
 */
export function parse(raw: Uint8Array): NewTicket {
  return newTicketSchema.parse(decodeJson(raw))
}
