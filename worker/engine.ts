import type { DeskhandModel, Priority } from '../lib/inference/protocol'

/** A call of a tool that the model made in an earlier turn; `arguments` is JSON text, as OpenAI has it. */
export type EngineToolCall = { id: string; name: string; arguments: string }

/** A message as the engine takes it: every string is data, whatever it contains. */
export type EngineMessage = {
  role: 'system' | 'user' | 'assistant' | 'tool'
  text: string
  /** What an assistant thought before it wrote `text`. */
  reasoning?: string
  toolCalls?: EngineToolCall[]
  /** In a message of role `tool`: the call that it answers. */
  toolCallId?: string
}

export type EngineChat = {
  messages: EngineMessage[]
  /** OpenAI's function tools. */
  tools?: unknown[]
  /** Without it a model that can think before it writes does not. */
  enableThinking?: boolean
  /** The last message is the beginning of the reply: the model goes on where it ends. */
  continueLast?: boolean
}

/** A chat, or text that goes to the model as it is, or tokens. */
export type EngineInput = EngineChat | { text: string } | { tokens: number[] }

export type PrepareOptions = {
  /** `auto`: the oldest turns of a chat that is too long are left out, never a system message or the last turn. */
  truncation: 'auto' | 'disabled'
  /** Tokens that the reply may have; `auto` keeps some of the context free for them. */
  maxTokens?: number
  /** Aborting ends it between two steps. */
  signal?: AbortSignal
}

export type EnginePrompt = { tokens: number[]; droppedMessages: number }

/** A token that the model wrote. `bytes` are its own, which may be a part of a character. */
export type TopLogprob = { token: string; bytes: number[]; logprob: number }
export type TokenLogprob = TopLogprob & { top: TopLogprob[] }

/** Special tokens that a model writes to say what follows. They are never part of the text. */
export type EngineMark = 'think' | '/think' | 'tool_call' | '/tool_call'

export type EngineRequest = {
  prompt: EnginePrompt
  /** 0 is greedy; without it the model's own default. */
  temperature?: number
  topP?: number
  /** 0 or less: every token. */
  topK?: number
  minP?: number
  /** Most tokens of the reply; without it as many as the context still holds. */
  maxTokens?: number
  /** The reply ends before the first of these; none of them is ever part of it. */
  stop?: string[]
  /**
   * The same seed and prompt give the same text, also under load, and greedily too: the request is computed apart, which
   * costs it time where others are served as well. Without it a random one is drawn.
   */
  seed?: number
  presencePenalty?: number
  frequencyPenalty?: number
  /** Added to the logits of these tokens. */
  logitBias?: Map<number, number>
  /** The reply ends with this mark, which is still part of it. */
  endsAt?: EngineMark
  /** GBNF; the reply is a text of its `root`. */
  grammar?: string
  /** 0 to 20 likeliest tokens beside each that was drawn; without it no logprobs at all. */
  topLogprobs?: number
  priority: Priority
  /** Refused at once when the first token of the reply is not to be expected by then. */
  startWithinMs?: number
  /** Aborting drops the request from the queue at once, or frees its slot at the next round. */
  signal: AbortSignal
  /** Called with each further piece of text, never with half a character; with the tokens it came from if logprobs are asked for. */
  onText?: (piece: string, tokens?: TokenLogprob[]) => void
  /** Called after each batch that wrote on the reply, with how many tokens it added: guesses that were right come together. */
  onStep?: (tokens: number) => void
  /** Called in order with the text: what comes after it is a thought or a call, or is no longer. */
  onMark?: (mark: EngineMark) => void
}

export type EngineReply = {
  text: string
  /** `stop`: the model or a stop string ended it. `length`: `maxTokens` or the context did. */
  finishReason: 'stop' | 'length'
  promptTokens: number
  /** Prompt tokens that were not computed again because an earlier or concurrent request had them. */
  cachedTokens: number
  completionTokens: number
  logprobs?: TokenLogprob[]
}

/** `vocabularySize`: a token is a number below it; llama.cpp fails on any other. */
export type EngineModel = DeskhandModel & { name: string; loadedAt: Date; vocabularySize: number }

export type EngineLoad = {
  slots: number
  busySlots: number
  waiting: number
  queueCapacity: number
  /** Until a request that came now would begin; a guess from the rates of late. */
  estimatedWaitMs: number
}

/** Since the engine was loaded. */
export type EngineCounts = {
  /** Batches computed. */
  rounds: number
  /** Those that failed, as a whole or on one of their requests, and requests that failed before their first. */
  failedRounds: number
  /** Tokens guessed by copying, and those of them that the model then drew. */
  draftedTokens: number
  acceptedTokens: number
  /** Tokens of admitted prompts, and those of them that need not be computed again. */
  promptTokens: number
  cachedTokens: number
}

export type EngineErrorCode =
  | 'context_length_exceeded'
  | 'invalid_input'
  | 'cannot_start_in_time'
  | 'queue_full'
  | 'aborted'
  | 'stopping'
  | 'decode_failed'
  | 'invalid_grammar'
  | 'unsupported'

export type EngineErrorDetails = {
  /** With `context_length_exceeded`: tokens that the context holds and tokens that the prompt has. */
  limit?: number
  asked?: number
  /** There are more of them, which nobody counted. */
  isAtLeast?: boolean
  /** With `cannot_start_in_time`: the estimate that was above what the request allows. */
  waitMs?: number
  /** With `unsupported`: the field of the request that cannot be honoured. */
  param?: string
}

/** A request that the engine refused or lost. The message holds numbers and names, never words of the prompt. */
export class EngineError extends Error {
  readonly code: EngineErrorCode
  readonly details: EngineErrorDetails
  /** Tokens of the reply that there were when it was lost. */
  writtenTokens = 0
  /** It was lost in the queue, so that nothing of its prompt was computed. */
  isUnread = false

  constructor(code: EngineErrorCode, message: string, { cause, ...details }: EngineErrorDetails & { cause?: unknown } = {}) {
    super(message, { cause })
    this.name = 'EngineError'
    this.code = code
    this.details = details
  }
}

/** A loaded model that writes replies. The HTTP server knows nothing else of it, so its wire is tested without one. */
export interface Engine {
  readonly model: EngineModel
  /**
   * The input as tokens: a chat through the model's own template, in which no text can pass for a special token. What is long is read in
   * turns with whatever else there is to do.
   *
   * @throws EngineError `context_length_exceeded` with both numbers, `unsupported`, `aborted`
   */
  prepare(input: EngineInput, options: PrepareOptions): Promise<EnginePrompt>
  /** Text to tokens, and back; text never becomes a special token and special tokens become no text. A long text is read in turns. */
  tokenize(text: string, signal?: AbortSignal): Promise<number[]>
  detokenize(tokens: number[]): string
  /**
   * Takes a request, or refuses it before anything is written to the client.
   *
   * @returns the reply once it is complete; the promise rejects with an EngineError (`aborted`, `stopping`, `decode_failed`)
   * @throws EngineError `context_length_exceeded`, `cannot_start_in_time`, `queue_full`, `stopping`, `invalid_grammar` or
   * `unsupported`, synchronously
   */
  submit(request: EngineRequest): Promise<EngineReply>
  load(): EngineLoad
  counts(): EngineCounts
  /** Takes nothing new, lets what it has finish for at most `deadlineMs` and aborts the rest. */
  finish(deadlineMs: number): Promise<void>
  /** Frees the model; only after `finish`. */
  free(): Promise<void>
}
