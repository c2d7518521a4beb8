import { LRUCache } from 'lru-cache'
import { z } from 'zod'
import { perProcess } from '@/lib/per-process'

export const answerSchema = z.object({
  text: z.string().min(1),
  model: z.string(),
  isDemoModel: z.boolean(),
  promptVersion: z.int(),
  /** When the model wrote it, ISO 8601. */
  writtenAt: z.iso.datetime(),
  /** The masked question it was first written for. */
  question: z.string().default(''),
  /** The rules it was written from, as they were. */
  rules: z.array(z.object({ id: z.uuid(), version: z.int() })).default([]),
})

/** A reply the model once wrote and the checks let pass. */
export type CachedAnswer = z.infer<typeof answerSchema>

/** Where answers and their counts lie in Redis: a key an answer, one sorted set, one hash. */
export const ANSWER = 'deskhand:answer:'
export const HITS = 'deskhand:answer-hits'
export const QUESTIONS = 'deskhand:answer-questions'

/** Counts are kept for this many questions; the rarest are forgotten first. */
export const MAX_COUNTED = 10_000

// Without Redis answers are kept in the process: bounded, gone at a restart.
export const localAnswers = perProcess('answerCache', () => new LRUCache<string, CachedAnswer>({ max: 5_000 }))
export const localHits = perProcess('answerHits', () => new LRUCache<string, { question: string; hits: number }>({ max: MAX_COUNTED }))
