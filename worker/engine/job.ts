import { MAX_COMPLETION_TOKENS } from '../../lib/inference/protocol'
import type { EngineError, EngineReply, EngineRequest } from '../engine'
import type { Sampling, Vocabulary } from './decoder'
import type { Step } from './exact'
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
  submittedAt: number
  /** Background work that has waited long enough keeps its slot until it has written so many tokens; 0: it may lose it at once. */
  protectedTo: number
  /** Wrong guesses in a row. */
  misses: number
  /** Whether its last guess was right to the end. */
  isSure: boolean
  /** The same text whatever else is computed; see exact.ts. */
  isExact: boolean
  /** Of an exact job: how its reply was computed so far. */
  steps: Step[]
  resolve: (reply: EngineReply) => void
  reject: (error: EngineError) => void
}

/** One sequence of the context, what its cache holds and the job it works on. */
export type Slot = {
  id: number
  tokens: number[]
  /** Of its tokens, those from the beginning that others may use. */
  shareable: number
  /** Of its tokens, those from the beginning that were computed in whole pieces; see exact.ts. */
  exact: number
  usedAt: number
  /** The last round in which an exact job had its turn here. */
  turnAt: number
  /** Whose tokens it holds. */
  lastJob: Job | null
  job: Job | null
}

type JobParts = Pick<Job, 'request' | 'sampling' | 'submittedAt' | 'resolve' | 'reject'> & { contextSize: number; vocabulary: Vocabulary }

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
    protectedTo: 0,
    misses: 0,
    isSure: false,
    isExact: job.request.seed !== undefined,
    steps: [],
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

/** Whether somebody waits for it, or it must not wait any longer. */
export function isUrgent(job: Job): boolean {
  return job.request.priority === 'interactive' || writtenTokens(job) < job.protectedTo
}

/** Whether nothing but the token drawn last is missing in the cache, so that the next round draws another. */
export function isWriting({ tokens, job }: Slot): boolean {
  return job !== null && writtenTokens(job) > 0 && tokens.length === job.known.length - 1
}
