/** The moments of a draft as its row has them. */
export type DraftMoments = {
  queuedAt: Date
  startedAt: Date | null
  firstWordAt: Date | null
  finishedAt: Date | null
  /** From the beginning of the ladder to the result. */
  ms: number | null
  searchMs: number | null
}

/** Where the time of a draft went, in milliseconds; null where the row does not tell or it did not happen. */
export type DraftTimings = {
  /** In line for a free hand. */
  queue: number | null
  /** Finding the rules. */
  search: number | null
  /** From there to the model's first word. */
  firstWord: number | null
  /** From the first word to the checked reply; of a reply without a model, all of it. */
  writing: number | null
  /** What the total has beyond these: reading the conversation, waiting for a model that is away, storing. */
  rest: number | null
  total: number | null
}

/**
 * Reads the timings from a stored draft. A draft that replaced its fallback has the fallback's start, so what the ladder did is counted back
 * from its end.
 */
export function readTimings({ queuedAt, startedAt, firstWordAt, finishedAt, ms, searchMs }: DraftMoments): DraftTimings {
  const ladderAt = finishedAt && ms !== null ? finishedAt.getTime() - ms : null
  const parts = {
    queue: startedAt && positive(startedAt.getTime() - queuedAt.getTime()),
    search: searchMs,
    firstWord: firstWordAt && ladderAt !== null ? positive(firstWordAt.getTime() - ladderAt) : null,
    writing: firstWordAt && finishedAt ? positive(finishedAt.getTime() - firstWordAt.getTime()) : ms,
  }
  const total = finishedAt && positive(finishedAt.getTime() - queuedAt.getTime())
  const told = Object.values(parts).reduce<number>((sum, part) => sum + (part ?? 0), 0)
  return { ...parts, rest: total === null ? null : positive(total - told), total }
}

/** Two processes' clocks may differ by a little. */
function positive(ms: number): number {
  return Math.max(0, ms)
}
