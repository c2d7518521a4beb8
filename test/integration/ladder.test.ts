import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createRule } from '@/lib/faq/create-rule'
import { setRuleStatus } from '@/lib/faq/set-rule-status'
import { updateRule } from '@/lib/faq/update-rule'
import { forgetModels } from '@/lib/inference/current-model'
import { forgetServers } from '@/lib/inference/servers'
import { closeRedis, connectRedis, redis } from '@/lib/redis'
import { clearLocalAnswers } from '@/lib/suggestions/answer-cache/answer-cache'
import { listCachedAnswers } from '@/lib/suggestions/answer-cache/list-cached-answers'
import { suggest } from '@/lib/suggestions/suggest'
import { setEnv } from '../support/database'
import { FakeModel } from '../support/fake-model'

// The rungs and what makes a draft fall, with a FAKE model that can hang, break and write what a test needs.

const QUESTION = '我上周买的衣服想退，运费要我自己出吗，钱几天能退回来'
const ANSWER = '签收后7天内可申请退货，非质量问题的退货运费由买家承担。仓库验收后，退款在3个工作日内原路退回。'
const GOOD =
  '您好，签收后7天内可申请退货，非质量问题的退货运费由买家承担。[1]仓库验收后，退款在3个工作日内原路退回。[1]如有其他问题欢迎继续咨询。'

const model = new FakeModel()
const editor = { id: null, role: 'admin' } as unknown as Parameters<typeof createRule>[0]
let ruleId = ''
let ruleVersion = 1

beforeAll(async () => {
  const rule = await createRule(editor, {
    question: '退货运费由谁承担，退款多久到账？',
    variants: ['退货要自己出运费吗', '退款几天能到'],
    answer: ANSWER,
    category: '退货',
    tags: [],
    language: 'zh',
    status: 'published',
    validFrom: null,
    validUntil: null,
  })
  ruleId = rule.id
  ruleVersion = rule.version
})

beforeEach(async () => {
  await model.start()
  await setEnv({ INFERENCE_URL: model.url, SUGGESTION_TIMEOUT_MS: '1500' })
  model.behaviour = { kind: 'reply', text: GOOD }
  model.requests.length = 0
  await connectRedis()
  await redis()?.flushdb()
})

afterEach(async () => {
  await model.stop()
  forgetServers()
  forgetModels()
  clearLocalAnswers()
})

describe('the ladder', () => {
  it('answers a question asked word for word without the model', async () => {
    const result = await suggest({ question: '退货要自己出运费吗？' })
    expect(result).toMatchObject({ rung: 'verbatim', fallbackCause: null, rules: [{ ruleId, isCited: true }] })
    expect(model.requests).toHaveLength(0)
  })

  it('lets the model write from the rule, streamed, and keeps what replays it', async () => {
    const seen: string[] = []
    const result = await suggest({ question: QUESTION, onText: (text) => seen.push(text) })
    expect(result).toMatchObject({
      rung: 'model',
      text: GOOD,
      fallbackCause: null,
      rules: [{ ruleId, version: ruleVersion, isUsed: true, isCited: true }],
    })
    expect(result.grounding.isGrounded).toBe(true)
    expect(seen.length).toBeGreaterThan(2)
    expect(GOOD.startsWith(seen[0] ?? '?')).toBe(true)
    expect(result.run).toMatchObject({ model: 'fake-model', promptVersion: 1, text: GOOD })
    expect(result.run?.prompt).toEqual(model.requests[0]?.messages)
  })

  it('answers the same question from the cache, and another spelling of it too', async () => {
    await suggest({ question: QUESTION })
    const again = await suggest({ question: `  ${QUESTION}？！ ` })
    expect(again).toMatchObject({ rung: 'cache', text: GOOD, cached: { model: 'fake-model' } })
    expect(model.requests).toHaveLength(1)
    expect((await listCachedAnswers({ limit: 5 }))[0]?.hits).toBe(1)
  })

  it('never answers from before an edit of the rule', async () => {
    await suggest({ question: QUESTION })
    const edited = await updateRule(editor, ruleId, ruleVersion, { answer: ANSWER.replace('3个工作日', '5个工作日') })
    ruleVersion = edited.version
    const result = await suggest({ question: QUESTION })
    expect(result.rung).not.toBe('cache')
    expect(result.text).not.toContain('3个工作日')
    const restored = await updateRule(editor, ruleId, ruleVersion, { answer: ANSWER })
    ruleVersion = restored.version
  })

  it('never keeps an answer to a question with personal data, and never shows that data to the model', async () => {
    const question = `${QUESTION}？我的手机号是13800001234`
    const first = await suggest({ question })
    const second = await suggest({ question })
    expect([first.rung, second.rung]).toEqual(['model', 'model'])
    expect(model.requests).toHaveLength(2)
    expect(JSON.stringify(model.requests)).not.toContain('13800001234')
  })

  it('asks the model once when ten ask the same at once', async () => {
    model.behaviour = { kind: 'reply', text: GOOD, pauseMs: 20 }
    const results = await Promise.all(Array.from({ length: 10 }, () => suggest({ question: QUESTION })))
    expect(model.requests).toHaveLength(1)
    expect(new Set(results.map((result) => result.text)).size).toBe(1)
  })

  it('goes on without Redis, killed in the middle', async () => {
    await suggest({ question: QUESTION })
    await setEnv({ REDIS_URL: '/nowhere/redis.sock' })
    closeRedis()
    const result = await suggest({ question: QUESTION })
    expect(result).toMatchObject({ rung: 'model', text: GOOD })
    closeRedis()
  })

  it('says honestly that no rule answers', async () => {
    const result = await suggest({ question: 'zzqx 今晚的月亮为什么这么圆' })
    expect(result).toMatchObject({ rung: 'holding', fallbackCause: 'no_rule' })
    expect(result.text).toContain('如有其他问题欢迎继续咨询。')
    expect(model.requests).toHaveLength(0)
  })

  it('finds no archived rule', async () => {
    const archived = await setRuleStatus(editor, ruleId, ruleVersion, 'archived')
    expect((await suggest({ question: QUESTION })).fallbackCause).toBe('no_rule')
    const back = await setRuleStatus(editor, ruleId, archived.version, 'published')
    ruleVersion = back.version
  })
})

describe('a model that fails', () => {
  it.each([
    ['is down', { kind: 'status', status: 500 }, 'unreachable'],
    ['is full', { kind: 'status', status: 503 }, 'busy'],
    ['answers nonsense', { kind: 'nonsense' }, 'bad_output'],
    ['breaks off in the middle', { kind: 'break', text: GOOD }, 'unreachable'],
    ['loops', { kind: 'reply', text: `您好，${'签收后7天内可申请退货，'.repeat(30)}` }, 'loop'],
    ['invents a number', { kind: 'reply', text: GOOD.replace('3个工作日', '1个工作日') }, 'ungrounded'],
    ['invents a promise', { kind: 'reply', text: `您好，我们会全额赔偿您500元。[1]如有其他问题欢迎继续咨询。` }, 'ungrounded'],
    ['cites no rule', { kind: 'reply', text: '您好，明天中午一定送到您手上。如有其他问题欢迎继续咨询。' }, 'ungrounded'],
    ['says nothing', { kind: 'reply', text: '' }, 'bad_output'],
  ] as const)('that %s leaves the answer taken from the rule', async (_name, behaviour, cause) => {
    model.behaviour = behaviour
    const result = await suggest({ question: QUESTION })
    expect(result).toMatchObject({ rung: 'extractive', fallbackCause: cause, rules: [{ ruleId, isCited: true }] })
    expect(result.grounding.isGrounded).toBe(true)
    expect(result.text).toContain('[1]')
  })

  it('that cannot be reached at all leaves it too', async () => {
    await model.stop()
    const result = await suggest({ question: QUESTION })
    expect(result).toMatchObject({ rung: 'extractive', fallbackCause: 'unreachable' })
  })

  it('that hangs is given up within the time budget, and after three the next do not wait', async () => {
    model.behaviour = { kind: 'hang' }
    for (const [index, question] of ['', '急急急', '快一点'].entries()) {
      const result = await suggest({ question: `${QUESTION}${question}` })
      expect(result, `call ${index}`).toMatchObject({ rung: 'extractive', fallbackCause: 'timeout' })
      expect(result.ms).toBeLessThanOrEqual(1_500)
    }
    const asked = model.requests.length
    expect(await suggest({ question: `${QUESTION}在线等` })).toMatchObject({ rung: 'extractive', fallbackCause: 'breaker_open' })
    expect(model.requests).toHaveLength(asked)
  })
})
