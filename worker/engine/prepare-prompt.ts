import { type EngineChat, EngineError, type EngineInput, type EngineMessage, type EnginePrompt, type PrepareOptions } from '../engine'
import type { ChatTemplate } from './chat-template'
import { CANNOT_FIT, encodeUpTo } from './count-tokens'
import type { Vocabulary } from './decoder'
import type { Steps } from './take-turns'

type Means = { template: ChatTemplate; vocabulary: Vocabulary; contextSize: number }

// What a message costs besides its text: the two tokens around it, its role and two line breaks.
const MESSAGE_TOKENS = 5
// Of the context, so that a chat that just fits is not answered with three words.
const REPLY_SHARE = 1 / 4

/**
 * The input as tokens. A chat that leaves no room for a reply loses its oldest turns if `truncation` is `auto`.
 *
 * @throws EngineError `context_length_exceeded` with both numbers; `unsupported` when the template refuses the chat
 */
export function* preparePrompt(input: EngineInput, options: PrepareOptions, means: Means): Steps<EnginePrompt> {
  const { contextSize, vocabulary } = means
  if ('tokens' in input) return fitting(input.tokens, contextSize)
  if ('text' in input) {
    const tokens = yield* encodeUpTo(input.text, contextSize, { encode: vocabulary.encodeLong, count: vocabulary.count })
    return fitting(tokens, contextSize)
  }
  yield* requireFittingTools(input, means)
  const whole = mayFit(input, means)
    ? yield* means.template.toTokens(input, contextSize)
    : yield* sizeOf(input.messages, contextSize, means)
  if (options.truncation === 'disabled') return fitting(whole, contextSize)
  const room = contextSize - Math.max(1, Math.floor(Math.min(options.maxTokens ?? contextSize, contextSize * REPLY_SHARE)))
  if (typeof whole !== 'number' && whole.length <= room) return { tokens: whole, droppedMessages: 0 }
  return yield* shortened(input, room, means)
}

/** Leaves out the oldest turns until the rest fits into `room`, or at least into the context. */
function* shortened(chat: EngineChat, room: number, means: Means): Steps<EnginePrompt> {
  const { messages } = chat
  const turns = oldTurns(messages)
  const old = new Set(turns.flat())
  const always = messages.filter((message) => !old.has(message))
  // By adding up, which is about right, before rendering, which is exact: a template reads a thousand messages slowly. And from the
  // youngest, so that what is left out need not be read.
  let estimate = yield* sizeOf(always, room, means)
  const kept: { turn: EngineMessage[]; size: number }[] = []
  for (let turn = turns.pop(); turn; turn = turns.pop()) {
    const size = yield* sizeOf(turn, room - estimate, means)
    if (estimate + size > room) break
    estimate += size
    kept.push({ turn, size })
  }
  let before: { length: number; estimate: number } = { length: 0, estimate: 0 }
  for (;;) {
    const shown = new Set([...always, ...kept.flatMap(({ turn }) => turn)])
    const shorter = { ...chat, messages: messages.filter((message) => shown.has(message)) }
    const tokens = yield* means.template.toTokens(shorter, means.contextSize)
    const droppedMessages = messages.length - shown.size
    if (typeof tokens !== 'number' && tokens.length <= room) return { tokens, droppedMessages }
    const length = typeof tokens === 'number' ? tokens : tokens.length
    // How much more the template makes of a message shows only now. As many turns go at once as would then do, and not one by one:
    // for each time there is a rendering, which may have thousands of messages.
    const rate = Math.max(1, (length - before.length) / (estimate - before.estimate))
    const enough = estimate - (length - room) / rate
    before = { length, estimate }
    do {
      const dropped = kept.pop()
      if (!dropped) return { ...fitting(tokens, means.contextSize), droppedMessages }
      estimate -= dropped.size
    } while (estimate > enough && kept.length > 0)
  }
}

/** The turns before the last one, without system messages. A turn is a user's message and what came of it. */
function oldTurns(messages: EngineMessage[]): EngineMessage[][] {
  const turns: EngineMessage[][] = []
  for (const message of messages) {
    if (message.role === 'system') continue
    const current = turns.at(-1)
    if (message.role === 'user' || !current) turns.push([message])
    else current.push(message)
  }
  return turns.slice(0, -1)
}

/** False for a chat of so many messages that their frames alone fill the context; rendering it would take seconds. */
function mayFit({ messages }: EngineChat, { contextSize }: Means): boolean {
  return messages.length * MESSAGE_TOKENS <= contextSize
}

/**
 * Tools are never left out, so that there is no use in rendering those that fill the context by themselves, which takes a template a second.
 *
 * @throws EngineError `context_length_exceeded`
 */
function* requireFittingTools({ tools }: EngineChat, { contextSize, vocabulary }: Means): Steps<void> {
  const text = tools?.length ? JSON.stringify(tools) : ''
  if (text.length <= CANNOT_FIT * contextSize) return
  const least = yield* vocabulary.count(text, contextSize)
  if (least > contextSize) throw exceeded(contextSize, least, true)
}

/** Tokens of the messages, without what else the template writes; when they are more than `limit`, a number above it. */
function* sizeOf(messages: EngineMessage[], limit: number, { vocabulary }: Means): Steps<number> {
  let size = 0
  for (const { text, reasoning = '', toolCalls = [] } of messages) {
    size += MESSAGE_TOKENS
    for (const part of [text, reasoning, ...toolCalls.flatMap((call) => [call.name, call.arguments])]) {
      if (part !== '') size += yield* vocabulary.count(part, Math.max(0, limit - size))
    }
    if (size > limit) break
  }
  return size
}

/**
 * A prompt of these tokens.
 *
 * @param tokens a number: there are at least so many, which are more than the context holds
 * @throws EngineError `context_length_exceeded` with both numbers, `unsupported` when there are none
 */
export function fitting(tokens: number[] | number, contextSize: number): EnginePrompt {
  if (typeof tokens === 'number') throw exceeded(contextSize, tokens, true)
  if (tokens.length === 0) throw new EngineError('unsupported', 'The prompt is empty.', { param: 'prompt' })
  if (tokens.length >= contextSize) throw exceeded(contextSize, tokens.length)
  return { tokens, droppedMessages: 0 }
}

function exceeded(limit: number, asked: number, isAtLeast = false): EngineError {
  const message = `This model's context holds ${limit} tokens, and the messages alone have ${isAtLeast ? 'at least ' : ''}${asked}.`
  return new EngineError('context_length_exceeded', message, { limit, asked, ...(isAtLeast && { isAtLeast }) })
}
