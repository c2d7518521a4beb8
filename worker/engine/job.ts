import type { EngineError, EngineReply, EngineRequest } from '../engine'
import type { Sampling } from './decoder'
import type { ReplyText } from './reply-text'

/** One request on its way through the queue and a slot. */
export type Job = {
  request: EngineRequest
  prompt: number[]
  maxTokens: number
  sampling: Sampling
  reply: ReplyText
  text: string
  /** Drawn and not yet computed; null while the prompt is being read. */
  next: number | null
  written: number
  cachedTokens: number
  resolve: (reply: EngineReply) => void
  reject: (error: EngineError) => void
}

/** One sequence of the context and the job it works on. */
export type Slot = { id: number; tokens: number[]; usedAt: number; job: Job | null }
