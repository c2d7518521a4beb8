import { z } from 'zod'
import { AppError } from '@/lib/errors'
import { momentSchema } from '@/lib/moment'

export type RuleCursor = { updatedAt: Date; id: string }

const cursorSchema = z.tuple([momentSchema, z.uuid()])

/** A place in a list of rules, as a caller carries it. */
export function writeCursor({ updatedAt, id }: RuleCursor): string {
  return Buffer.from(JSON.stringify([updatedAt.toISOString(), id])).toString('base64url')
}

/** @throws AppError bad_request when it is none of ours */
export function readCursor(cursor: string): RuleCursor {
  try {
    const [updatedAt, id] = cursorSchema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')))
    return { updatedAt, id }
  } catch (cause) {
    throw new AppError('bad_request', 'This cursor is not one of ours.', { cause })
  }
}
