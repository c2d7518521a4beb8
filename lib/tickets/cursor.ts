import { z } from 'zod'
import { AppError } from '@/lib/errors'

/**
 * A place in a list of tickets. A list has two stretches: tickets that have what it is sorted by, then those that have not, the last active
 * first.
 */
export type TicketPlace = { stretch: 0 | 1; at: Date; id: string }

const cursorSchema = z.tuple([z.literal([0, 1]), z.iso.datetime().transform((text) => new Date(text)), z.uuid()])

/** A place as a caller carries it. */
export function writeCursor({ stretch, at, id }: TicketPlace): string {
  return Buffer.from(JSON.stringify([stretch, at.toISOString(), id])).toString('base64url')
}

/** @throws AppError bad_request when it is none of ours */
export function readCursor(cursor: string): TicketPlace {
  try {
    const [stretch, at, id] = cursorSchema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')))
    return { stretch, at, id }
  } catch (cause) {
    throw new AppError('bad_request', 'This cursor is not one of ours.', { cause })
  }
}
