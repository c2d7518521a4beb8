/**
 * Whether the customer has written since an agent last opened the ticket. While somebody waits for an answer, the last
 * activity is the customer's: a reply ends the waiting, and a note is no activity.
 */
export function isUnread(ticket: { waitingSince: Date | null; activeAt: Date; seenAt: Date | null }): boolean {
  const { waitingSince, activeAt, seenAt } = ticket
  return waitingSince !== null && (seenAt === null || seenAt < activeAt)
}
