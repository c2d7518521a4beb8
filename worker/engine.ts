import type { DeskhandModel, Priority } from '../lib/inference/protocol'

/** A message as the engine takes it: its text is data, whatever it contains. */
export type EngineMessage = { role: 'system' | 'user' | 'assistant'; text: string }

export type EngineRequest = {
  messages: EngineMessage[]
  /** 0 is greedy; without it the model's own default. */
  temperature?: number
  topP?: number
  /** Most tokens of the reply; without it as many as the context still holds. */
  maxTokens?: number
  /** The reply ends before the first of these; none of them is ever part of it. */
  stop?: string[]
  /** The same seed and prompt give the same text; without it a random one is drawn. */
  seed?: number
  priority: Priority
  /** Aborting drops the request from the queue at once, or frees its slot at the next round. */
  signal: AbortSignal
  /** Called with each further piece of text, never with half a character. */
  onText?: (piece: string) => void
}

export type EngineReply = {
  text: string
  /** `stop`: the model or a stop string ended it. `length`: `maxTokens` or the context did. */
  finishReason: 'stop' | 'length'
  promptTokens: number
  /** Prompt tokens that were not computed again because an earlier or concurrent request had them. */
  cachedTokens: number
  completionTokens: number
}

export type EngineModel = DeskhandModel & { name: string; loadedAt: Date }

export type EngineLoad = { slots: number; busySlots: number; waiting: number; queueCapacity: number }

export type EngineErrorCode = 'context_length_exceeded' | 'queue_full' | 'aborted' | 'stopping' | 'decode_failed'

/** A request that the engine refused or lost. The message holds numbers and names, never words of the prompt. */
export class EngineError extends Error {
  readonly code: EngineErrorCode

  constructor(code: EngineErrorCode, message: string, options: { cause?: unknown } = {}) {
    super(message, options)
    this.name = 'EngineError'
    this.code = code
  }
}

/** A loaded model that writes replies. The HTTP server knows nothing else of it, so its wire is tested without one. */
export interface Engine {
  readonly model: EngineModel
  /**
   * Takes a request, or refuses it before anything is written to the client.
   *
   * @returns the reply once it is complete; the promise rejects with an EngineError (`aborted`, `stopping`, `decode_failed`)
   * @throws EngineError `context_length_exceeded`, `queue_full` or `stopping`, synchronously
   */
  submit(request: EngineRequest): Promise<EngineReply>
  load(): EngineLoad
  /** Takes nothing new, lets what it has finish for at most `deadlineMs` and aborts the rest. */
  finish(deadlineMs: number): Promise<void>
  /** Frees the model; only after `finish`. */
  free(): Promise<void>
}
