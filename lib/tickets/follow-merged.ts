import { AppError } from '@/lib/errors'

export type Followed = {
  /** Where the ticket's messages are now: itself, when it is merged into none. */
  ticketId: string
  /** From the ticket asked for to where its messages are. */
  path: string[]
}

/** Duplicates of duplicates; more is nobody's deed. */
const MAX_STEPS = 20

/**
 * Follows a ticket to the one its messages have gone to, and holds every row on the way, in the direction of the merges:
 * all who follow come in one order, and a merge or its undoing waits, or is waited for.
 * @param lock holds a ticket's row and answers which ticket it has been merged into
 */
export async function followMerged(lock: (ticketId: string) => Promise<string | null>, from: string): Promise<Followed> {
  const path = [from]
  for (let ticketId = from; path.length <= MAX_STEPS; ) {
    const next = await lock(ticketId)
    if (!next) return { ticketId, path }
    path.push(next)
    ticketId = next
  }
  throw new AppError('internal', 'These merges lead nowhere.')
}

/**
 * The key of a message under the ticket it has gone to: two tickets may know different messages by one key, and who sends
 * again to the old ticket must find the message that is there.
 */
export function keyAfterMerges(clientKey: string | null, { path }: Followed): string | null {
  return clientKey === null ? null : path.slice(0, -1).reduce((key, ticketId) => `${ticketId}/${key}`, clientKey)
}
