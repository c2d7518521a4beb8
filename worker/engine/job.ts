import { randomInt } from 'node:crypto'
import { MAX_COMPLETION_TOKENS } from '../../lib/inference/protocol'
import type { EngineError, EngineReply, EngineRequest } from '../engine'
import type { Sampling, Vocabulary } from './decoder'
import { ReplyText } from './reply-text'

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

type JobParts = Pick<Job, 'request' | 'prompt' | 'resolve' | 'reject'> & {
  /** Tokens that the context holds besides the prompt. */
  room: number
  defaultTemperature: number
  decode: Vocabulary['decode']
}

/** A job that has not begun. Without a seed it gets a random one: llama.cpp would take the clock, the same for a whole second. */
export function createJob({ room, defaultTemperature, decode, ...job }: JobParts): Job {
  const {
    maxTokens = MAX_COMPLETION_TOKENS,
    temperature = defaultTemperature,
    topP = 1,
    seed = randomInt(2 ** 32),
    stop = [],
  } = job.request
  return {
    ...job,
    maxTokens: Math.min(maxTokens, room),
    sampling: { temperature, topP, seed: seed >>> 0 },
    reply: new ReplyText(decode, stop),
    text: '',
    next: null,
    written: 0,
    cachedTokens: 0,
  }
}
