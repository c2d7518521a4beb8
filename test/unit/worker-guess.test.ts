import { describe, expect, test } from 'vitest'
import { guessCount, guessTokens } from '@/worker/engine/guess-tokens'
import { END, makeEngine } from './fake-decoder'

const guess = (text: string, count = 16, misses = 0) => String.fromCharCode(...guessTokens([...Buffer.from(text)], count, misses))

describe('a guess', () => {
  test.each([
    ['abcdefgh abc', 'defgh '],
    ['-- a -- a -- a', ' -- a -- a -- a '],
    ['abcX abcY abc', 'Y abcY a'],
    ['babcX abcY babc', 'X abcY b'],
    ['abc', ''],
    ['ab ab', ''],
    ['abcabc', 'abcabc'],
    ['', ''],
    ['aaaaaaaa', 'aaaaaaaaaaaaaa'],
  ])('after %j is %j', (text, expected) => expect(guess(text)).toBe(expected))

  test('is as long as its match is good, and never longer than wanted', () => {
    expect(guess('abcdefghijklmnop abc')).toHaveLength(6)
    expect(guess('abcdefghijklmnop abc', 2)).toBe('de')
    expect(guess('0123456789 and what follows it here 0123456789', 16)).toHaveLength(16)
  })

  test('needs a longer match after each that was wrong', () => {
    expect([0, 1, 2].map((misses) => guess('abcdefgh abc', 16, misses))).toEqual(['defgh ', '', ''])
    expect([1, 2].map((misses) => guess('abcdefgh abcdef', 16, misses) !== '')).toEqual([true, false])
    expect(guess('0123456789abcdef! 0123456789abcdef', 16, 100)).not.toBe('')
  })

  test('of many replies at once is short, and of very many none', () => {
    expect([1, 2, 4, 8, 16, 17, 64].map((writers) => guessCount(writers, false))).toEqual([16, 16, 8, 4, 2, 0, 0])
  })

  test('is twice as long in the middle of a quotation, where there is room', async () => {
    expect([1, 2, 4, 17].map((writers) => guessCount(writers, true))).toEqual([32, 16, 8, 0])
    const { ask, decoder } = makeEngine({ slots: 1 })
    const quoted = Buffer.from(Array.from({ length: 100 }, (_, index) => String.fromCharCode(65 + ((index * 37) % 101))).join(''))
    decoder.next = (written) => quoted[written] ?? END
    expect((await ask(quoted.toString())).text).toBe(quoted.toString())
    const drawn = decoder.batches.slice(2).map((rows) => rows[0]?.draws ?? 0)
    // Three tokens to see that it is one, a first guess of six, then what the match allows.
    expect(drawn.slice(0, 5)).toEqual([1, 1, 7, 21, 33])
  })
})

describe('guesses', () => {
  test('that are all wrong change nothing and soon stop', async () => {
    const { ask, decoder, engine } = makeEngine({ slots: 1 })
    // "abc" comes again and again, and what follows it is always new.
    const text = Array.from({ length: 30 }, (_, index) => `abc${String.fromCharCode(48 + index)}`).join('')
    const bytes = Buffer.from(text)
    decoder.next = (written) => bytes[written] ?? END
    expect((await ask('Hello')).text).toBe(text)
    expect(engine.counts().draftedTokens).toBeLessThan(40)
  })

  test('are not made by a decoder that cannot forget a part', async () => {
    const { ask, decoder, engine } = makeEngine({ slots: 1 })
    decoder.keepPrefix = async (sequence: number) => {
      decoder.stored[sequence] = []
      return false
    }
    const bytes = Buffer.from('abc1abc2abc3abc4abc5')
    decoder.next = (written) => bytes[written] ?? END
    expect((await ask('Hello')).text).toBe(bytes.toString())
    expect(engine.counts().draftedTokens).toBeLessThanOrEqual(6)
  })
})
