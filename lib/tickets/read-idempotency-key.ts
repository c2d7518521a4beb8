import { z } from 'zod'
import { idempotencyKeySchema } from '@/lib/tickets/schema'

/** An error names the header, as it names a field of a body. */
const headerSchema = z.object({ 'Idempotency-Key': idempotencyKeySchema })

/**
 * The request's `Idempotency-Key`, made the caller's own: two callers may choose the same. Null without the header.
 * @throws ZodError when it is empty, longer than 200 characters or holds control characters
 */
export function readIdempotencyKey(request: Request, caller: { id: string }): string | null {
  const key = request.headers.get('idempotency-key')
  return key === null ? null : `${caller.id}:${headerSchema.parse({ 'Idempotency-Key': key })['Idempotency-Key']}`
}
