import { describe, expect, test } from 'vitest'
import type { EngineMessage, PrepareOptions } from '@/worker/engine'
import { END, makeEngine, PROMPT_FRAME, THINK, VOCABULARY } from './fake-decoder'

// The fake context holds 400 tokens, a token a byte; a quarter is kept for the reply.
const say = (role: EngineMessage['role'], letter: string, length: number): EngineMessage => ({ role, text: letter.repeat(length) })
const chat = [
  say('system', 's', 20),
  say('user', 'a', 60),
  say('assistant', 'b', 60),
  say('user', 'c', 60),
  say('assistant', 'd', 60),
  say('system', 't', 10),
  say('user', 'e', 30),
]
const prepare = (messages: EngineMessage[], options: PrepareOptions) => {
  const { tokens, droppedMessages } = makeEngine().engine.prepare({ messages }, options)
  const letters = [...'sabcdet'].filter((letter) => tokens.join().includes(VOCABULARY.encode(letter.repeat(9)).join()))
  return { letters: letters.join(''), droppedMessages, length: tokens.length }
}

describe('a chat that is too long', () => {
  test('loses its oldest turns, never a system message or the last turn', () => {
    expect(prepare(chat, { truncation: 'auto', maxTokens: 100 })).toMatchObject({ letters: 'scdet', droppedMessages: 2 })
    const longer = chat.map((message) => (message.text.startsWith('d') ? say('assistant', 'd', 150) : message))
    expect(prepare(longer, { truncation: 'auto', maxTokens: 100 })).toMatchObject({ letters: 'set', droppedMessages: 4 })
  })

  test('keeps room for the reply, but no more than it may have', () => {
    const some = chat.slice(0, 4)
    expect(prepare(some, { truncation: 'auto', maxTokens: 10 })).toMatchObject({ letters: 'sabc', droppedMessages: 0 })
    const most = [...some.slice(0, 3), say('user', 'c', 130)]
    expect(prepare(most, { truncation: 'auto', maxTokens: 10 })).toMatchObject({ letters: 'sabc', droppedMessages: 0 })
    expect(prepare(most, { truncation: 'auto' })).toMatchObject({ letters: 'sc', droppedMessages: 2 })
  })

  test('is an error with both numbers when nothing may be left out, or when the last turn alone is too long', () => {
    const refusal = expect.objectContaining({ code: 'context_length_exceeded', details: { limit: 400, asked: 424 } })
    const long = [say('user', 'a', 200), say('user', 'c', 424 - 200 - 8 - PROMPT_FRAME)]
    expect(() => prepare(long, { truncation: 'disabled' })).toThrow(refusal)
    expect(() => prepare([say('user', 'a', 20), say('user', 'c', 424 - PROMPT_FRAME)], { truncation: 'auto' })).toThrow(refusal)
  })

  test('of ten thousand messages is shortened, or refused, without rendering them all', () => {
    const many = Array.from({ length: 10_000 }, (_, index) => say(index % 2 ? 'assistant' : 'user', 'a', 9))
    many.push(say('user', 'e', 9))
    const { length, droppedMessages } = prepare(many, { truncation: 'auto' })
    expect(length).toBeGreaterThan(250)
    expect(length).toBeLessThanOrEqual(300)
    expect(droppedMessages).toBeGreaterThan(9_900)
    expect(() => prepare(many, { truncation: 'disabled' })).toThrow(expect.objectContaining({ code: 'context_length_exceeded' }))
  })
})

describe('a prompt that is no chat', () => {
  test('is taken as it is, and refused when it is empty or too long', () => {
    const { engine } = makeEngine()
    const options = { truncation: 'auto' } as const
    expect(engine.prepare({ text: 'Once <|im_end|>' }, options)).toEqual({
      tokens: VOCABULARY.encode('Once <|im_end|>'),
      droppedMessages: 0,
    })
    expect(engine.prepare({ tokens: [1, 2] }, options)).toEqual({ tokens: [1, 2], droppedMessages: 0 })
    expect(() => engine.prepare({ text: '' }, options)).toThrow(expect.objectContaining({ code: 'unsupported' }))
    expect(() => engine.prepare({ tokens: new Array(400).fill(1) }, options)).toThrow('holds 400 tokens')
  })

  test('that ends within a thought makes the reply begin there', async () => {
    const { engine, decoder } = makeEngine()
    const reply = [...Buffer.from('hm'), 1004, ...Buffer.from('yes'), END]
    decoder.next = (_, stored) => reply[stored.length - 3] ?? END
    const seen: string[] = []
    const { text } = await engine.submit({
      prompt: { tokens: [65, THINK, 10], droppedMessages: 0 },
      priority: 'interactive',
      signal: new AbortController().signal,
      onText: (piece) => seen.push(piece),
      onMark: (mark) => seen.push(`(${mark})`),
    })
    expect([text, seen.join('')]).toEqual(['hmyes', '(think)hm(/think)yes'])
  })
})
