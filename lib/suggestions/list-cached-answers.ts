import { z } from 'zod'
import { listRuleNames, type RuleName } from '@/lib/faq/list-rule-names'
import { describeError, log } from '@/lib/log'
import { redis } from '@/lib/redis'
import { ANSWER, answerSchema, type CachedAnswer, HITS, localAnswers, localHits, QUESTIONS } from '@/lib/suggestions/answer-store'
import { scanAnswerKeys } from '@/lib/suggestions/scan-answer-keys'

type Entry = {
  key: string
  /** Masked. */
  question: string
  hits: number
  answer: CachedAnswer | null
  /** Until the answer is forgotten, in seconds. */
  ttlSeconds: number | null
}

export type CachedAnswerItem = Entry & {
  /**
   * served: the next such question gets this text. stale: a rule it came from has changed since, so it is never found again. expired:
   * the answer is gone, only its count is left; the next such question is drafted anew.
   */
  state: 'served' | 'stale' | 'expired'
  /** The rules the answer was written from, as they are named now; those deleted since are left out. */
  rules: RuleName[]
}

/** The questions whose answers are kept, those most often used first. Empty where Redis does not answer. */
export async function listCachedAnswers({ limit }: { limit: number }): Promise<CachedAnswerItem[]> {
  const entries = (await readEntries(limit)).sort((a, b) => b.hits - a.hits || writtenAt(b) - writtenAt(a) || (a.key < b.key ? -1 : 1))
  const shown = entries.slice(0, limit)
  const names = new Map(
    (await listRuleNames(shown.flatMap(({ answer }) => answer?.rules.map(({ id }) => id) ?? []))).map((rule) => [rule.id, rule]),
  )
  return shown.map((entry) => {
    const written = entry.answer?.rules ?? []
    const isCurrent = written.every(({ id, version }) => names.get(id)?.version === version && names.get(id)?.status === 'published')
    const state = entry.answer === null ? 'expired' : isCurrent ? 'served' : 'stale'
    return { ...entry, state, rules: written.flatMap(({ id }) => names.get(id) ?? []) }
  })
}

async function readEntries(limit: number): Promise<Entry[]> {
  if (!redis()) return readLocal()
  try {
    return await readRedis(limit)
  } catch (cause) {
    log.debug({ event: 'cache.list', cause: describeError(cause) })
    return []
  }
}

function readLocal(): Entry[] {
  const keys = new Set([...localAnswers.keys(), ...localHits.keys()])
  return [...keys].map((key) => {
    const answer = localAnswers.peek(key) ?? null
    const counted = localHits.peek(key)
    const ttlSeconds = answer && Math.round(localAnswers.getRemainingTTL(key) / 1000)
    return { key, question: answer?.question || counted?.question || '', hits: counted?.hits ?? 0, answer, ttlSeconds }
  })
}

const repliesSchema = z.array(z.tuple([z.null(), z.unknown()]))

async function readRedis(limit: number): Promise<Entry[]> {
  const client = redis()
  if (!client) return []
  // The most used first; then others, as far as there is room.
  const keys = new Set(await client.zrevrange(HITS, 0, limit - 1))
  for await (const batch of scanAnswerKeys(client)) {
    for (const key of batch) if (keys.size < limit * 2) keys.add(key)
    if (keys.size >= limit * 2) break
  }
  if (keys.size === 0) return []
  const list = [...keys]
  const ttls = client.pipeline()
  for (const key of list) ttls.ttl(ANSWER + key)
  const [answers, questions, hits, left] = await Promise.all([
    client.mget(list.map((key) => ANSWER + key)),
    client.hmget(QUESTIONS, ...list),
    client.zmscore(HITS, ...list),
    ttls.exec(),
  ])
  const seconds = repliesSchema.parse(left).map(([, value]) => z.int().parse(value))
  return list.map((key, at) => {
    const answer = readAnswer(answers[at] ?? null)
    return {
      key,
      question: answer?.question || questions[at] || '',
      hits: Number(hits[at] ?? 0),
      answer,
      ttlSeconds: answer ? (seconds[at] ?? null) : null,
    }
  })
}

function readAnswer(stored: string | null): CachedAnswer | null {
  if (stored === null) return null
  const answer = answerSchema.safeParse(JSON.parse(stored))
  return answer.success ? answer.data : null
}

function writtenAt({ answer }: Entry): number {
  return answer ? Date.parse(answer.writtenAt) : 0
}
