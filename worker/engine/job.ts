import { MAX_COMPLETION_TOKENS } from '../../lib/inference/protocol'
import type { EngineError, EngineReply, EngineRequest } from '../engine'
import type { Sampling, Vocabulary } from './decoder'
import { ReplyWriter } from './reply-writer'

/** One request on its way through the queue and a slot. */
export type Job = {
  request: EngineRequest
  /** The prompt and what has been drawn of the reply. */
  known: number[]
  promptTokens: number
  maxTokens: number
  sampling: Sampling
  writer: ReplyWriter
  /** Null until it has had a slot. */
  cachedTokens: number | null
  resolve: (reply: EngineReply) => void
  reject: (error: EngineError) => void
}

/** One sequence of the context, what its cache holds and the job it works on. */
export type Slot = { id: number; tokens: number[]; usedAt: number; job: Job | null }

type JobParts = Pick<Job, 'request' | 'sampling' | 'resolve' | 'reject'> & { contextSize: number; vocabulary: Vocabulary }

/** A job that has not begun. */
export function createJob({ contextSize, vocabulary, ...job }: JobParts): Job {
  const { tokens } = job.request.prompt
  return {
    ...job,
    known: [...tokens],
    promptTokens: tokens.length,
    maxTokens: Math.min(job.request.maxTokens ?? MAX_COMPLETION_TOKENS, contextSize - tokens.length),
    writer: new ReplyWriter(vocabulary, job.request, endsInThought(tokens, vocabulary)),
    cachedTokens: null,
  }
}

/** Whether a thought was opened in the last turn of the prompt and not closed. */
function endsInThought(prompt: number[], { isEnd, markOf, isSpecial }: Vocabulary): boolean {
  const last = prompt.findLast((token) => isSpecial(token) && (isEnd(token) || markOf(token) === 'think' || markOf(token) === '/think'))
  return last !== undefined && markOf(last) === 'think'
}

/** Tokens of the reply so far. */
export function writtenTokens(job: Job): number {
  return job.known.length - job.promptTokens
}

/** Whether nothing but the token drawn last is missing in the cache, so that the next round draws another. */
export function isWriting({ tokens, job }: Slot): boolean {
  return job !== null && writtenTokens(job) > 0 && tokens.length === job.known.length - 1
}
