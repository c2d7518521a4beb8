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
import { buildPrompt, type ChatFrame } from './chat-frame'
import { chooseSlot } from './choose-slot'
import type { Decoder, Vocabulary } from './decoder'
import { createJob, type Job, type Slot } from './job'
import { type PlannedRow, planBatch } from './plan-batch'
import { WaitingList } from './waiting-list'

const stopping = () => new EngineError('stopping', 'The server is stopping.')
const aborted = () => new EngineError('aborted', 'The request was aborted.')
const unsupported = (param: string) => new EngineError('unsupported', `${param} is not supported by this engine.`, { param })

const NOT_YET = [
  'topK',
  'minP',
  'presencePenalty',
  'frequencyPenalty',
  'logitBias',
  'grammar',
  'topLogprobs',
  'startWithinMs',
] as const satisfies (keyof EngineRequest)[]

export type DirectEngineParts = {
  model: EngineModel
  decoder: Decoder
  vocabulary: Vocabulary
  frame: ChatFrame
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

  prepare(input: EngineInput, _options: PrepareOptions): EnginePrompt {
    if ('tokens' in input) return { tokens: this.#checked(input.tokens), droppedMessages: 0 }
    if ('text' in input) return { tokens: this.#checked(this.tokenize(input.text)), droppedMessages: 0 }
    const { messages, tools, enableThinking, continueLast } = input
    if (tools) throw unsupported('tools')
    if (enableThinking) throw unsupported('enableThinking')
    if (continueLast) throw unsupported('continueLast')
    if (messages.some(({ role, toolCalls, reasoning }) => role === 'tool' || toolCalls || reasoning)) throw unsupported('messages')
    return { tokens: this.#checked(buildPrompt(this.#parts.frame, messages)), droppedMessages: 0 }
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

    for (const name of NOT_YET) if (request[name] !== undefined) throw unsupported(name)
    const prompt = this.#checked(request.prompt.tokens)
    const room = this.#parts.decoder.contextSize - prompt.length
    return new Promise<EngineReply>((resolve, reject) => {
      const { defaultTemperature, vocabulary } = this.#parts
      const job = createJob({ request, prompt, room, defaultTemperature, decode: vocabulary.decode, resolve, reject })
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

  /** @throws EngineError when the prompt leaves no room for a reply */
  #checked(prompt: number[]): number[] {
    const { contextSize: limit } = this.#parts.decoder
    if (prompt.length > 0 && prompt.length < limit) return prompt
    const message = `This model's context holds ${limit} tokens, and the messages alone have ${prompt.length}.`
    throw new EngineError('context_length_exceeded', message, { limit, asked: prompt.length })
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
        this.#slots.map((slot) => ({ ...slot, prompt: slot.job?.prompt ?? null })),
        job.prompt,
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
        this.#forget(slot)
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
    slot.tokens = tokens.length === keep || decoder.keepPrefix(slot.id, keep) ? tokens.slice(0, keep) : []
    decoder.setSampling(slot.id, job.sampling)
    job.cachedTokens = slot.tokens.length
    this.#counts.promptTokens += job.prompt.length
    this.#counts.cachedTokens += job.cachedTokens
  }

  async #decode(rows: PlannedRow[]): Promise<void> {
    let drawn: (number | null)[]
    this.#counts.rounds += 1
    try {
      drawn = await this.#parts.decoder.decode(rows)
    } catch (cause) {
      for (const { slot } of rows) {
        this.#forget(slot)
        this.#fail(slot, new EngineError('decode_failed', 'The model failed on this request.', { cause }))
      }
      return
    }
    rows.forEach(({ slot, tokens }, index) => {
      for (const token of tokens) slot.tokens.push(token)
      const token = drawn[index] ?? null
      if (slot.job && token !== null) this.#take(slot, slot.job, token)
    })
  }

  #take(slot: Slot, job: Job, token: number): void {
    if (this.#parts.vocabulary.isEnd(token)) {
      this.#finish(slot, job, 'stop')
      return
    }
    job.written += 1
    job.next = token
    if (!this.#show(slot, job, job.reply.push(token))) return
    if (job.reply.isStopped) this.#finish(slot, job, 'stop')
    else if (job.written >= job.maxTokens) this.#finish(slot, job, 'length')
  }

  /** Hands text to the caller; false if the caller broke, which costs it its slot and nobody else anything. */
  #show(slot: Slot, job: Job, piece: string): boolean {
    if (piece === '') return true
    job.text += piece
    try {
      job.request.onText?.(piece)
      return true
    } catch (cause) {
      this.#fail(slot, new EngineError('aborted', 'The receiver of the reply failed.', { cause }))
      return false
    }
  }

  #finish(slot: Slot, job: Job, finishReason: 'stop' | 'length'): void {
    if (!this.#show(slot, job, job.reply.finish())) return
    slot.job = null
    const { text, cachedTokens, written: completionTokens } = job
    // A stop string that was complete only in the held-back end still counts as one.
    const reason = job.reply.isStopped ? 'stop' : finishReason
    job.resolve({ text, finishReason: reason, promptTokens: job.prompt.length, cachedTokens, completionTokens })
  }

  #fail(slot: Slot, error: EngineError): void {
    slot.job?.reject(error)
    slot.job = null
  }

  /** After a failure nobody knows what the sequence holds. */
  #forget(slot: Slot): void {
    slot.tokens = []
    this.#parts.decoder.keepPrefix(slot.id, 0)
  }
}
