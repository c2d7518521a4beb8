import { type EngineCounts, EngineError } from '../engine'
import { placeFor, protectionOf, slotToTake, starvedDraft } from './admission'
import type { Decoder, DrawnToken, RowResult, Vocabulary } from './decoder'
import { complete, handOver } from './hand-over'
import { isWriting, type Job, type Slot, writtenTokens } from './job'
import { type PlannedRow, planBatch } from './plan-batch'
import { Rates } from './rates'
import { Sequences } from './sequences'
import { WaitingList } from './waiting-list'

export type RoundsParts = {
  decoder: Decoder
  vocabulary: Vocabulary
  /** Background work takes part in every n-th round while somebody waits for a reply. */
  backgroundEvery: number
  now: () => number
}

const aborted = () => new EngineError('aborted', 'The request was aborted.')
const stopping = () => new EngineError('stopping', 'The server is stopping.')

/**
 * Continuous batching: in every round all replies under way advance in one common batch, and prompts are read in the room
 * that is left. A request enters as soon as a slot is free; one that somebody waits for takes the slot of a draft made
 * ahead, which goes on later from where it was.
 */
export class Rounds {
  readonly waiting = new WaitingList()
  readonly rates = new Rates()
  readonly counts: EngineCounts = { rounds: 0, failedRounds: 0, draftedTokens: 0, acceptedTokens: 0, promptTokens: 0, cachedTokens: 0 }
  readonly #parts: RoundsParts
  readonly #sequences: Sequences
  #running: Promise<void> | null = null
  #isAborting = false
  /** When a protected draft was last done. */
  #protectedUntil = Number.NEGATIVE_INFINITY

  constructor(parts: RoundsParts) {
    this.#parts = parts
    this.#sequences = new Sequences(parts.decoder, this.counts)
  }

  get slots(): readonly Slot[] {
    return this.#sequences.slots
  }

  /** Takes a job; it is resolved or rejected when it is done. */
  add(job: Job): void {
    job.request.signal.addEventListener('abort', () => this.waiting.remove(job) && job.reject(aborted()), { once: true })
    this.waiting.add(job)
    this.#running ??= this.#run()
  }

  /** Until there is nothing left to do; what is not done at the deadline is aborted. */
  async finish(deadlineMs: number): Promise<void> {
    const timer = setTimeout(() => {
      this.#isAborting = true
    }, deadlineMs)
    await this.#running
    clearTimeout(timer)
  }

  async #run(): Promise<void> {
    // Requests that arrive in the same turn of the event loop share the first batch.
    await new Promise<void>((resolve) => setImmediate(resolve))
    for (;;) {
      this.#drop()
      await this.#admit()
      const { decoder, backgroundEvery } = this.#parts
      const { slots, canGuess } = this.#sequences
      const { batchSize, tileRows } = decoder
      const rows = planBatch(slots, { batchSize, round: this.counts.rounds, backgroundEvery, canGuess, tileRows })
      if (rows.length > 0) await this.#decode(rows)
      // A request may have come while the last one was being admitted; with no row planned, every slot is free for it.
      else if (this.waiting.length === 0) break
    }
    this.#running = null
  }

  /** Lets go of whoever has gone, and of whoever can no longer begin in time. */
  #drop(): void {
    const now = this.#parts.now()
    for (const job of this.waiting.list()) {
      const { startWithinMs = Number.POSITIVE_INFINITY } = job.request
      if (this.#isAborting) this.#reject(job, stopping())
      else if (job.cachedTokens === null && now - job.submittedAt > startWithinMs) this.#reject(job, cannotStart(now - job.submittedAt))
    }
    for (const slot of this.slots) {
      if (this.#isAborting) this.#fail(slot, stopping())
      else if (slot.job?.request.signal.aborted) this.#fail(slot, aborted())
    }
  }

  #reject(job: Job, error: EngineError): void {
    if (this.waiting.remove(job)) job.reject(error)
  }

  async #admit(): Promise<void> {
    const { slots } = this.#sequences
    const starved = starvedDraft(this.waiting.list(), slots, { now: this.#parts.now(), protectedUntil: this.#protectedUntil })
    const order = this.waiting.list()
    for (const job of starved ? [starved, ...order.filter((other) => other !== starved)] : order) {
      let choice = placeFor(job, slots, this.#parts.decoder)
      if (choice.kind === 'none' && job.request.priority === 'interactive' && this.#interrupt())
        choice = placeFor(job, slots, this.#parts.decoder)
      if (choice.kind === 'none') return
      if (choice.kind === 'wait') continue
      this.waiting.remove(job)
      job.protectedTo = job === starved ? protectionOf(job, slots.length) : 0
      try {
        await this.#sequences.take(job, choice)
      } catch (cause) {
        this.counts.failedRounds += 1
        await this.#lose(slots[choice.id] as Slot, cause)
      }
    }
  }

  /** Takes a slot from a draft, which waits again; false when there is none to take it from. */
  #interrupt(): boolean {
    const slot = slotToTake(this.#sequences.slots)
    if (!slot?.job) return false
    this.waiting.putBack(slot.job)
    this.#leave(slot)
    return true
  }

  async #decode(rows: PlannedRow[]): Promise<void> {
    this.counts.rounds += 1
    const writers = new Set(rows.filter(({ slot }) => isWriting(slot)))
    const startedAt = this.#parts.now()
    let results: RowResult[]
    try {
      results = await this.#parts.decoder.decode(rows)
    } catch (cause) {
      this.counts.failedRounds += 1
      for (const { slot } of rows) await this.#lose(slot, cause)
      return
    }
    const read = rows.filter((row) => !writers.has(row))
    this.rates.observeRound({
      ms: this.#parts.now() - startedAt,
      promptTokens: read.reduce((sum, row) => sum + row.tokens.length, 0),
      writers: writers.size,
      drawn: rows.reduce((sum, row, index) => sum + (writers.has(row) ? (results[index]?.drawn.length ?? 0) : 0), 0),
    })
    if (rows.some((_, index) => !results[index] || results[index].error !== undefined)) this.counts.failedRounds += 1
    for (const [index, row] of rows.entries()) {
      const { drawn, error } = results[index] ?? { drawn: [], error: new Error('The batch lost a row.') }
      await this.#sequences.book(row, drawn.length)
      const before = writtenTokens(row.job)
      for (const token of drawn) if (row.slot.job === row.job) this.#take(row.slot, row.job, token)
      if (drawn.length > 0) row.job.request.onStep?.(writtenTokens(row.job) - before)
      if (error !== undefined && row.slot.job === row.job) await this.#lose(row.slot, error)
    }
  }

  #take(slot: Slot, job: Job, drawn: DrawnToken): void {
    const handed = handOver(job, drawn, this.#parts.vocabulary)
    if (handed === 'goes_on') return
    const broken = handed instanceof EngineError ? handed : complete(job, handed)
    if (broken) {
      this.#fail(slot, broken)
      return
    }
    this.#leave(slot)
    this.rates.observeReply(writtenTokens(job))
  }

  #fail(slot: Slot, error: EngineError): void {
    slot.job?.reject(error)
    this.#leave(slot)
  }

  #leave(slot: Slot): void {
    if (slot.job && slot.job.protectedTo > 0) this.#protectedUntil = this.#parts.now()
    slot.job = null
  }

  async #lose(slot: Slot, cause: unknown): Promise<void> {
    this.#fail(slot, new EngineError('decode_failed', 'The model failed on this request.', { cause }))
    await this.#sequences.empty(slot)
  }
}

/** A request that would begin, or began to wait, too long for what it allows. */
export function cannotStart(waitMs: number): EngineError {
  const seconds = Math.max(1, Math.ceil(waitMs / 1000))
  return new EngineError('cannot_start_in_time', `A reply cannot begin in time; the wait is about ${seconds} s.`, {
    waitMs: Math.round(waitMs),
  })
}
