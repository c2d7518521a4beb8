import { AppError } from '@/lib/errors'
import { findUnfilled } from '@/lib/macros/find-unfilled'

/**
 * A reply in which a macro's value is still missing does not leave.
 * @throws AppError unprocessable, `details.reason: unfilled`
 */
export function requireFilled(text: string): void {
  const missing = findUnfilled(text)
  if (missing.length > 0) {
    throw new AppError('unprocessable', `The reply has values to be filled in: ${missing.join(', ')}.`, { details: { reason: 'unfilled' } })
  }
}
