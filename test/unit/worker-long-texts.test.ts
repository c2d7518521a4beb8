import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ChatTemplate } from '@/worker/engine/chat-template'
import { encodeUpTo, longestOf, tokenCounter } from '@/worker/engine/count-tokens'
import { longTextEncoder, plainTextEncoder } from '@/worker/engine/plain-text'
import { slicesOfChars, slicesOfWords } from '@/worker/engine/slice-text'
import { inTurns } from '@/worker/engine/take-turns'
import { CHATML, engineOn, FakeDecoder, SPECIAL_TOKENS, VOCABULARY } from './fake-decoder'

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
    return { seen, vocabulary: { encode, count: tokenCounter({ encode, longestBytes }) } }
  }

  test('is not read at all when even the longest tokens would be too many', () => {
    const { seen, vocabulary } = counted(2)
    expect(encodeUpTo('a'.repeat(1_000_000), 400, vocabulary)).toBe(500_000)
    expect(seen.chars).toBe(0)
  })

  test('is read until it is certain, in slices, and the number told is one that it has', () => {
    const { seen, vocabulary } = counted(1_000)
    const least = encodeUpTo('a'.repeat(1_000_000), 10_000, vocabulary)
    expect(least).toBeGreaterThan(10_000)
    expect(least).toBeLessThanOrEqual(1_000_000)
    expect([seen.chars < 20_000, seen.most]).toEqual([true, 8_192])
  })

  test('that fits is encoded as a whole, whatever the limit', () => {
    fc.assert(
      fc.property(longTexts, fc.integer({ min: 1, max: 100_000 }), (made, limit) => {
        const text = textOf(made)
        const tokens = VOCABULARY.encode(text).length
        const said = encodeUpTo(text, limit, counted(4).vocabulary)
        if (typeof said === 'number') expect([said > limit, said <= tokens]).toEqual([true, true])
        else expect(said).toHaveLength(tokens)
      }),
      { numRuns: 100 },
    )
  })

  test('in a chat is refused without its being read, with a number that is true', () => {
    const { seen, vocabulary } = counted(1_000)
    const template = new ChatTemplate({ template: CHATML, specials: SPECIAL_TOKENS, ...vocabulary })
    const { engine } = engineOn(new FakeDecoder(1), { template, vocabulary: { ...VOCABULARY, ...vocabulary } })
    const long = { role: 'user' as const, text: 'a'.repeat(900_000) }
    const refusal = expect.objectContaining({ details: { limit: 400, asked: expect.any(Number), isAtLeast: true } })
    expect(() => engine.prepare({ messages: [long] }, { truncation: 'disabled' })).toThrow(refusal)
    expect(() => engine.prepare({ messages: [long] }, { truncation: 'auto' })).toThrow(refusal)
    expect(() => engine.prepare({ text: long.text }, { truncation: 'auto' })).toThrow(refusal)
    // An old turn that is too long is left out, and so is all before it.
    const chat = [{ role: 'user' as const, text: 'z'.repeat(50) }, long, { role: 'user' as const, text: 'short' }]
    expect(engine.prepare({ messages: chat }, { truncation: 'auto' })).toMatchObject({ droppedMessages: 2 })
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

  test('gives what encoding it at once gives, special tokens and all', async () => {
    const encode = plainTextEncoder(VOCABULARY.encode, SPECIAL_TOKENS)
    const encodeLong = longTextEncoder(VOCABULARY.encode, SPECIAL_TOKENS, slicesOfWords)
    await fc.assert(
      fc.asyncProperty(longTexts, async (made) => {
        expect(Buffer.from(await encodeLong(textOf(made))).equals(Buffer.from(encode(textOf(made))))).toBe(true)
      }),
      { numRuns: 30 },
    )
  })
})
