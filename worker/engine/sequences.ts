import type { EngineCounts } from '../engine'
import type { SlotChoice } from './choose-slot'
import type { Decoder } from './decoder'
import { pieceOf, wholePieces } from './exact'
import type { Job, Slot } from './job'
import type { PlannedRow } from './plan-batch'
import { shareable } from './tiles'

/** The books of what each sequence of the decoder holds. */
export class Sequences {
  readonly slots: Slot[]
  /** False once the model has turned out to be one that cannot forget a part: each wrong guess would cost it everything. */
  canGuess: boolean
  readonly #decoder: Decoder
  readonly #counts: EngineCounts
  #uses = 0

  constructor(decoder: Decoder, counts: EngineCounts) {
    this.#decoder = decoder
    this.#counts = counts
    this.canGuess = decoder.features.has('guesses')
    this.slots = Array.from({ length: decoder.sequences }, (_, id) => ({
      id,
      tokens: [],
      shareable: 0,
      exact: 0,
      usedAt: 0,
      turnAt: 0,
      lastJob: null,
      job: null,
    }))
  }

  /** Gives the job its slot and makes the sequence hold what the job can use, and no more. */
  async take(job: Job, { id, keep, copyFrom }: Extract<SlotChoice, { kind: 'slot' }>): Promise<void> {
    const slot = this.slots[id] as Slot
    slot.job = job
    slot.usedAt = ++this.#uses
    const source = copyFrom === null ? slot : (this.slots[copyFrom] as Slot)
    if (source !== slot) await this.#decoder.copySequence(slot.id, source.id)
    const { tokens, exact } = source
    slot.lastJob = job
    slot.tokens = tokens.slice(0, keep)
    slot.exact = Math.min(exact, keep)
    slot.shareable = shareable(job, this.#decoder)
    if (tokens.length > keep) await this.#cut(slot, keep)
    this.#decoder.setSampling(slot.id, job.sampling, job.known.slice(job.promptTokens))
    // Going on after an interruption is no second request.
    if (job.cachedTokens !== null) return
    job.cachedTokens = slot.tokens.length
    this.#counts.promptTokens += job.promptTokens
    this.#counts.cachedTokens += job.cachedTokens
  }

  /** Writes down what the cache now holds: the row, but for guesses that were wrong, which are taken out of it. */
  async book({ slot, job, position, tokens, draws, keeps }: PlannedRow, drawn: number): Promise<void> {
    const guessed = Math.max(0, draws - 1)
    const right = Math.max(0, Math.min(guessed, drawn - 1))
    const kept = keeps ?? tokens.length - guessed + right
    for (const token of tokens.slice(0, kept)) slot.tokens.push(token)
    if (job.isExact) this.#bookExact(slot, job, { position, size: tokens.length, kept })
    if (guessed > 0) {
      this.#counts.draftedTokens += guessed
      this.#counts.acceptedTokens += right
      job.isSure = right === guessed
      job.misses = right * 2 >= guessed ? 0 : job.misses + 1
    }
    if (kept < tokens.length) await this.#cut(slot, position + kept)
  }

  /** After a failure nobody knows what the sequence holds. */
  async empty(slot: Slot): Promise<void> {
    forget(slot)
    await this.#decoder.keepPrefix(slot.id, 0)
  }

  #bookExact(slot: Slot, job: Job, step: Job['steps'][number]): void {
    slot.turnAt = this.#counts.rounds
    if (step.position < job.promptTokens) slot.exact = wholePieces(slot.tokens.length, pieceOf(this.#decoder))
    else if (!job.steps.some(({ position }) => position === step.position)) job.steps.push(step)
  }

  async #cut(slot: Slot, length: number): Promise<void> {
    if (await this.#decoder.keepPrefix(slot.id, length)) return
    // A model that cannot forget a part must read everything again; guesses would cost that each time.
    forget(slot)
    this.canGuess = false
  }
}

function forget(slot: Slot): void {
  slot.tokens = []
  slot.exact = 0
}
