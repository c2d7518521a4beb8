import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ChatTemplate } from '@/worker/engine/chat-template'
import { encodeUpTo, longestOf, tokenCounter } from '@/worker/engine/count-tokens'
import { longTextEncoder, plainTextEncoder } from '@/worker/engine/plain-text'
import { preparePrompt } from '@/worker/engine/prepare-prompt'
import { slicesOfChars, slicesOfWords } from '@/worker/engine/slice-text'
import { atOnce, inTurns, type Steps, stepByStep } from '@/worker/engine/take-turns'
import { CHATML, engineOn, FakeDecoder, inSteps, SPECIAL_TOKENS, VOCABULARY } from './fake-decoder'

/** Long texts of few parts, with and without places to cut them at; by their parts, so that one that fails can be read. */
const PARTS = ['word ', 'x', '7', '你', '，', '😀', '\n', '<|im_end|>', ' 「', 'é', '  ']
const longTexts = fc.record({
  parts: fc.array(fc.constantFrom(...PARTS), { minLength: 1, maxLength: 12 }),
  times: fc.integer({ min: 1, max: 3_000 }),
})
const textOf = ({ parts, times }: { parts: string[]; times: number }) => parts.join('').repeat(times)

describe('slices of a long text', () => {
  test('are the text, none much longer than it should be where there are words, and no character in two', () => {
    fc.assert(
      fc.property(longTexts, (made) => {
        const text = textOf(made)
        const chars = [...slicesOfChars(text)]
        expect(chars.join('')).toBe(text)
        expect([...slicesOfWords(text)].join('')).toBe(text)
        for (const slice of chars) expect(slice.length <= 8_192 && slice.isWellFormed()).toBe(true)
      }),
      { numRuns: 60 },
    )
    expect(Math.max(...[...slicesOfWords('word '.repeat(100_000))].map(({ length }) => length))).toBeLessThan(8_300)
    expect([...slicesOfWords('x'.repeat(100_000))]).toHaveLength(1)
  })
})

describe('a text that may be too long', () => {
  /** A vocabulary of bytes that writes down how much of a text it was given. */
  function counted(longestBytes: number) {
    const seen = { chars: 0, most: 0 }
    const encode = (text: string) => {
      seen.chars += text.length
      seen.most = Math.max(seen.most, text.length)
      return VOCABULARY.encode(text)
    }
    const encodeLong = (text: string) => inSteps(encode(text))
    return { seen, means: { encode: encodeLong, count: tokenCounter({ encode, longestBytes }) } }
  }

  test('is not read at all when even the longest tokens would be too many', () => {
    const { seen, means } = counted(2)
    expect(atOnce(encodeUpTo('a'.repeat(1_000_000), 400, means))).toBe(500_000)
    expect(seen.chars).toBe(0)
  })

  test('is read until it is certain, in slices, and the number told is one that it has', () => {
    const { seen, means } = counted(1_000)
    const least = atOnce(encodeUpTo('a'.repeat(1_000_000), 10_000, means))
    expect(least).toBeGreaterThan(10_000)
    expect(least).toBeLessThanOrEqual(1_000_000)
    expect([seen.chars < 20_000, seen.most]).toEqual([true, 8_192])
  })

  test('that fits is encoded as a whole, whatever the limit', () => {
    fc.assert(
      fc.property(longTexts, fc.integer({ min: 1, max: 100_000 }), (made, limit) => {
        const text = textOf(made)
        const tokens = VOCABULARY.encode(text).length
        const said = atOnce(encodeUpTo(text, limit, counted(4).means))
        if (typeof said === 'number') expect([said > limit, said <= tokens]).toEqual([true, true])
        else expect(said).toHaveLength(tokens)
      }),
      { numRuns: 100 },
    )
  })

  test('in a chat is refused without its being read, with a number that is true', async () => {
    const { seen, means } = counted(1_000)
    const template = new ChatTemplate({ template: CHATML, specials: SPECIAL_TOKENS, ...means })
    const { engine } = engineOn(new FakeDecoder(1), {
      template,
      vocabulary: { ...VOCABULARY, encodeLong: means.encode, count: means.count },
    })
    const long = { role: 'user' as const, text: 'a'.repeat(900_000) }
    const refusal = expect.objectContaining({ details: { limit: 400, asked: expect.any(Number), isAtLeast: true } })
    await expect(engine.prepare({ messages: [long] }, { truncation: 'disabled' })).rejects.toEqual(refusal)
    await expect(engine.prepare({ messages: [long] }, { truncation: 'auto' })).rejects.toEqual(refusal)
    await expect(engine.prepare({ text: long.text }, { truncation: 'auto' })).rejects.toEqual(refusal)
    // An old turn that is too long is left out, and so is all before it.
    const chat = [{ role: 'user' as const, text: 'z'.repeat(50) }, long, { role: 'user' as const, text: 'short' }]
    expect(await engine.prepare({ messages: chat }, { truncation: 'auto' })).toMatchObject({ droppedMessages: 2 })
    expect(seen.chars).toBeLessThan(100_000)
  })

  test('counts the longest token by its bytes', () => {
    expect([longestOf([]), longestOf(['a', 'Ġword', '你好'])]).toEqual([1, 6])
  })
})

describe('much to encode', () => {
  test('lets others have their turn in between, and stops when nobody waits for it any more', async () => {
    let turns = 0
    let isOver = false
    const look = () => {
      turns++
      if (!isOver) setImmediate(look)
    }
    setImmediate(look)
    const lengths = await inTurns(['a'.repeat(9_000), 'b'.repeat(9_000), 'c'], {
      size: ({ length }) => length,
      act: ({ length }, at) => [at, length, turns],
    })
    isOver = true
    expect(lengths.map(([at, length]) => [at, length])).toEqual([
      [0, 9_000],
      [1, 9_000],
      [2, 1],
    ])
    expect(new Set(lengths.map((one) => one[2])).size).toBe(3)

    const gone = new AbortController()
    const act = () => gone.abort()
    await expect(inTurns([9_000, 9_000], { size: (size) => size, act, signal: gone.signal })).rejects.toMatchObject({ code: 'aborted' })
  })

  test('goes on one work a turn, however many there are, and what is short does not wait', async () => {
    let turn = 0
    let isOver = false
    const look = () => {
      turn++
      if (!isOver) setImmediate(look)
    }
    setImmediate(look)
    function* work(): Steps<number[]> {
      const turns: number[] = []
      for (let step = 0; step < 5; step++) {
        turns.push(turn)
        yield 9_000
      }
      return turns
    }
    const works = Array.from({ length: 10 }, () => stepByStep(work()))
    const before = turn
    await stepByStep(inSteps(1))
    expect(turn).toBe(before)
    // The first step of each is done at once.
    const later = (await Promise.all(works)).flatMap((turns) => turns.slice(1))
    isOver = true
    expect(new Set(later).size).toBe(later.length)
  })

  test('is a chat of many messages: of those that come together one is rendered in each turn, and one of a few at once', async () => {
    let turn = 0
    let isOver = false
    const look = () => {
      turn++
      if (!isOver) setImmediate(look)
    }
    setImmediate(look)
    const template = new ChatTemplate({
      template: CHATML,
      specials: SPECIAL_TOKENS,
      encode: VOCABULARY.encodeLong,
      count: VOCABULARY.count,
    })
    const renderedAt: number[] = []
    const chat = (messages: number) =>
      Array.from({ length: messages }, () => ({
        role: 'user' as const,
        // Read once, while it is rendered.
        get text() {
          renderedAt.push(turn)
          return 'a'
        },
      }))
    const reading = [1, 2, 3].map(() => stepByStep(template.toTokens({ messages: chat(500) })))
    expect(renderedAt).toEqual([])
    await Promise.all(reading)
    expect(new Set(renderedAt).size).toBe(3)
    renderedAt.length = 0
    void stepByStep(template.toTokens({ messages: chat(3) }))
    expect(renderedAt).toHaveLength(3)
    isOver = true
  })

  test('is a chat that fits too: others have their turns, and nobody reads on for a client who has gone', async () => {
    const slices: number[] = []
    const encode = longTextEncoder(
      (text) => {
        slices.push(text.length)
        return VOCABULARY.encode(text)
      },
      SPECIAL_TOKENS,
      slicesOfWords,
    )
    const template = new ChatTemplate({ template: CHATML, specials: SPECIAL_TOKENS, encode, count: VOCABULARY.count })
    const vocabulary = { ...VOCABULARY, encodeLong: encode }
    const means = { template, vocabulary, contextSize: 200_000 }
    const text = 'word '.repeat(20_000)
    const prepared = (signal?: AbortSignal) =>
      stepByStep(preparePrompt({ messages: [{ role: 'user', text }] }, { truncation: 'auto' }, means), signal)
    const whole = atOnce(preparePrompt({ messages: [{ role: 'user', text }] }, { truncation: 'auto' }, means))
    slices.length = 0
    let seen = 0
    const look = () => {
      seen = slices.length
      if (seen < 12) setImmediate(look)
    }
    setImmediate(look)
    expect(await prepared()).toEqual(whole)
    expect(Math.max(...slices)).toBeLessThan(8_300)
    // In the middle of it somebody else had a turn.
    expect(seen).toBeGreaterThan(0)

    slices.length = 0
    const gone = new AbortController()
    const lost = prepared(gone.signal)
    gone.abort()
    await expect(lost).rejects.toMatchObject({ code: 'aborted' })
    expect(slices.length).toBeLessThan(4)
  })

  test('gives what encoding it at once gives, special tokens and all', () => {
    const encode = plainTextEncoder(VOCABULARY.encode, SPECIAL_TOKENS)
    const encodeLong = longTextEncoder(VOCABULARY.encode, SPECIAL_TOKENS, slicesOfWords)
    fc.assert(
      fc.property(longTexts, (made) => {
        expect(Buffer.from(atOnce(encodeLong(textOf(made)))).equals(Buffer.from(encode(textOf(made))))).toBe(true)
      }),
      { numRuns: 30 },
    )
  })
})
