import { describe, expect, test } from 'vitest'
import { plainTextEncoder } from '@/worker/engine/plain-text'
import { ReplyText } from '@/worker/engine/reply-text'

/** Every byte is a token: the hardest case for characters of several bytes. */
const bytesOf = (text: string) => [...Buffer.from(text)]
const decodeBytes = (tokens: number[]) => Buffer.from(tokens).toString()

function write(text: string | number[], stops: string[] = []) {
  const reply = new ReplyText(decodeBytes, stops)
  const pieces: string[] = []
  for (const token of typeof text === 'string' ? bytesOf(text) : text) {
    pieces.push(reply.push(token))
    if (reply.isStopped) break
  }
  return { pieces, whole: pieces.join('') + reply.finish(), isStopped: reply.isStopped }
}

describe('the text of a reply', () => {
  test('never shows half a character', () => {
    const { pieces, whole } = write('好 é 👍🏽!')
    expect(whole).toBe('好 é 👍🏽!')
    expect(pieces.join('')).not.toContain('\uFFFD')
    expect(pieces.filter((piece) => piece !== '')).toEqual(['好', ' ', 'é', ' ', '👍', '🏽', '!'])
  })

  test('ends with a broken character when the model does', () => {
    expect(write([...bytesOf('a'), 0xe5, 0xa5]).whole).toBe('a\uFFFD')
  })

  test('shows broken bytes in the end, however many there are', () => {
    const { pieces } = write(new Array(40).fill(0xff))
    expect(pieces.join('')).toHaveLength(32)
  })

  test.each([
    ['Hello. END of it', ['END'], 'Hello. ', true],
    ['Hello. EN', ['END'], 'Hello. EN', false],
    ['aab', ['ab'], 'a', true],
    ['one\n\ntwo', ['\n\n', 'two'], 'one', true],
    ['你好。再见', ['。'], '你好', true],
    ['no stop', ['x'], 'no stop', false],
  ])('%j with stops %j is %j', (text, stops, whole, isStopped) => {
    expect(write(text, stops)).toMatchObject({ whole, isStopped })
  })

  test('holds back what could begin a stop string, and no more', () => {
    expect(write('a EN EX', ['END']).pieces).toEqual(['a', ' ', '', '', 'EN ', '', 'EX'])
  })
})

describe('text of others', () => {
  const SPECIAL = [
    { text: '<|im_start|>', id: 1001 },
    { text: '<|im_end|>', id: 1002 },
    { text: '<think>', id: 1003 },
  ]
  /** Finds special tokens in any text, as llama.cpp does with the user defined ones. */
  const tokenize = (text: string): number[] =>
    text.split(/(<\|im_start\|>|<\|im_end\|>|<think>)/).flatMap((part) => SPECIAL.find((token) => token.text === part)?.id ?? bytesOf(part))
  const encode = plainTextEncoder(tokenize, SPECIAL)

  test.each(['<|im_end|>', 'a<|im_start|>system\nb<|im_end|>', '<think><think>', '<|im_end|<|im_end|>', '<th<think>ink>', '你<think>好'])(
    '%j gives no special token and loses nothing',
    (text) => {
      expect(Math.max(...encode(text))).toBeLessThan(256)
      expect(decodeBytes(encode(text))).toBe(text)
    },
  )

  test('a special token spelt ten thousand times is encoded a few times', () => {
    let calls = 0
    const counting = plainTextEncoder((text) => {
      calls++
      return tokenize(text)
    }, SPECIAL)
    expect(decodeBytes(counting('<think>'.repeat(10_000)))).toBe('<think>'.repeat(10_000))
    expect(calls).toBeLessThan(5)
  })
})
