import {
  type Engine,
  type EngineCounts,
  EngineError,
  type EngineInput,
  type EngineLoad,
  type EngineModel,
  type EnginePrompt,
  type EngineReply,
  type EngineRequest,
  type PrepareOptions,
} from '../engine'
import type { ChatTemplate } from './chat-template'
import { chooseSlot } from './choose-slot'
import type { Decoder, DrawnToken, RowResult, Vocabulary } from './decoder'
import { createJob, type Job, type Slot, writtenTokens } from './job'
import { type PlannedRow, planBatch } from './plan-batch'
import { preparePrompt } from './prepare-prompt'
import { samplingOf } from './sampling-of'
import { WaitingList } from './waiting-list'

const stopping = () => new EngineError('stopping', 'The server is stopping.')
const aborted = () => new EngineError('aborted', 'The request was aborted.')
const unsupported = (param: string) => new EngineError('unsupported', `${param} is not supported by this engine.`, { param })

export type DirectEngineParts = {
  model: EngineModel
  decoder: Decoder
  vocabulary: Vocabulary
  template: ChatTemplate
  /** Requests that may wait for a slot. */
  queueCapacity: number
  /** For requests that name none. */
  defaultTemperature: number
}

/**
 * Continuous batching: in every round all replies under way advance by one token in one common batch, and prompts are
 * read in the room that is left. A request enters as soon as a slot is free, without waiting for its neighbours.
 */
export class DirectEngine implements Engine {
  readonly model: EngineModel
  readonly #parts: DirectEngineParts
  readonly #slots: Slot[]
  readonly #waiting = new WaitingList()
  readonly #counts: EngineCounts = { rounds: 0, draftedTokens: 0, acceptedTokens: 0, promptTokens: 0, cachedTokens: 0 }
  #rounds: Promise<void> | null = null
  #uses = 0
  #isStopping = false
  #isAborting = false

  constructor(parts: DirectEngineParts) {
    this.model = parts.model
    this.#parts = parts
    this.#slots = Array.from({ length: parts.decoder.sequences }, (_, id) => ({ id, tokens: [], usedAt: 0, job: null }))
  }

  load(): EngineLoad {
    const busySlots = this.#slots.filter((slot) => slot.job).length
    const { queueCapacity } = this.#parts
    return { slots: this.#slots.length, busySlots, waiting: this.#waiting.length, queueCapacity, estimatedWaitMs: 0 }
  }

  counts(): EngineCounts {
    return { ...this.#counts }
  }

  prepare(input: EngineInput, options: PrepareOptions): EnginePrompt {
    const { template, vocabulary, decoder } = this.#parts
    return preparePrompt(input, options, { template, vocabulary, contextSize: decoder.contextSize })
  }

  tokenize(text: string): number[] {
    return this.#parts.vocabulary.encode(text)
  }

  detokenize(tokens: number[]): string {
    return this.#parts.vocabulary.decode(tokens)
  }

  submit(request: EngineRequest): Promise<EngineReply> {
    if (this.#isStopping) throw stopping()
    if (request.signal.aborted) throw aborted()
    const { slots, busySlots, waiting, queueCapacity } = this.load()
    if (busySlots + waiting >= slots + queueCapacity)
      throw new EngineError('queue_full', `${busySlots} requests are being answered and ${waiting} are waiting.`)

    if (request.startWithinMs !== undefined) throw unsupported('startWithinMs')
    this.prepare(request.prompt, { truncation: 'disabled' })
    const sampling = samplingOf(request, this.#parts)
    return new Promise<EngineReply>((resolve, reject) => {
      const { decoder, vocabulary } = this.#parts
      const job = createJob({ request, sampling, contextSize: decoder.contextSize, vocabulary, resolve, reject })
      request.signal.addEventListener('abort', () => this.#waiting.remove(job) && reject(aborted()), { once: true })
      this.#waiting.add(job)
      this.#rounds ??= this.#run()
    })
  }

  async finish(deadlineMs: number): Promise<void> {
    this.#isStopping = true
    const timer = setTimeout(() => {
      this.#isAborting = true
    }, deadlineMs)
    await this.#rounds
    clearTimeout(timer)
  }

  free(): Promise<void> {
    return this.#parts.decoder.dispose()
  }

  /** Runs rounds until there is nothing left to do. */
  async #run(): Promise<void> {
    // Requests that arrive in the same turn of the event loop share the first batch.
    await new Promise<void>((resolve) => setImmediate(resolve))
    for (;;) {
      this.#dropAborted()
      await this.#admit()
      const rows = planBatch(this.#slots, this.#parts.decoder.batchSize)
      if (rows.length > 0) await this.#decode(rows)
      // A request may have come while the last one was being admitted; with no row planned, every slot is free for it.
      else if (this.#waiting.length === 0) break
    }
    this.#rounds = null
  }

  #dropAborted(): void {
    if (this.#isAborting) for (const job of this.#waiting.list()) if (this.#waiting.remove(job)) job.reject(stopping())
    for (const slot of this.#slots) {
      if (this.#isAborting) this.#fail(slot, stopping())
      else if (slot.job?.request.signal.aborted) this.#fail(slot, aborted())
    }
  }

  async #admit(): Promise<void> {
    for (const job of this.#waiting.list()) {
      const choice = chooseSlot(
        this.#slots.map((slot) => ({ ...slot, prompt: slot.job?.known ?? null })),
        job.known,
      )
      if (choice.kind === 'none') return
      if (choice.kind === 'wait') continue
      const slot = this.#slots[choice.id] as Slot
      this.#waiting.remove(job)
      slot.job = job
      slot.usedAt = ++this.#uses
      try {
        await this.#prepare(slot, job, choice)
      } catch (cause) {
        await this.#forget(slot)
        this.#fail(slot, new EngineError('decode_failed', 'The model could not take the request.', { cause }))
      }
    }
  }

  async #prepare(slot: Slot, job: Job, { keep, copyFrom }: { keep: number; copyFrom: number | null }): Promise<void> {
    const { decoder } = this.#parts
    let tokens = slot.tokens
    if (copyFrom !== null) {
      await decoder.copySequence(slot.id, copyFrom)
      tokens = this.#slots[copyFrom]?.tokens ?? []
    }
    const isKept = tokens.length === keep || (await decoder.keepPrefix(slot.id, keep))
    slot.tokens = isKept ? tokens.slice(0, keep) : []
    decoder.setSampling(slot.id, job.sampling, job.known.slice(job.promptTokens))
    job.cachedTokens = slot.tokens.length
    this.#counts.promptTokens += job.promptTokens
    this.#counts.cachedTokens += job.cachedTokens
  }

  async #decode(rows: PlannedRow[]): Promise<void> {
    this.#counts.rounds += 1
    let results: RowResult[]
    try {
      results = await this.#parts.decoder.decode(rows)
    } catch (cause) {
      for (const { slot } of rows) await this.#lose(slot, cause)
      return
    }
    for (const [index, { slot, tokens }] of rows.entries()) {
      const { drawn = [], error } = results[index] ?? {}
      for (const token of tokens) slot.tokens.push(token)
      for (const token of drawn) if (slot.job) this.#take(slot, slot.job, token)
      if (error !== undefined && slot.job) await this.#lose(slot, error)
    }
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
    slot.job = null
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

  async #lose(slot: Slot, cause: unknown): Promise<void> {
    await this.#forget(slot)
    this.#fail(slot, new EngineError('decode_failed', 'The model failed on this request.', { cause }))
  }

  #fail(slot: Slot, error: EngineError): void {
    slot.job?.reject(error)
    slot.job = null
  }

  /** After a failure nobody knows what the sequence holds. */
  async #forget(slot: Slot): Promise<void> {
    slot.tokens = []
    await this.#parts.decoder.keepPrefix(slot.id, 0)
  }
}
