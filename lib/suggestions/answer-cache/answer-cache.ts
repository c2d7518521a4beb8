import { createHash } from 'node:crypto'
import type { z } from 'zod'
import { describeError, log } from '@/lib/log'
import { metrics } from '@/lib/metrics'
import { redis } from '@/lib/redis'
import { normaliseText } from '@/lib/retrieval/normalise-text'
import {
  ANSWER,
  answerSchema,
  type CachedAnswer,
  HITS,
  localAnswers,
  localHits,
  MAX_COUNTED,
  QUESTIONS,
} from '@/lib/suggestions/answer-cache/answer-store'
import { hasPersonalData } from '@/lib/suggestions/personal-data/mask-personal-data'

export type AnswerKeyParts = {
  /** Masked; normalised here. */
  question: string
  /** The rules retrieved, in order. */
  rules: { id: string; version: number }[]
  promptVersion: number
  model: string
  language: 'zh' | 'en'
}

/**
 * The key of an answer: SHA-256 over the normalised question, the rules' ids and versions, the prompt's version, the
 * model and the language. An edited rule changes the key, so its old answers are never found again.
 */
export function answerKey(parts: AnswerKeyParts): string {
  const { rules, promptVersion, model, language } = parts
  const identity = [normaliseText(parts.question), rules.map(({ id, version }) => [id, version]), promptVersion, model, language]
  return createHash('sha256').update(JSON.stringify(identity)).digest('hex')
}

/** Whether a question's answer may be kept at all: never where anything personal was in it. */
export function isCacheable(question: string): boolean {
  // A placeholder such as `【手机号1】` stands where something personal was.
  return !hasPersonalData(question) && !/【[^【】\s]{1,10}\d{1,4}】/.test(question)
}

/** The answer under a key, counted as a hit; null when there is none, or Redis cannot say. */
export async function findCachedAnswer(key: string): Promise<CachedAnswer | null> {
  const answer = await read(key)
  metrics.cache.inc({ outcome: answer ? 'hit' : 'miss' })
  return answer
}

/** The same without counting it, for somebody who only looks. */
export function peekCachedAnswer(key: string): Promise<CachedAnswer | null> {
  return read(key)
}

async function read(key: string): Promise<CachedAnswer | null> {
  const client = redis()
  if (!client) return localAnswers.get(key) ?? null
  try {
    const stored = await client.get(ANSWER + key)
    if (!stored) return null
    const answer = answerSchema.safeParse(JSON.parse(stored))
    return answer.success ? answer.data : null
  } catch (cause) {
    log.debug({ event: 'cache.read', cause: describeError(cause) })
    return null
  }
}

/**
 * Keeps an answer for `ttlSeconds`, unless something personal stands in it.
 * @param rulesText what stands in the rules, such as the shop's own address, is nobody's
 */
export async function keepAnswer(
  key: string,
  input: z.input<typeof answerSchema>,
  options: { ttlSeconds: number; rulesText: string },
): Promise<void> {
  const { ttlSeconds, rulesText } = options
  const answer = answerSchema.parse(input)
  if (hasPersonalData(answer.text, rulesText)) return
  const client = redis()
  if (!client) {
    localAnswers.set(key, answer, { ttl: ttlSeconds * 1000 })
    return
  }
  try {
    await client.set(ANSWER + key, JSON.stringify(answer), 'EX', ttlSeconds)
  } catch (cause) {
    log.debug({ event: 'cache.write', cause: describeError(cause) })
  }
}

/** Counts that a kept answer was used for this (masked) question. */
export async function countHit(key: string, question: string): Promise<void> {
  const client = redis()
  if (!client) {
    localHits.set(key, { question: question.slice(0, 300), hits: (localHits.get(key)?.hits ?? 0) + 1 })
    return
  }
  try {
    await client
      .multi()
      .zincrby(HITS, 1, key)
      .hset(QUESTIONS, key, question.slice(0, 300))
      .zremrangebyrank(HITS, 0, -MAX_COUNTED - 1)
      .exec()
  } catch (cause) {
    log.debug({ event: 'cache.count', cause: describeError(cause) })
  }
}

/** Forgets the answers of this process; for tests. */
export function clearLocalAnswers(): void {
  localAnswers.clear()
  localHits.clear()
}
