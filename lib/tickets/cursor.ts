import { z } from 'zod'
import { AppError } from '@/lib/errors'

export type TicketCursor = { activeAt: Date; id: string }

const cursorSchema = z.tuple([z.iso.datetime().transform((text) => new Date(text)), z.uuid()])

/** A place in a list of tickets, as a caller carries it. */
export function writeCursor({ activeAt, id }: TicketCursor): string {
  return Buffer.from(JSON.stringify([activeAt.toISOString(), id])).toString('base64url')
}

/** @throws AppError bad_request when it is none of ours */
export function readCursor(cursor: string): TicketCursor {
  try {
    const [activeAt, id] = cursorSchema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')))
    return { activeAt, id }
  } catch (cause) {
    throw new AppError('bad_request', 'This cursor is not one of ours.', { cause })
  }
}
