import type { DecodeRow } from './decoder'
import { nextExactRow, pieceOf } from './exact'
import { guessCount, guessTokens } from './guess-tokens'
import { isUrgent, isWriting, type Job, type Slot, writtenTokens } from './job'
import { readCount } from './tiles'

/** `keeps`: so many of its tokens stay in the cache, where the draws do not decide that. */
export type PlannedRow = DecodeRow & { slot: Slot; job: Job; keeps?: number }

export type BatchOptions = {
  batchSize: number
  /** Counts up; background work has its turn when it is a multiple of `backgroundEvery`. */
  round: number
  backgroundEvery: number
  canGuess: boolean
  /** See Decoder. */
  tileRows: number
}

type Working = { slot: Slot; job: Job }

// While replies are under way they stall for as long as a prompt is read: at most this many tokens a round. Smaller pieces
// would be shorter stalls but more of them, and a prompt that takes longer: when eight prompts of 150 new tokens come at
// once, 3.2 % of the gaps between tokens hold a stall with 256, 1.3 % with 384, and with 512 no fewer.
const PROMPT_CHUNK = 384

/**
 * The next batch: every reply under way first, with guesses of how it goes on, so that none of them stalls; then as much
 * of the waiting prompts as there is room for. Background work steps back while somebody waits for a reply, except in
 * every n-th round. Of the exact jobs, which are computed apart, one has its turn each round, so that what they cost falls
 * on themselves.
 */
export function planBatch(slots: Slot[], options: BatchOptions): PlannedRow[] {
  const { batchSize, round, backgroundEvery, canGuess, tileRows } = options
  const busy = slots.flatMap((slot) => (slot.job ? [{ slot, job: slot.job }] : []))
  const isTurn = round % backgroundEvery === 0 || !busy.some(({ job }) => isUrgent(job))
  const active = busy.filter(({ job }) => isTurn || isUrgent(job))
  const common = active.filter(({ job }) => !job.isExact)
  const writers = common.filter(({ slot }) => isWriting(slot))
  const readers = common
    .filter(({ slot }) => !isWriting(slot))
    .sort((a, b) => Number(isUrgent(b.job)) - Number(isUrgent(a.job)) || a.slot.usedAt - b.slot.usedAt)

  const rows: PlannedRow[] = []
  let room = batchSize
  for (const [index, { slot, job }] of writers.entries()) {
    // One place stays for each of the writers to come.
    const guesses = canGuess ? guessCount(writers.length, job.isSure) : 0
    const most = Math.min(guesses, room - (writers.length - index), job.maxTokens - writtenTokens(job) - 1)
    const guessed = most > 0 ? guessTokens(job.known, most, job.misses) : []
    const tokens = [job.known.at(-1) as number, ...guessed]
    rows.push({ slot, job, sequence: slot.id, position: slot.tokens.length, tokens, draws: tokens.length })
    room -= tokens.length
  }
  const apart = rowApart(active, readers.length > 0, options)
  if (apart) rows.push(apart)
  const isApartRead = apart !== null && !isWriting(apart.slot)
  if (writers.length > 0 || (apart && !isApartRead)) room = Math.min(room, PROMPT_CHUNK)
  if (isApartRead) room -= apart.tokens.length
  for (const { slot, job } of readers) {
    const position = slot.tokens.length
    const tokens = job.known.slice(position, position + readCount(slot, job, room, tileRows))
    if (tokens.length === 0) continue
    rows.push({ slot, job, sequence: slot.id, position, tokens, draws: position + tokens.length === job.known.length ? 1 : 0 })
    room -= tokens.length
  }
  return rows
}

/** The row of the exact job whose turn was longest ago. Its prompt and those of others are read in turn. */
function rowApart(active: Working[], othersRead: boolean, { batchSize, round, canGuess }: BatchOptions): PlannedRow | null {
  const [next] = active
    .filter(({ slot, job }) => job.isExact && (isWriting(slot) || !othersRead || round % 2 === 0))
    .sort((a, b) => Number(isUrgent(b.job)) - Number(isUrgent(a.job)) || a.slot.turnAt - b.slot.turnAt)
  if (!next) return null
  const { slot, job } = next
  return { slot, job, sequence: slot.id, isApart: true, ...nextExactRow(slot, job, { piece: pieceOf({ batchSize }), canGuess }) }
}
