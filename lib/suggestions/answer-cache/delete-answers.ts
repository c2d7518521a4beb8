import { recordAudit } from '@/lib/auth/record-audit'
import type { Agent } from '@/lib/auth/schema'
import { db } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { redis } from '@/lib/redis'
import { ANSWER, HITS, localAnswers, localHits, QUESTIONS } from '@/lib/suggestions/answer-cache/answer-store'
import { scanAnswerKeys } from '@/lib/suggestions/answer-cache/scan-answer-keys'

/**
 * Forgets one answer and its count: the next such question is drafted anew.
 * @throws AppError not_found
 */
export async function deleteAnswer(agent: Pick<Agent, 'id'>, key: string): Promise<void> {
  const wasLocal = [localAnswers.delete(key), localHits.delete(key)].some(Boolean)
  const replies = await redis()
    ?.multi()
    .unlink(ANSWER + key)
    .zrem(HITS, key)
    .hdel(QUESTIONS, key)
    .exec()
  const wasShared = (replies ?? []).some(([, count]) => Number(count) > 0)
  if (!wasLocal && !wasShared) throw new AppError('not_found', 'This answer is no longer kept.')
  await recordAudit(db(), { actorId: agent.id, action: 'answer_cache.delete', subjectId: key })
}

/** Forgets every answer and every count, and nothing else that Redis holds. Returns how many answers there were. */
export async function deleteAllAnswers(agent: Pick<Agent, 'id'>): Promise<number> {
  let answers = localAnswers.size
  localAnswers.clear()
  localHits.clear()
  const client = redis()
  if (client) {
    for await (const keys of scanAnswerKeys(client)) answers += await client.unlink(...keys.map((key) => ANSWER + key))
    await client.unlink(HITS, QUESTIONS)
  }
  await recordAudit(db(), { actorId: agent.id, action: 'answer_cache.clear', details: { answers } })
  return answers
}
