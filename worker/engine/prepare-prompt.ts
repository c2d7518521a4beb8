import { type EngineChat, EngineError, type EngineInput, type EngineMessage, type EnginePrompt, type PrepareOptions } from '../engine'
import type { ChatTemplate } from './chat-template'
import type { Vocabulary } from './decoder'

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
export function preparePrompt(input: EngineInput, options: PrepareOptions, means: Means): EnginePrompt {
  if ('tokens' in input) return fitting(input.tokens, means)
  if ('text' in input) return fitting(means.vocabulary.encode(input.text), means)
  const whole = mayFit(input, means) ? means.template.toTokens(input) : null
  if (options.truncation === 'disabled') {
    if (whole) return fitting(whole, means)
    throw exceeded(means.contextSize, sizeOf(input.messages, means))
  }
  const { contextSize } = means
  const room = contextSize - Math.max(1, Math.floor(Math.min(options.maxTokens ?? contextSize, contextSize * REPLY_SHARE)))
  return whole && whole.length <= room ? { tokens: whole, droppedMessages: 0 } : shortened(input, room, means)
}

/** Leaves out one turn after the other, the oldest first, until the rest fits into `room`, or at least into the context. */
function shortened(chat: EngineChat, room: number, means: Means): EnginePrompt {
  const { messages } = chat
  const turns = oldTurns(messages).reverse()
  const dropped = new Set<EngineMessage>()
  const costs = new Map(turns.flat().map((message) => [message, sizeOf([message], means)]))
  // By adding up, which is about right, before rendering, which is exact: a template reads a thousand messages slowly.
  let estimate = sizeOf(messages, means)
  for (;;) {
    const isLast = turns.length === 0
    if (estimate <= room || isLast) {
      const tokens = means.template.toTokens({ ...chat, messages: messages.filter((message) => !dropped.has(message)) })
      if (tokens.length <= room) return { tokens, droppedMessages: dropped.size }
      if (isLast) return { ...fitting(tokens, means), droppedMessages: dropped.size }
    }
    for (const message of turns.pop() ?? []) {
      dropped.add(message)
      estimate -= costs.get(message) ?? 0
    }
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

function sizeOf(messages: EngineMessage[], { vocabulary }: Means): number {
  return messages.reduce((sum, { text, reasoning = '', toolCalls = [] }) => {
    const calls = toolCalls.map((call) => call.name + call.arguments).join('')
    return sum + MESSAGE_TOKENS + vocabulary.encode(text + reasoning + calls).length
  }, 0)
}

function fitting(tokens: number[], { contextSize }: Means): EnginePrompt {
  if (tokens.length === 0) throw new EngineError('unsupported', 'The prompt is empty.', { param: 'prompt' })
  if (tokens.length >= contextSize) throw exceeded(contextSize, tokens.length)
  return { tokens, droppedMessages: 0 }
}

function exceeded(limit: number, asked: number): EngineError {
  const message = `This model's context holds ${limit} tokens, and the messages alone have ${asked}.`
  return new EngineError('context_length_exceeded', message, { limit, asked })
}
