import type { ThreadEntry, ThreadPage } from './thread-entry'

/**
 * What is known of a thread, once its latest page has been read again: that page, and above it what had been loaded
 * before. Where so much has come meanwhile that the two do not meet, the page alone: its cursor leads on from there.
 */
export function joinLatest(known: ThreadPage, latest: ThreadPage): ThreadPage {
  const from = latest.entries[0]?.at ?? Number.POSITIVE_INFINITY
  const fresh = new Set(latest.entries.map(({ id }) => id))
  const earlier = known.entries.filter(({ id, at }) => at <= from && !fresh.has(id))
  const doTheyMeet = known.entries.some(({ id }) => fresh.has(id))
  if (!latest.earlierCursor || !doTheyMeet || earlier.length === 0) return latest
  return { entries: [...earlier, ...latest.entries], earlierCursor: known.earlierCursor }
}

/** With an earlier page above. */
export function joinEarlier(known: ThreadPage, earlier: ThreadPage): ThreadPage {
  const has = new Set(known.entries.map(({ id }) => id))
  const entries: ThreadEntry[] = [...earlier.entries.filter(({ id }) => !has.has(id)), ...known.entries]
  return { entries, earlierCursor: earlier.earlierCursor }
}
