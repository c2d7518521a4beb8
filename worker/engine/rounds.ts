import { type EngineCounts, EngineError } from '../engine'
import { placeFor, slotToTake, starvedDraft } from './admission'
import type { Decoder, DrawnToken, RowResult, Vocabulary } from './decoder'
import { isWriting, type Job, type Slot, writtenTokens } from './job'
import { type PlannedRow, planBatch } from './plan-batch'
import { Rates } from './rates'
import { shareable } from './tiles'
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
  readonly slots: Slot[]
  readonly waiting = new WaitingList()
  readonly rates = new Rates()
  readonly counts: EngineCounts = { rounds: 0, draftedTokens: 0, acceptedTokens: 0, promptTokens: 0, cachedTokens: 0 }
  readonly #parts: RoundsParts
  #running: Promise<void> | null = null
  #uses = 0
  #isAborting = false
  #canGuess: boolean
  /** When a protected draft was last done. */
  #protectedUntil = Number.NEGATIVE_INFINITY

  constructor(parts: RoundsParts) {
    this.#parts = parts
    this.#canGuess = parts.decoder.features.has('guesses')
    this.slots = Array.from({ length: parts.decoder.sequences }, (_, id) => ({ id, tokens: [], shareable: 0, usedAt: 0, job: null }))
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
      const rows = planBatch(this.slots, {
        batchSize: decoder.batchSize,
        round: this.counts.rounds,
        backgroundEvery,
        canGuess: this.#canGuess,
        tileRows: decoder.tileRows,
      })
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
    const times = { now: this.#parts.now(), protectedUntil: this.#protectedUntil }
    const starved = starvedDraft(this.waiting.list(), this.slots, times)
    const order = this.waiting.list()
    for (const job of starved ? [starved, ...order.filter((other) => other !== starved)] : order) {
      let choice = placeFor(job, this.slots, this.#parts.decoder)
      if (choice.kind === 'none' && job.request.priority === 'interactive' && this.#interrupt())
        choice = placeFor(job, this.slots, this.#parts.decoder)
      if (choice.kind === 'none') return
      if (choice.kind === 'wait') continue
      const slot = this.slots[choice.id] as Slot
      this.waiting.remove(job)
      slot.job = job
      slot.usedAt = ++this.#uses
      job.isProtected = job === starved
      try {
        await this.#prepare(slot, job, choice)
      } catch (cause) {
        await this.#lose(slot, cause)
      }
    }
  }

  /** Takes a slot from a draft, which waits again; false when there is none to take it from. */
  #interrupt(): boolean {
    const slot = slotToTake(this.slots)
    if (!slot?.job) return false
    this.waiting.putBack(slot.job)
    slot.job = null
    return true
  }

  async #prepare(slot: Slot, job: Job, { keep, copyFrom }: { keep: number; copyFrom: number | null }): Promise<void> {
    const { decoder } = this.#parts
    let tokens = slot.tokens
    if (copyFrom !== null) {
      await decoder.copySequence(slot.id, copyFrom)
      tokens = this.slots[copyFrom]?.tokens ?? []
    }
    slot.tokens = tokens.slice(0, keep)
    slot.shareable = shareable(job, decoder.tileRows)
    if (tokens.length > keep) await this.#cut(slot, keep)
    decoder.setSampling(slot.id, job.sampling, job.known.slice(job.promptTokens))
    // Going on after an interruption is no second request.
    if (job.cachedTokens !== null) return
    job.cachedTokens = slot.tokens.length
    this.counts.promptTokens += job.promptTokens
    this.counts.cachedTokens += job.cachedTokens
  }

  async #decode(rows: PlannedRow[]): Promise<void> {
    this.counts.rounds += 1
    const writers = new Set(rows.filter(({ slot }) => isWriting(slot)))
    const startedAt = this.#parts.now()
    let results: RowResult[]
    try {
      results = await this.#parts.decoder.decode(rows)
    } catch (cause) {
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
    for (const [index, row] of rows.entries()) {
      const { drawn, error } = results[index] ?? { drawn: [], error: new Error('The batch lost a row.') }
      await this.#book(row, drawn.length)
      for (const token of drawn) if (row.slot.job === row.job) this.#take(row.slot, row.job, token)
      if (error !== undefined && row.slot.job === row.job) await this.#lose(row.slot, error)
    }
  }

  /** Writes down what the cache now holds: the row, but for guesses that were wrong, which are taken out of it. */
  async #book({ slot, job, position, tokens, draws }: PlannedRow, drawn: number): Promise<void> {
    const guessed = Math.max(0, draws - 1)
    const right = Math.max(0, Math.min(guessed, drawn - 1))
    for (const token of tokens.slice(0, tokens.length - guessed + right)) slot.tokens.push(token)
    if (guessed === 0) return
    this.counts.draftedTokens += guessed
    this.counts.acceptedTokens += right
    job.misses = right * 2 >= guessed ? 0 : job.misses + 1
    if (right < guessed) await this.#cut(slot, position + tokens.length - guessed + right)
  }

  async #cut(slot: Slot, length: number): Promise<void> {
    if (await this.#parts.decoder.keepPrefix(slot.id, length)) return
    // A model that cannot forget a part must read everything again; guesses would cost that each time.
    slot.tokens = []
    this.#canGuess = false
  }

  #take(slot: Slot, job: Job, drawn: DrawnToken): void {
    if (this.#parts.vocabulary.isEnd(drawn.token)) {
      this.#finish(slot, job, 'stop')
      return
    }
    job.known.push(drawn.token)
    if (!this.#show(slot, () => job.writer.push(drawn))) return
    if (job.writer.isStopped) this.#finish(slot, job, 'stop')
    else if (writtenTokens(job) >= job.maxTokens) this.#finish(slot, job, 'length')
  }

  /** Lets the caller see something; false if the caller broke, which costs it its slot and nobody else anything. */
  #show(slot: Slot, show: () => void): boolean {
    try {
      show()
      return true
    } catch (cause) {
      this.#fail(slot, new EngineError('aborted', 'The receiver of the reply failed.', { cause }))
      return false
    }
  }

  #finish(slot: Slot, job: Job, finishReason: 'stop' | 'length'): void {
    const { writer, promptTokens } = job
    if (!this.#show(slot, () => writer.finish())) return
    this.#leave(slot)
    this.rates.observeReply(writtenTokens(job))
    job.resolve({
      text: writer.text,
      // A stop string that was complete only in the held-back end still counts as one.
      finishReason: writer.isStopped ? 'stop' : finishReason,
      promptTokens,
      cachedTokens: job.cachedTokens ?? 0,
      completionTokens: writtenTokens(job),
      ...(writer.logprobs && { logprobs: writer.logprobs }),
    })
  }

  #fail(slot: Slot, error: EngineError): void {
    slot.job?.reject(error)
    this.#leave(slot)
  }

  #leave(slot: Slot): void {
    if (slot.job?.isProtected) this.#protectedUntil = this.#parts.now()
    slot.job = null
  }

  /** After a failure nobody knows what the sequence holds. */
  async #lose(slot: Slot, cause: unknown): Promise<void> {
    slot.tokens = []
    this.#fail(slot, new EngineError('decode_failed', 'The model failed on this request.', { cause }))
    await this.#parts.decoder.keepPrefix(slot.id, 0)
  }
}

/** A request that would begin, or began to wait, too long for what it allows. */
export function cannotStart(waitMs: number): EngineError {
  const seconds = Math.ceil(waitMs / 1000)
  return new EngineError('cannot_start_in_time', `A reply cannot begin in time; the wait is about ${seconds} s.`, {
    waitMs: Math.round(waitMs),
  })
}
