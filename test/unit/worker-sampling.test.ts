import { describe, expect, test } from 'vitest'
import type { EngineRequest } from '@/worker/engine'
import { drawSeed } from '@/worker/engine/draw-seed'
import { nameMarks } from '@/worker/engine/name-marks'
import { tokenBytes } from '@/worker/engine/token-bytes'
import { END, makeEngine, START, THINK, THINK_END, VOCABULARY } from './fake-decoder'

describe('how a request wants its tokens drawn', () => {
  test('reaches the decoder whole', async () => {
    const { ask, decoder } = makeEngine()
    await ask('Hello', {
      temperature: 0.5,
      topP: 0.9,
      topK: 7,
      minP: 0.1,
      seed: 5,
      presencePenalty: 0.25,
      frequencyPenalty: -0.5,
      logitBias: new Map([[97, -100]]),
      topLogprobs: 3,
    })
    expect(decoder.samplings).toEqual([
      [
        0,
        {
          temperature: 0.5,
          topP: 0.9,
          topK: 7,
          minP: 0.1,
          seed: 5,
          presencePenalty: 0.25,
          frequencyPenalty: -0.5,
          logitBias: new Map([[97, -100]]),
          grammar: null,
          topLogprobs: 3,
        },
        [],
      ],
    ])
  })

  test('is left alone by what is not said, and a request without a seed gets one of its own', async () => {
    const { ask, decoder } = makeEngine()
    await Promise.all([ask('one'), ask('two', { topK: -1 })])
    const [one, two] = decoder.samplings.map(([, sampling]) => sampling)
    expect(one).toMatchObject({ temperature: 0, topP: 1, topK: 40, minP: 0, presencePenalty: 0, frequencyPenalty: 0, topLogprobs: null })
    expect(two?.topK).toBe(0)
    expect(one?.seed).not.toBe(two?.seed)
  })

  test('within a grammar never opens a turn', async () => {
    const { ask, decoder } = makeEngine()
    await ask('Hello', { grammar: 'root ::= "x"' })
    expect(decoder.samplings[0]?.[1]).toMatchObject({
      grammar: { kind: 'grammar' },
      logitBias: new Map([[START, Number.NEGATIVE_INFINITY]]),
    })
  })

  test('is refused when the grammar is none, or when the decoder cannot do it', () => {
    const { ask, decoder } = makeEngine()
    expect(() => ask('Hello', { grammar: 'nonsense' })).toThrow(expect.objectContaining({ code: 'invalid_grammar' }))
    decoder.features.delete('logprobs')
    expect(() => ask('Hello', { topLogprobs: 0 })).toThrow(
      expect.objectContaining({ code: 'unsupported', details: expect.objectContaining({ param: 'logprobs' }) }),
    )
  })

  test('a draw that fails costs its own request and no other', async () => {
    const { ask, decoder, engine } = makeEngine()
    decoder.next = (written, stored) => {
      if (stored.includes('!'.charCodeAt(0)) && written === 2) throw new Error('no token left')
      return written >= 5 ? END : 97 + written
    }
    const [broken, fine] = await Promise.allSettled([ask('one!'), ask('two')])
    expect(broken).toMatchObject({ status: 'rejected', reason: { code: 'decode_failed' } })
    expect(fine).toMatchObject({ status: 'fulfilled', value: { text: 'abcde' } })
    expect(engine.load().busySlots).toBe(0)
  })
})

describe('logprobs', () => {
  test('come with the piece of text that their tokens made, whole characters at a time', async () => {
    const { ask, decoder } = makeEngine()
    const bytes = [...Buffer.from('a好'), END]
    decoder.next = (written) => ({ token: bytes[written] ?? END, logprob: -written, top: [[98, -0.5]] })
    const seen: [string, unknown][] = []
    const reply = await ask('Hello', {
      topLogprobs: 1,
      onText: (piece, tokens) => seen.push([piece, tokens?.map(({ bytes: own, logprob }) => [own[0], logprob])]),
    })
    expect(seen).toEqual([
      ['a', [[97, -0]]],
      [
        '好',
        [
          [0xe5, -1],
          [0xa5, -2],
          [0xbd, -3],
        ],
      ],
    ])
    expect(reply.logprobs).toHaveLength(4)
    expect(reply.logprobs?.[0]).toEqual({
      token: 'a',
      bytes: [97],
      logprob: -0,
      top: [{ token: 'b', bytes: [98], logprob: -0.5 }],
    })
  })

  test('of a stop string that was cut off are left out, and there are none unless they are asked for', async () => {
    const { ask, decoder } = makeEngine()
    decoder.next = (written) => ({ token: 97 + written, logprob: -1, top: [] })
    expect((await ask('Hi', { topLogprobs: 0, stop: ['cd'] })).logprobs?.map(({ token }) => token)).toEqual(['a', 'b'])
    expect(await ask('Hi', { stop: ['cd'] })).not.toHaveProperty('logprobs')
  })
})

describe('marks', () => {
  test('come in order with the text and are never part of it', async () => {
    const { ask, decoder } = makeEngine()
    const tokens = [THINK, ...Buffer.from('hm'), THINK_END, ...Buffer.from('yes')]
    decoder.next = (written) => tokens[written] ?? END
    const seen: string[] = []
    const receiver: Partial<EngineRequest> = { onText: (piece) => seen.push(piece), onMark: (mark) => seen.push(`(${mark})`) }
    const reply = await ask('Hello', { ...receiver, stop: ['mx'] })
    expect(seen).toEqual(['(think)', 'h', 'm', '(/think)', 'y', 'e', 's'])
    expect(reply).toMatchObject({ text: 'hmyes', completionTokens: 7 })
  })
})

describe('the seed of a draw', () => {
  test('depends on the seed and on the place, and is never the one that means chance', () => {
    const seeds = Array.from({ length: 100 }, (_, seed) => Array.from({ length: 100 }, (_, n) => drawSeed(seed, n))).flat()
    expect(new Set(seeds).size).toBeGreaterThan(9_990)
    expect(drawSeed(0xffff_ffff, 7)).toBe(drawSeed(0xffff_ffff, 7))
    expect(seeds.every((seed) => Number.isInteger(seed) && seed >= 0 && seed < 0xffff_ffff)).toBe(true)
  })
})

describe('marks in a grammar', () => {
  test.each([
    ['root ::= <think> [^<]* </think>', 'root ::= <[1003]> [^<]* <[1004]>'],
    ['root ::= "<think>" # <think>', 'root ::= "<think>" # <think>'],
    ['root ::= "\\"<think>" [<think>\\]] <tool_call>', 'root ::= "\\"<think>" [<think>\\]] <[1005]>'],
  ])('%s', (gbnf, named) => expect(nameMarks(gbnf, VOCABULARY.special)).toBe(named))

  test('are text for a model that has no such tokens', () => {
    expect(nameMarks('root ::= <tool_call>', () => undefined)).toBe('root ::= "<tool_call>"')
  })
})

describe('the bytes of a token', () => {
  test.each([
    [undefined, 'Ġhello', ' hello'],
    [undefined, 'å¥½', '好'],
    [undefined, 'Ċ', '\n'],
    // Its last byte, the soft hyphen of Latin-1, is the last that is not itself.
    [undefined, 'ä¸Ń', '中'],
    ['<think>', '<think>', '<think>'],
    [undefined, '▁plain', '▁plain'],
  ])('%s %s', (special, spelled, text) => expect(tokenBytes(special, spelled).toString()).toBe(text))
})
