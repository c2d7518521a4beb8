import { describe, expect, test, vi } from 'vitest'
import type { EngineMessage, PrepareOptions } from '@/worker/engine'
import { ChatTemplate } from '@/worker/engine/chat-template'
import { preparePrompt } from '@/worker/engine/prepare-prompt'
import { atOnce } from '@/worker/engine/take-turns'
import { CHATML, END, makeEngine, PROMPT_FRAME, SPECIAL_TOKENS, THINK, VOCABULARY } from './fake-decoder'

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
const prepare = async (messages: EngineMessage[], options: PrepareOptions) => {
  const { tokens, droppedMessages } = await makeEngine().engine.prepare({ messages }, options)
  const letters = [...'sabcdet'].filter((letter) => tokens.join().includes(VOCABULARY.encode(letter.repeat(9)).join()))
  return { letters: letters.join(''), droppedMessages, length: tokens.length }
}

describe('a chat that is too long', () => {
  test('loses its oldest turns, never a system message or the last turn', async () => {
    expect(await prepare(chat, { truncation: 'auto', maxTokens: 100 })).toMatchObject({ letters: 'scdet', droppedMessages: 2 })
    const longer = chat.map((message) => (message.text.startsWith('d') ? say('assistant', 'd', 150) : message))
    expect(await prepare(longer, { truncation: 'auto', maxTokens: 100 })).toMatchObject({ letters: 'set', droppedMessages: 4 })
  })

  test('keeps room for the reply, but no more than it may have', async () => {
    const some = chat.slice(0, 4)
    expect(await prepare(some, { truncation: 'auto', maxTokens: 10 })).toMatchObject({ letters: 'sabc', droppedMessages: 0 })
    const most = [...some.slice(0, 3), say('user', 'c', 130)]
    expect(await prepare(most, { truncation: 'auto', maxTokens: 10 })).toMatchObject({ letters: 'sabc', droppedMessages: 0 })
    expect(await prepare(most, { truncation: 'auto' })).toMatchObject({ letters: 'sc', droppedMessages: 2 })
  })

  test('is an error with both numbers when nothing may be left out, or when the last turn alone is too long', async () => {
    const refusal = expect.objectContaining({ code: 'context_length_exceeded', details: { limit: 400, asked: 424 } })
    const long = [say('user', 'a', 200), say('user', 'c', 424 - 200 - 8 - PROMPT_FRAME)]
    await expect(prepare(long, { truncation: 'disabled' })).rejects.toThrow(refusal)
    await expect(prepare([say('user', 'a', 20), say('user', 'c', 424 - PROMPT_FRAME)], { truncation: 'auto' })).rejects.toThrow(refusal)
  })

  test('of ten thousand messages is shortened, or refused, without rendering them all', async () => {
    const many = Array.from({ length: 10_000 }, (_, index) => say(index % 2 ? 'assistant' : 'user', 'a', 9))
    many.push(say('user', 'e', 9))
    const { length, droppedMessages } = await prepare(many, { truncation: 'auto' })
    expect(length).toBeGreaterThan(250)
    expect(length).toBeLessThanOrEqual(300)
    expect(droppedMessages).toBeGreaterThan(9_900)
    await expect(prepare(many, { truncation: 'disabled' })).rejects.toThrow(expect.objectContaining({ code: 'context_length_exceeded' }))
  })
})

test('a chat of thousands of messages that are longer than they look is rendered a few times and not once a turn', () => {
  // Its messages have ten tokens more than anyone would think.
  const source = CHATML.replace("m['role'] + ", "m['role'] + ' now says:' + ")
  const template = new ChatTemplate({ template: source, encode: VOCABULARY.encodeLong, count: VOCABULARY.count, specials: SPECIAL_TOKENS })
  const rendered = vi.spyOn(template, 'toTokens')
  const messages = Array.from({ length: 3_999 }, (_, index) => say(index % 2 ? 'assistant' : 'user', 'a', 1 + (index % 7)))
  const means = { template, vocabulary: VOCABULARY, contextSize: 40_000 }
  const { tokens, droppedMessages } = atOnce(preparePrompt({ messages }, { truncation: 'auto' }, means))
  expect(rendered.mock.calls.length).toBeLessThan(8)
  expect(droppedMessages % 2).toBe(0)
  // And no more is left out than has to be: the room is three quarters of the context.
  expect(tokens.length).toBeLessThanOrEqual(30_000)
  expect(tokens.length).toBeGreaterThan(29_800)
})

test('tools that fill the context by themselves are refused before they are rendered', () => {
  const template = new ChatTemplate({ template: CHATML, encode: VOCABULARY.encodeLong, count: VOCABULARY.count, specials: SPECIAL_TOKENS })
  const rendered = vi.spyOn(template, 'toTokens')
  const means = { template, vocabulary: VOCABULARY, contextSize: 400 }
  const ask = (names: number) => {
    const parameters = { enum: Array.from({ length: names }, (_, index) => `name${index}`) }
    const chat = { messages: [say('user', 'a', 9)], tools: [{ type: 'function', function: { name: 'f', parameters } }] }
    return atOnce(preparePrompt(chat, { truncation: 'auto' }, means))
  }
  const refusal = expect.objectContaining({
    code: 'context_length_exceeded',
    details: expect.objectContaining({ limit: 400, isAtLeast: true }),
  })
  expect(() => ask(1_000)).toThrow(refusal)
  expect(rendered).not.toHaveBeenCalled()
  expect(ask(9).droppedMessages).toBe(0)
})

describe('a prompt that is no chat', () => {
  test('is taken as it is, and refused when it is empty or too long', async () => {
    const { engine } = makeEngine()
    const options = { truncation: 'auto' } as const
    expect(await engine.prepare({ text: 'Once <|im_end|>' }, options)).toEqual({
      tokens: VOCABULARY.encode('Once <|im_end|>'),
      droppedMessages: 0,
    })
    expect(await engine.prepare({ tokens: [1, 2] }, options)).toEqual({ tokens: [1, 2], droppedMessages: 0 })
    await expect(engine.prepare({ text: '' }, options)).rejects.toThrow(expect.objectContaining({ code: 'unsupported' }))
    await expect(engine.prepare({ tokens: new Array(400).fill(1) }, options)).rejects.toThrow('holds 400 tokens')
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
