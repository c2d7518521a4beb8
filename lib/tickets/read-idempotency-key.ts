import { idempotencyKeySchema } from '@/lib/tickets/schema'

/**
 * The request's `Idempotency-Key`, made the caller's own: two callers may choose the same. Null without the header.
 * @throws ZodError when it is empty, longer than 200 characters or holds control characters
 */
export function readIdempotencyKey(request: Request, caller: { id: string }): string | null {
  const key = request.headers.get('idempotency-key')
  return key === null ? null : `${caller.id}:${idempotencyKeySchema.parse(key)}`
}
