import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Agent } from '@/lib/auth/schema'
import { db } from '@/lib/db'
import { createRule } from '@/lib/faq/create-rule'
import { updateRule } from '@/lib/faq/update-rule'
import { forgetModels } from '@/lib/inference/current-model'
import { forgetServers } from '@/lib/inference/servers'
import { closeRedis, connectRedis, redis } from '@/lib/redis'
import { savePromptTemplate } from '@/lib/settings/prompt-template'
import { answerKey, clearLocalAnswers, countHit, findCachedAnswer, keepAnswer } from '@/lib/suggestions/answer-cache/answer-cache'
import { answerCacheState } from '@/lib/suggestions/answer-cache/answer-cache-state'
import { deleteAllAnswers, deleteAnswer } from '@/lib/suggestions/answer-cache/delete-answers'
import { listCachedAnswers } from '@/lib/suggestions/answer-cache/list-cached-answers'
import { redisUrl, setEnv } from '@/test/support/database'
import { FakeModel } from '@/test/support/fake-model'
import { makeAgent } from '@/test/support/tickets'

let agent: Agent
beforeAll(async () => {
  agent = await makeAgent()
})
afterEach(() => clearLocalAnswers())

type Written = { promptVersion?: number; model?: string }

async function keep(
  question: string,
  rules: { id: string; version: number }[] = [],
  hits = 0,
  { promptVersion = 1, model = 'Qwen' }: Written = {},
) {
  const key = answerKey({ question, rules, promptVersion, model, language: 'zh' })
  const answer = {
    text: `答：${question}`,
    model,
    isDemoModel: false,
    promptVersion,
    writtenAt: new Date().toISOString(),
    question,
    rules,
  }
  await keepAnswer(key, answer, { ttlSeconds: 600, rulesText: '' })
  for (let hit = 0; hit < hits; hit++) await countHit(key, question)
  return key
}

describe.each(['redis', 'process'] as const)('the answer cache in %s', (place) => {
  beforeEach(async ({ skip }) => {
    if (place === 'process') {
      await setEnv({ REDIS_URL: '' })
      closeRedis()
    } else if (!(await connectRedis())) skip('this machine has no Redis')
    await redis()?.flushdb()
    await db().auditEntry.deleteMany()
    expect(await answerCacheState()).toBe(place)
  })

  it('lists what would be served, the most used first, with its rules', async () => {
    const rule = await createRule(null, { question: '怎么退货', answer: '七天内可以退。', language: 'zh', status: 'published' })
    await keep('退货怎么弄', [rule])
    await keep('可以退吗', [rule], 3)
    const items = await listCachedAnswers({ limit: 10 })
    expect(items).toMatchObject([
      {
        question: '可以退吗',
        hits: 3,
        state: 'served',
        answer: { text: '答：可以退吗', model: 'Qwen' },
        rules: [{ id: rule.id, question: '怎么退货' }],
      },
      { question: '退货怎么弄', hits: 0, state: 'served' },
    ])
    expect(items[0]?.ttlSeconds).toBeGreaterThan(590)
    await updateRule(null, rule.id, 1, { answer: '十五天内可以退。' })
    expect((await listCachedAnswers({ limit: 10 })).map(({ state }) => state)).toEqual(['stale', 'stale'])
    expect(await listCachedAnswers({ limit: 1 })).toHaveLength(1)
  })

  it('says of each why it would not be served: the rule is not valid, the prompt is another, or the model', async () => {
    const fake = new FakeModel()
    await setEnv({ INFERENCE_URL: await fake.start(), ...(place === 'process' && { REDIS_URL: '' }) })
    try {
      const make = (question: string, validity: { validFrom?: string; validUntil?: string } = {}) =>
        createRule(null, { question, answer: '七天内可以退。', language: 'zh', status: 'published', ...validity })
      const [day, now] = [86_400_000, Date.now()]
      const rule = await make('怎么退货')
      const over = await make('双十一怎么退', { validUntil: new Date(now - day).toISOString() })
      const toCome = await make('春节怎么退', { validFrom: new Date(now + day).toISOString() })
      const today = { model: 'fake-model' }
      await keep('在用', [rule], 6, today)
      await keep('过期', [over], 5, today)
      await keep('未到', [toCome], 4, today)
      await keep('旧提示词', [rule], 3, { ...today, promptVersion: 7 })
      await keep('旧模型', [rule], 2, { model: 'Qwen' })
      const states = async () => (await listCachedAnswers({ limit: 10 })).map(({ question, state }) => [question, state])
      expect(await states()).toEqual([
        ['在用', 'served'],
        ['过期', 'notInForce'],
        ['未到', 'notInForce'],
        ['旧提示词', 'otherPrompt'],
        ['旧模型', 'otherModel'],
      ])
      await savePromptTemplate({ ...agent, role: 'admin' }, { zh: '请回答。', en: 'Answer.' }, 1)
      expect((await states())[0]).toEqual(['在用', 'otherPrompt'])
    } finally {
      await fake.stop()
      forgetModels()
      forgetServers()
      await db().promptTemplate.deleteMany()
    }
  })

  it('forgets one, which is in the audit book', async () => {
    const key = await keep('可以退吗', [], 2)
    const other = await keep('几点关门')
    await deleteAnswer(agent, key)
    expect(await findCachedAnswer(key)).toBeNull()
    expect((await listCachedAnswers({ limit: 10 })).map((item) => item.key)).toEqual([other])
    expect(await db().auditEntry.count({ where: { action: 'answer_cache.delete', subjectId: key, actorId: agent.id } })).toBe(1)
    await expect(deleteAnswer(agent, key)).rejects.toMatchObject({ code: 'not_found' })
  })

  it('forgets all of them and nothing else', async () => {
    await redis()?.set('deskhand:flight:somebody', 'else')
    for (let number = 0; number < 1_200; number++) await keep(`第 ${number} 个问题`, [], number === 0 ? 1 : 0)
    expect(await deleteAllAnswers(agent)).toBe(1_200)
    expect(await listCachedAnswers({ limit: 10 })).toEqual([])
    if (place === 'redis') expect(await redis()?.keys('*')).toEqual(['deskhand:flight:somebody'])
    expect(await db().auditEntry.findFirst({ where: { action: 'answer_cache.clear' }, orderBy: { id: 'desc' } })).toMatchObject({
      actorId: agent.id,
      details: { answers: 1_200 },
    })
  })
})

it.skipIf(!redisUrl)('says that Redis is away when it hangs', async () => {
  const [socket = ''] = redisUrl.split('?')
  const lines: Socket[] = []
  const proxy = createServer((line) => {
    const onward = connect(socket)
    lines.push(line, onward)
    line.pipe(onward).pipe(line)
    for (const end of [line, onward]) end.on('error', () => undefined)
  }).listen(0, '127.0.0.1')
  await once(proxy, 'listening')
  const address = proxy.address()
  await setEnv({ REDIS_URL: `redis://127.0.0.1:${typeof address === 'object' ? address?.port : ''}` })
  closeRedis()
  expect(await answerCacheState()).toBe('redis')
  for (const line of lines) line.unpipe().pause()
  expect(await answerCacheState()).toBe('away')
  closeRedis()
  for (const line of lines) line.destroy()
  proxy.close()
})

it('says that Redis is away when it is', async () => {
  await setEnv({ REDIS_URL: 'redis://127.0.0.1:1' })
  closeRedis()
  expect(await answerCacheState()).toBe('away')
  closeRedis()
})
