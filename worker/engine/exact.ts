import { guessCount, guessTokens } from './guess-tokens'
import { type Job, type Slot, writtenTokens } from './job'

/*
 * A request with a seed gets the same text under any load, on any device and with any number of threads. How llama.cpp
 * rounds depends on the shape of what it computes: one row or several (other kernels, and with threads a sum over the cache
 * that is split among them), below 64 rows of a sequence or not (attention in tiles), three rows or four (repacked weights),
 * what a GPU finds quickest for so many. So such a request is computed apart, in batches of its own whose shapes follow from
 * the request alone: its prompt in pieces that begin at multiples of one size, its reply a row a token, with as many guesses
 * as its own text suggests. It takes over what was computed in the same pieces and nothing else, and after an interruption
 * its reply is computed again in the steps in which it was written.
 */

/** What was computed at once of a reply: so many tokens from this place on, of which so many stayed. */
export type Step = { position: number; size: number; kept: number }

export type ExactRow = { position: number; tokens: number[]; draws: number; keeps?: number }

/** Tokens of one piece of a prompt: half a batch, so that the replies of others never wait for longer than usual. */
export function pieceOf({ batchSize }: { batchSize: number }): number {
  return Math.max(1, Math.floor(batchSize / 2))
}

/** So many of these tokens make whole pieces. */
export function wholePieces(tokens: number, piece: number): number {
  return Math.floor(tokens / piece) * piece
}

/** How many tokens of a slot the job may take over as they are; the last token of its prompt is always read. */
export function exactlyUsable(slot: Slot, job: Job, piece: number): number {
  return slot.lastJob === job ? slot.tokens.length : Math.min(slot.exact, wholePieces(job.promptTokens - 1, piece))
}

/** How many of its first `shared` tokens, all of them usable, an exact job need not compute. */
export function exactlyKeepable(job: Job, shared: number, piece: number): number {
  return shared >= job.promptTokens ? Math.min(shared, job.known.length - 1) : wholePieces(shared, piece)
}

/** What is to be computed next of a job that is computed apart. */
export function nextExactRow(slot: Slot, job: Job, { piece, canGuess }: { piece: number; canGuess: boolean }): ExactRow {
  const position = slot.tokens.length
  const written = writtenTokens(job)
  if (position < job.promptTokens) {
    const tokens = job.known.slice(position, Math.min(job.promptTokens, position + piece))
    return { position, tokens, draws: written === 0 && position + tokens.length === job.promptTokens ? 1 : 0 }
  }
  const step = job.steps.find((other) => other.position === position)
  if (step) {
    // What stood in the place of wrong guesses does not matter to what comes before them; that something did, does.
    const tokens = Array.from({ length: step.size }, (_, index) => job.known[position + index] ?? 0)
    return { position, tokens, draws: 0, keeps: step.kept }
  }
  const most = Math.min(guessCount(1, job.isSure), job.maxTokens - written - 1)
  const guessed = canGuess && most > 0 ? guessTokens(job.known, most, job.misses) : []
  const tokens = [job.known.at(-1) as number, ...guessed]
  return { position, tokens, draws: tokens.length }
}
