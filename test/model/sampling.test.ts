import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Engine, EngineRequest } from '@/worker/engine'
import { readEnv } from '@/worker/env'
import { loadEngine } from '@/worker/load-engine'
import { ask, PROMPTS, WAVERING } from './pocket'

describe.each(['addon', 'public'] as const)('by way of the %s API', (via) => {
  let engine: Engine
  beforeAll(async () => {
    engine = await loadEngine(readEnv({}), { via })
  })
  afterAll(async () => {
    await engine.finish(0)
    await engine.free()
  })
  const [LANGUAGE, USER] = WAVERING
  const reply = (more: Partial<EngineRequest> = {}) => ask(engine, LANGUAGE, USER, more)

  describe('tokens are drawn', () => {
    test('the same from the same seed, alone and among others, whatever else is drawn meanwhile', async () => {
      const draw = async (seed: number) => (await reply({ temperature: 1.5, topK: 0, seed, maxTokens: 60 })).text
      const alone = [await draw(1), await draw(2), await draw(3)]
      expect(new Set(alone).size).toBe(3)
      const crowd = [4, 5, 6, 7, 8].map((seed) => ask(engine, 'zh', (PROMPTS[0] as (typeof PROMPTS)[number])[1], { temperature: 2, seed }))
      expect(await Promise.all([draw(1), draw(2), draw(3)])).toEqual(alone)
      await Promise.all(crowd)
      expect(await draw(0xffff_ffff)).toBe(await draw(0xffff_ffff))
    })

    test('the same by a draft that gives way to others and goes on later', async () => {
      const small = await loadEngine(readEnv({ WORKER_SLOTS: '1' }), { via })
      const draft = { priority: 'background', temperature: 1.2, seed: 6, frequencyPenalty: 0.5, maxTokens: 40 } as const
      const alone = (await ask(small, LANGUAGE, USER, draft)).text
      const people: Promise<unknown>[] = []
      let pieces = 0
      const interrupted = ask(small, LANGUAGE, USER, {
        ...draft,
        onText: () => {
          pieces += 1
          if (pieces === 5 || pieces === 12) people.push(ask(small, 'zh', `${pieces}`, { maxTokens: 5 }))
        },
      })
      expect((await interrupted).text).toBe(alone)
      expect(people).toHaveLength(2)
      await Promise.all(people)
      await small.finish(0)
      await small.free()
    })

    test('greedily when one token is all that top_k, top_p or min_p leave', async () => {
      const greedy = (await reply({ temperature: 0 })).text
      expect((await reply({ temperature: 2, topK: 1 })).text).toBe(greedy)
      expect((await reply({ temperature: 2, topP: 0.000_01 })).text).toBe(greedy)
      expect((await reply({ temperature: 2, minP: 1 })).text).toBe(greedy)
    })

    test.runIf(via === 'addon')(
      'away from what the reply has said, by as much as OpenAI says, and not from what the prompt says',
      async () => {
        // Its rule says the same word three times.
        const [language, user] = PROMPTS[3] as (typeof PROMPTS)[number]
        const plain = (await ask(engine, language, user)).text
        const { logprobs = [] } = await ask(engine, language, user, {
          maxTokens: 60,
          topLogprobs: 20,
          presencePenalty: 3,
          frequencyPenalty: 8,
        })
        expect(logprobs.length).toBeGreaterThan(20)
        const counts = new Map<string, number>()
        const countOf = ({ bytes }: { bytes: number[] }) => counts.get(String(bytes)) ?? 0
        for (const drawn of logprobs) {
          const after = drawn.top.map((other) => other.logprob - 8 * countOf(other) - (countOf(other) > 0 ? 3 : 0))
          const expected = drawn.top[after.indexOf(Math.max(...after))]
          expect(drawn.bytes).toEqual(expected?.bytes)
          counts.set(String(drawn.bytes), countOf(drawn) + 1)
        }
        expect(logprobs.map(({ token }) => token).join('')).not.toBe(plain)
        expect((await ask(engine, language, user)).text).toBe(plain)
      },
    )

    test('with a bias: never, or always', async () => {
      const { text } = await reply({ maxTokens: 1 })
      const [first] = await engine.tokenize(text)
      expect((await reply({ maxTokens: 1, logitBias: new Map([[first as number, -100]]) })).text).not.toBe(text)
      const [wanted] = await engine.tokenize('x')
      expect((await reply({ maxTokens: 4, logitBias: new Map([[wanted as number, 100]]) })).text).toBe('xxxx')
      expect((await reply({ maxTokens: 1 })).text).toBe(text)
    })
  })

  test.runIf(via === 'public')('refuses logprobs, and a bias on the end of a reply, in so many words', async () => {
    const refused = (param: string) => ({ code: 'unsupported', details: { param } })
    await expect(reply({ topLogprobs: 0 })).rejects.toMatchObject(refused('logprobs'))
    const { tokens } = await engine.prepare({ messages: [{ role: 'user', text: 'x' }] }, { truncation: 'disabled' })
    const end = tokens.findLast((token) => engine.detokenize([token]) === '')
    await expect(reply({ logitBias: new Map([[end as number, 5]]) })).rejects.toMatchObject(refused('logit_bias'))
  })

  describe.runIf(via === 'addon')('logprobs', () => {
    test('are those of the model: sorted, summing to at most one, the greedy choice first, and no setting changes them', async () => {
      const { text, logprobs = [] } = await reply({ topLogprobs: 20 })
      expect(logprobs.map(({ token }) => token).join('')).toBe(text)
      for (const { token, logprob, top } of logprobs) {
        expect(top).toHaveLength(20)
        expect(top[0]).toMatchObject({ token, logprob })
        expect(top.map((other) => other.logprob)).toEqual(top.map((other) => other.logprob).toSorted((a, b) => b - a))
        expect(top.reduce((sum, other) => sum + Math.exp(other.logprob), 0)).toBeLessThanOrEqual(1.001)
      }
      const hot = await reply({ topLogprobs: 20, maxTokens: 1, temperature: 2, presencePenalty: 1, seed: 3 })
      expect(hot.logprobs?.[0]?.top).toEqual(logprobs[0]?.top)
    })

    test('of every drawn token, be it among the likeliest or not', async () => {
      const { logprobs = [] } = await reply({ topLogprobs: 0, temperature: 2, topK: 0, seed: 9, maxTokens: 40 })
      expect(logprobs.length).toBeGreaterThan(20)
      expect(logprobs.every(({ logprob, top }) => Number.isFinite(logprob) && logprob <= 0.000_01 && top.length === 0)).toBe(true)
    })
  })

  describe('a grammar', () => {
    const JSON_GRAMMAR = String.raw`root ::= "{\"answer\":" ("true" | "false") ",\"days\":" [1-9] [0-9]? "}"`

    test('is kept to, greedily and not, alone and side by side, and ends the reply', async () => {
      const texts = await Promise.all(
        [0, 0.7, 2, 2].map(async (temperature, seed) => {
          const { text, finishReason } = await reply({ grammar: JSON_GRAMMAR, temperature, seed })
          expect(finishReason).toBe('stop')
          return text
        }),
      )
      for (const text of texts) expect(text).toMatch(/^\{"answer":(true|false),"days":[1-9][0-9]?\}$/)
      expect((await reply({ grammar: JSON_GRAMMAR, temperature: 0 })).text).toBe(texts[0])
      // The slot has no grammar any more.
      expect((await reply()).text).not.toContain('{')
    })

    test('that is none is refused before anything is written', async () => {
      await expect(reply({ grammar: 'root ::= (' })).rejects.toMatchObject({ code: 'invalid_grammar' })
      await expect(reply({ grammar: 'root ::= root "x"' })).rejects.toMatchObject({ code: 'invalid_grammar' })
    })
  })
})

test('both ways draw the same', async () => {
  const wishes: Partial<EngineRequest>[] = [
    { temperature: 1.5, seed: 4, topP: 0.9, minP: 0.02 },
    { temperature: 0, presencePenalty: 3, frequencyPenalty: 8 },
    { temperature: 1, seed: 5, grammar: 'root ::= [a-z ]+' },
  ]
  const [language, user] = WAVERING
  wishes.push({ temperature: 0 })
  const texts: string[][] = []
  for (const via of ['addon', 'public'] as const) {
    const engine = await loadEngine(readEnv({}), { via })
    const replies = await Promise.all(wishes.map((wish) => ask(engine, language, user, { maxTokens: 40, ...wish })))
    texts.push(replies.map(({ text }) => text))
    // One guesses what is copied from the rule, the other does not.
    expect(engine.counts().acceptedTokens > 5).toBe(via === 'addon')
    await engine.finish(0)
    await engine.free()
  }
  expect(texts[1]).toEqual(texts[0])
})
