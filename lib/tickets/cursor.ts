import { z } from 'zod'
import { AppError } from '@/lib/errors'
import { momentSchema } from '@/lib/moment'
import type { TicketSort } from '@/lib/tickets/schema'

/**
 * A place in a list of tickets. A list has two stretches: tickets that have what it is sorted by, then those that have not, the last active
 * first.
 */
export type TicketPlace = { stretch: 0 | 1; at: Date; id: string }

const cursorSchema = z.tuple([z.literal([0, 1]), momentSchema, z.uuid()])

/** Before the first place of every list. */
export function beginningOf(sort: TicketSort): TicketPlace {
  return { stretch: 0, at: sort === 'active' ? new Date('9999-01-01') : new Date(0), id: 'ffffffff-ffff-ffff-ffff-ffffffffffff' }
}

/** In front of a place in a list of what is found with a letter wrong. */
const TOLERANT = '~'

/** A place as a caller carries it. */
export function writeCursor({ stretch, at, id }: TicketPlace, isTolerant = false): string {
  return `${isTolerant ? TOLERANT : ''}${Buffer.from(JSON.stringify([stretch, at.toISOString(), id])).toString('base64url')}`
}

/** @throws AppError bad_request when it is none of ours */
export function readCursor(cursor: string): { place: TicketPlace; isTolerant: boolean } {
  const isTolerant = cursor.startsWith(TOLERANT)
  try {
    const place = Buffer.from(cursor.slice(isTolerant ? TOLERANT.length : 0), 'base64url').toString('utf8')
    const [stretch, at, id] = cursorSchema.parse(JSON.parse(place))
    return { place: { stretch, at, id }, isTolerant }
  } catch (cause) {
    throw new AppError('bad_request', 'This cursor is not one of ours.', { cause })
  }
}
