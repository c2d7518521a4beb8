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
import type { Decoder, Vocabulary } from './decoder'
import { createJob, writtenTokens } from './job'
import { fitting, preparePrompt } from './prepare-prompt'
import { cannotStart, Rounds } from './rounds'
import { samplingOf } from './sampling-of'
import { stepByStep } from './take-turns'

export type DirectEngineParts = {
  model: EngineModel
  decoder: Decoder
  vocabulary: Vocabulary
  template: ChatTemplate
  /** Requests that may wait for a slot. */
  queueCapacity: number
  /** For requests that name none. */
  defaultTemperature: number
  /** Background work takes part in every n-th round while somebody waits for a reply. */
  backgroundEvery: number
  now?: () => number
}

/** The engine over any decoder: it says what a request means, and its rounds see to it. */
export class DirectEngine implements Engine {
  readonly model: EngineModel
  readonly #parts: DirectEngineParts
  readonly #rounds: Rounds
  readonly #now: () => number
  #isStopping = false

  constructor(parts: DirectEngineParts) {
    const { model, decoder, vocabulary, backgroundEvery, now = () => performance.now() } = parts
    this.model = model
    this.#parts = parts
    this.#now = now
    this.#rounds = new Rounds({ decoder, vocabulary, backgroundEvery, now })
  }

  load(): EngineLoad {
    const { slots, waiting } = this.#rounds
    const busySlots = slots.filter((slot) => slot.job).length
    const { queueCapacity } = this.#parts
    return { slots: slots.length, busySlots, waiting: waiting.length, queueCapacity, estimatedWaitMs: this.#estimateWait(true) }
  }

  counts(): EngineCounts {
    return { ...this.#rounds.counts }
  }

  prepare(input: EngineInput, options: PrepareOptions): Promise<EnginePrompt> {
    const { template, vocabulary, decoder } = this.#parts
    return stepByStep(preparePrompt(input, options, { template, vocabulary, contextSize: decoder.contextSize }), options.signal)
  }

  tokenize(text: string, signal?: AbortSignal): Promise<number[]> {
    return stepByStep(this.#parts.vocabulary.encodeLong(text), signal)
  }

  detokenize(tokens: number[]): string {
    return this.#parts.vocabulary.decode(tokens)
  }

  submit(request: EngineRequest): Promise<EngineReply> {
    if (this.#isStopping) throw new EngineError('stopping', 'The server is stopping.')
    if (request.signal.aborted) throw new EngineError('aborted', 'The request was aborted.')
    const { slots, busySlots, waiting, queueCapacity } = this.load()
    if (busySlots + waiting >= slots + queueCapacity)
      throw new EngineError('queue_full', `${busySlots} requests are being answered and ${waiting} are waiting.`)
    const waitMs = this.#estimateWait(request.priority === 'interactive')
    if (request.startWithinMs !== undefined && waitMs > request.startWithinMs) throw cannotStart(waitMs)

    const { decoder, vocabulary } = this.#parts
    fitting(request.prompt.tokens, decoder.contextSize)
    const sampling = samplingOf(request, this.#parts)
    return new Promise<EngineReply>((resolve, reject) => {
      const { contextSize } = decoder
      const lose = (error: EngineError) => {
        error.writtenTokens = writtenTokens(job)
        error.isUnread = job.cachedTokens === null
        reject(error)
      }
      const job = createJob({ request, sampling, contextSize, vocabulary, submittedAt: this.#now(), resolve, reject: lose })
      this.#rounds.add(job)
    })
  }

  async finish(deadlineMs: number): Promise<void> {
    this.#isStopping = true
    await this.#rounds.finish(deadlineMs)
  }

  free(): Promise<void> {
    return this.#parts.decoder.dispose()
  }

  #estimateWait(isInteractive: boolean): number {
    const { rates, slots, waiting } = this.#rounds
    return rates.estimateWait(slots, waiting.list(), isInteractive)
  }
}
