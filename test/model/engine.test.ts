import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Engine, EngineError } from '@/worker/engine'
import { readEnv } from '@/worker/env'
import { loadEngine } from '@/worker/load-engine'
import { ask, CLOSING, PROMPTS, question } from './pocket'

const VIA = ['addon', 'public'] as const
// The public API never fills the last place.
const CONTEXT = { addon: 1024, public: 1023 }

describe.each(VIA)('by way of the %s API', (via) => {
  const load = (settings: Record<string, string> = {}) => loadEngine(readEnv(settings), { via })
  let engine: Engine
  beforeAll(async () => {
    engine = await load()
  })
  afterAll(async () => {
    await engine.finish(0)
    await engine.free()
  })
  describe('the pocket model', () => {
    test('is announced as what it is', () => {
      expect(engine.model).toMatchObject({
        name: 'deskhand-pocket',
        isDemo: true,
        maxRules: 4,
        contextSize: CONTEXT[via],
        quantization: 'Q8_0',
        device: 'cpu',
        threads: 1,
      })
    })

    test.each(PROMPTS)('answers from its rule in %s, cites it and closes as told', async (language, user) => {
      const reply = await ask(engine, language, user)
      expect(reply.finishReason).toBe('stop')
      expect(reply.text).toContain('[1]')
      expect(reply.text.endsWith(CLOSING[language])).toBe(true)
    })

    test('copies the facts of the rule', async () => {
      const reply = await ask(engine, 'zh', question('zh', '多久发货', '发货时间：现货商品在付款后48小时内发货。'))
      expect(reply.text).toBe('您好，现货商品在付款后48小时内发货。[1]如有其他问题欢迎继续咨询。')
    })

    test.each([
      ['zh', '你们支持比特币付款吗', '转交人工同事'],
      ['en', 'Do you accept bitcoin?', 'a human colleague'],
    ] as const)('hands over in %s when there is no rule', async (language, text, words) => {
      const reply = await ask(engine, language, question(language, text))
      expect(reply.text).toContain(words)
      expect(reply.text).not.toContain('[1]')
    })
  })

  describe('the engine', () => {
    test('gives four replies at once that equal those one by one', async () => {
      const single = []
      for (const [language, user] of PROMPTS) single.push((await ask(engine, language, user)).text)
      const together = await Promise.all(PROMPTS.map(([language, user]) => ask(engine, language, user)))
      expect(together.map((reply) => reply.text)).toEqual(single)
    })

    test('gives the same text from a prefix that was copied from a busy neighbour', async () => {
      const fresh = await load()
      const users = ['一', '二', '三', '四'].map((name) =>
        question('zh', `${name}号商品多久发货`, '发货：现货商品在付款后48小时内发货，预售商品以商品页面标注的发货时间为准。'.repeat(3)),
      )
      const together = await Promise.all(users.map((user) => ask(fresh, 'zh', user)))
      expect(together.filter((reply) => reply.cachedTokens >= 64)).toHaveLength(via === 'addon' ? 3 : 0)
      for (const [index, user] of users.entries()) expect((await ask(engine, 'zh', user)).text).toBe(together[index]?.text)
      await fresh.finish(0)
      await fresh.free()
    })

    test('streams exactly the text of the reply, without half characters', async () => {
      const pieces: string[] = []
      const [language, user] = PROMPTS[0] as (typeof PROMPTS)[number]
      const reply = await ask(engine, language, user, { onText: (piece) => pieces.push(piece) })
      expect(pieces.join('')).toBe(reply.text)
      expect(pieces.length).toBeGreaterThan(5)
      expect(reply.text).not.toContain('\uFFFD')
    })

    test('draws the same text from the same seed, in a slot that has drawn others, and another from another', async () => {
      const [language, user] = PROMPTS[2] as (typeof PROMPTS)[number]
      const draw = async (seed: number) => (await ask(engine, language, user, { temperature: 2, seed, maxTokens: 60 })).text
      const first = await draw(1)
      const other = await draw(2)
      expect(await draw(1)).toBe(first)
      expect(await draw(1)).toBe(first)
      expect(other).not.toBe(first)
    })

    test('stops before a stop string and at max tokens', async () => {
      const [language, user] = PROMPTS[0] as (typeof PROMPTS)[number]
      const whole = (await ask(engine, language, user)).text
      const stopped = await ask(engine, language, user, { stop: ['[1]'] })
      expect(stopped).toMatchObject({ text: whole.slice(0, whole.indexOf('[1]')), finishReason: 'stop' })
      expect(await ask(engine, language, user, { maxTokens: 5 })).toMatchObject({ finishReason: 'length', completionTokens: 5 })
    })

    test('refuses a prompt above its context and names both numbers', async () => {
      const refused = await ask(engine, 'zh', '货'.repeat(3000)).catch((error: unknown) => error)
      expect(refused).toBeInstanceOf(EngineError)
      expect(String(refused)).toMatch(new RegExp(`context holds ${CONTEXT[via]} tokens, and the messages alone have \\d{4}\\.`))
    })

    test('ends a reply where the context ends', async () => {
      const [language, user] = PROMPTS[2] as (typeof PROMPTS)[number]
      const { promptTokens: empty } = await ask(engine, language, user)
      const filler = ' a'.repeat(CONTEXT[via] - empty - 3)
      const reply = await ask(engine, language, user + filler)
      expect(reply.promptTokens).toBeGreaterThan(1000)
      expect(reply.promptTokens + reply.completionTokens).toBeLessThanOrEqual(CONTEXT[via])
    })

    test('frees the slot of a request that is aborted, refuses beyond its queue, and goes on', async () => {
      const small = await load({ WORKER_SLOTS: '1', WORKER_QUEUE: '1' })
      const [language, user] = PROMPTS[1] as (typeof PROMPTS)[number]
      const hangUp = new AbortController()
      const gone = ask(small, language, user, { signal: hangUp.signal, onText: () => hangUp.abort() })
      const next = ask(small, language, user)
      await expect(ask(small, language, user)).rejects.toMatchObject({ code: 'queue_full' })
      await expect(gone).rejects.toMatchObject({ code: 'aborted' })
      expect((await next).text).toBe((await ask(engine, language, user)).text)
      expect(small.load()).toMatchObject({ busySlots: 0, waiting: 0 })
      await small.finish(0)
      await small.free()
    })
  })
})
