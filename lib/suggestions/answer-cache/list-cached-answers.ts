import { z } from 'zod'
import { listRuleNames, type RuleName } from '@/lib/faq/list-rule-names'
import { modelNames } from '@/lib/inference/current-model'
import { describeError, log } from '@/lib/log'
import { redis } from '@/lib/redis'
import { currentPromptTemplate } from '@/lib/settings/prompt-template'
import {
  ANSWER,
  answerSchema,
  type CachedAnswer,
  HITS,
  localAnswers,
  localHits,
  QUESTIONS,
} from '@/lib/suggestions/answer-cache/answer-store'
import { scanAnswerKeys } from '@/lib/suggestions/answer-cache/scan-answer-keys'

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
   * served: the next such question gets this text, as long as the same rules are found. stale: a rule it came from has changed since.
   * notInForce: one of them is not valid now. otherPrompt, otherModel: the prompt has another version, or replies are asked of another
   * model; each is part of the key, so the text is not found unless that comes back. expired: the answer is gone, only its count is left.
   * Whatever is not served is drafted anew.
   */
  state: 'served' | 'stale' | 'notInForce' | 'otherPrompt' | 'otherModel' | 'expired'
  /** The rules the answer was written from, as they are named now; those deleted since are left out. */
  rules: Pick<RuleName, 'id' | 'question' | 'language'>[]
}

/** The questions whose answers are kept, those most often used first. Empty where Redis does not answer. */
export async function listCachedAnswers({ limit }: { limit: number }): Promise<CachedAnswerItem[]> {
  const entries = (await readEntries(limit)).sort((a, b) => b.hits - a.hits || writtenAt(b) - writtenAt(a) || (a.key < b.key ? -1 : 1))
  const shown = entries.slice(0, limit)
  const [rules, prompt, models] = await Promise.all([
    listRuleNames(shown.flatMap(({ answer }) => answer?.rules.map(({ id }) => id) ?? [])),
    currentPromptTemplate(),
    modelNames(),
  ])
  const inForce = { names: new Map(rules.map((rule) => [rule.id, rule])), promptVersion: prompt.version, models, now: new Date() }
  return shown.map((entry) => ({
    ...entry,
    state: stateOf(entry, inForce),
    rules: (entry.answer?.rules ?? []).flatMap(({ id }) => {
      const rule = inForce.names.get(id)
      return rule ? { id, question: rule.question, language: rule.language } : []
    }),
  }))
}

type InForce = { names: Map<string, RuleName>; promptVersion: number; models: string[]; now: Date }

function stateOf({ answer }: Entry, { names, promptVersion, models, now }: InForce): CachedAnswerItem['state'] {
  if (!answer) return 'expired'
  const rules = answer.rules.map(({ id, version }) => ({ version, rule: names.get(id) }))
  if (!rules.every(({ version, rule }) => rule?.version === version && rule.status === 'published')) return 'stale'
  if (rules.some(({ rule }) => (rule?.validFrom && rule.validFrom > now) || (rule?.validUntil && rule.validUntil <= now)))
    return 'notInForce'
  if (answer.promptVersion !== promptVersion) return 'otherPrompt'
  // While no server was ever reached, nobody can say of which model a reply will be asked.
  return models.length === 0 || models.includes(answer.model) ? 'served' : 'otherModel'
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
