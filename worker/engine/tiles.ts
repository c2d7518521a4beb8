import type { Decoder } from './decoder'
import { pieceOf, wholePieces } from './exact'
import { type Job, type Slot, writtenTokens } from './job'

/*
 * A reply should not depend on who else is served, also where nobody asked for that with a seed (exact.ts) and it is to be
 * had for nothing. llama.cpp computes the attention of 64 and more tokens of a sequence in tiles on a CPU, of fewer row by
 * row, and the two round otherwise (a logprob differs by up to 0.1). So which of the two it is follows from the request
 * alone: a prompt is read in tiles to its last token, or row by row when it is shorter than a tile; a reply is row by row.
 * With one thread and Q8_0 weights that is all there is, and the bits stay the same (test/model/sampling.test.ts).
 */

/** How many tokens to read next, none when the room is too small for a tile and the rest must be one. */
export function readCount({ tokens }: Pick<Slot, 'tokens'>, job: Job, room: number, tileRows: number): number {
  const left = job.known.length - tokens.length
  if (tileRows === 0) return Math.min(room, left)
  const prompt = job.promptTokens - tokens.length
  // What was written before an interruption.
  if (prompt <= 0) return Math.min(room, left, tileRows - 1)
  if (job.promptTokens < tileRows || prompt <= room) return Math.min(room, prompt)
  const count = Math.min(room, prompt - tileRows)
  return count >= tileRows ? count : 0
}

/**
 * How many of the job's first `shared` tokens, which are in a cache, it need not read. At least the last token of a prompt
 * is read, because the first of the reply is drawn from it, and with it a whole tile.
 */
export function keepable(job: Job, shared: number, tileRows: number): number {
  if (tileRows === 0) return Math.min(shared, job.known.length - 1)
  if (job.promptTokens < tileRows) return 0
  if (writtenTokens(job) > 0 && shared >= job.promptTokens) return job.promptTokens
  return Math.min(shared, job.promptTokens - tileRows)
}

/** How many of a sequence's tokens others may take over from the job that reads them there. */
export function shareable(job: Job, { tileRows, batchSize }: Pick<Decoder, 'tileRows' | 'batchSize'>): number {
  if (tileRows === 0) return Number.POSITIVE_INFINITY
  // Its last piece may be smaller than a tile.
  if (job.isExact) return wholePieces(job.promptTokens, pieceOf({ batchSize }))
  return job.promptTokens < tileRows ? 0 : job.promptTokens
}
