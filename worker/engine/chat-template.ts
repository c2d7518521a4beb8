import { Template } from '@huggingface/jinja'
import { type EngineChat, EngineError, type EngineMessage } from '../engine'
import { CANNOT_FIT, encodeUpTo, type TokenCounter } from './count-tokens'
import { Placeholders, type RenderedPart } from './placeholders'
import { quote, type SpecialToken } from './plain-text'
import type { Steps } from './take-turns'

export type ChatTemplateParts = {
  /** Jinja, as the GGUF has it. */
  template: string
  /** Encodes text as plain text, see plain-text.ts. */
  encode: (text: string) => Steps<number[]>
  /** See Vocabulary. */
  count: TokenCounter
  specials: SpecialToken[]
}

// A template takes as long over one message as tokenizing over so many characters: 30 microseconds.
const MESSAGE_CHARS = 32
// Deeper JSON than any schema or call; recursion through it must end.
const MAX_DEPTH = 64

/**
 * A model's own chat template. Special tokens come out of what the template itself says and out of nothing else.
 * Whatever stands between two of them is encoded in one piece, whoever wrote it, as the model saw it in training.
 */
export class ChatTemplate {
  readonly #template: Template
  readonly #vocabulary: Pick<ChatTemplateParts, 'encode' | 'count'>
  readonly #ids: Map<string, number>
  readonly #special: RegExp
  /** Whether it makes a difference that thoughts are asked for. */
  readonly #canThink: boolean

  /** @throws Error when the template is not ChatML, cannot be read, or leaves a user's message out */
  constructor({ template, encode, count, specials }: ChatTemplateParts) {
    if (!template.includes('<|im_start|>') || !template.includes('<|im_end|>'))
      throw new Error('its chat template is not ChatML. Qwen2.5 and Qwen3 models are.')
    this.#vocabulary = { encode, count }
    this.#ids = new Map(specials.map(({ text, id }) => [text, id]))
    const longestFirst = [...this.#ids.keys()].sort((a, b) => b.length - a.length)
    this.#special = new RegExp(`(${longestFirst.map(quote).join('|')})`)
    try {
      this.#template = new Template(template)
      const probe = { messages: [{ role: 'user' as const, text: 'x' }] }
      const parts = this.#render(probe)
      if (parts.every(({ isOwn }) => isOwn)) throw new Error('It writes no messages.')
      this.#canThink = textOf(parts) !== textOf(this.#render({ ...probe, enableThinking: true }))
    } catch (cause) {
      throw new Error('its chat template cannot be read.', { cause })
    }
  }

  /**
   * @param limit of tokens that are of any use
   * @returns a number when they are far more: there are at least so many. Nobody reads on once that is certain
   * @throws EngineError `unsupported` when the template refuses the messages, or knows no thoughts and they are asked for
   */
  *toTokens(chat: EngineChat, limit = Number.POSITIVE_INFINITY): Steps<number[] | number> {
    if (chat.enableThinking && !this.#canThink) throw refused('This model cannot think before it writes.', 'enableThinking')
    const tokens: number[] = []
    let chars = 0
    // Before it, too: of many long chats that come together one is rendered in each turn.
    const rendering = chat.messages.length * MESSAGE_CHARS
    yield rendering
    const parts = this.#cut(chat)
    yield rendering
    for (const part of parts) {
      if (typeof part === 'number') {
        tokens.push(part)
        continue
      }
      const encoded = yield* encodeUpTo(part, limit, this.#vocabulary)
      if (typeof encoded === 'number') return tokens.length + encoded
      // Token by token: spreading a long message into push() overflows the stack.
      for (const token of encoded) tokens.push(token)
      chars += part.length
      if (tokens.length > limit && chars > CANNOT_FIT * limit) return tokens.length
    }
    return tokens
  }

  /** Special tokens of the template's own and the text between them. */
  #cut(chat: EngineChat): (number | string)[] {
    const cut: (number | string)[] = []
    let plain = ''
    for (const { isOwn, text } of this.#render(chat)) {
      for (const piece of isOwn ? text.split(this.#special) : [text]) {
        const id = isOwn ? this.#ids.get(piece) : undefined
        if (id === undefined) plain += piece
        else {
          if (plain !== '') cut.push(plain)
          plain = ''
          cut.push(id)
        }
      }
    }
    if (plain !== '') cut.push(plain)
    return cut
  }

  #render({ messages, tools, enableThinking = false, continueLast = false }: EngineChat): RenderedPart[] {
    const last = messages.at(-1)
    if (continueLast && (last?.role !== 'assistant' || last.toolCalls)) throw refused('The last message is no beginning of a reply.')
    // A beginning of nothing is no message at all.
    const isContinued = continueLast && last?.text.trim() !== ''
    const shown = continueLast && !isContinued ? messages.slice(0, -1) : messages
    if (depthOf(tools) > MAX_DEPTH) throw refused('The tools are nested too deeply.', 'tools')

    const hidden = new Placeholders()
    const values = {
      messages: shown.map((message) => toTemplateMessage(message, hidden)),
      ...(tools && tools.length > 0 && { tools: tools.map((tool) => hidden.value(tool)) }),
      enable_thinking: enableThinking,
      add_generation_prompt: !isContinued,
    }
    let rendered: string
    try {
      rendered = this.#template.render(values)
    } catch (cause) {
      throw refused("The model's chat template refuses these messages.", 'messages', cause)
    }
    const parts = hidden.split(rendered)
    if (isContinued) return upToLastText(parts, last?.text ?? '')
    return enableThinking ? parts : closeThought(parts)
  }
}

function toTemplateMessage({ role, text, reasoning, toolCalls, toolCallId }: EngineMessage, hidden: Placeholders) {
  return {
    role,
    content: hidden.text(text),
    ...(reasoning !== undefined && { reasoning_content: hidden.text(reasoning) }),
    ...(toolCallId !== undefined && { tool_call_id: hidden.value(toolCallId) }),
    ...(toolCalls && {
      tool_calls: toolCalls.map(({ id, name, arguments: given }) => ({
        id: hidden.value(id),
        type: 'function',
        function: { name: hidden.value(name), arguments: hidden.value(parsed(given)) },
      })),
    }),
  }
}

/** Templates want the arguments as an object; what is none stays text. */
function parsed(text: string): unknown {
  // As some clients write a call without arguments; as text it would leave a hole in the JSON that the model reads.
  if (text.trim() === '') return {}
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null && depthOf(value) <= MAX_DEPTH) return value
  } catch {
    // Not JSON: an earlier reply of the model, cut off or wrong. It is shown as it was.
  }
  return text
}

/** How deep arrays and objects lie in each other; measured level by level, without recursion. */
function depthOf(value: unknown): number {
  let depth = 0
  let level = [value].filter((item) => typeof item === 'object' && item !== null)
  while (level.length > 0 && depth <= MAX_DEPTH) {
    depth += 1
    level = level.flatMap((item) => Object.values(item as object)).filter((item) => typeof item === 'object' && item !== null)
  }
  return depth
}

/** All up to the end of the last message's text: what follows it there is for the model to write. */
function upToLastText(parts: RenderedPart[], text: string): RenderedPart[] {
  const at = parts.findLastIndex(({ isOwn }) => !isOwn)
  return [...parts.slice(0, at + 1), { isOwn: false, text: text.slice(text.trimEnd().length) }]
}

/** A model that can only think is given an empty thought when it is not to think. */
function closeThought(parts: RenderedPart[]): RenderedPart[] {
  const end = parts.at(-1)?.text ?? ''
  const opening = end.lastIndexOf('<think>')
  if (opening < 0 || end.lastIndexOf('</think>') > opening || end.lastIndexOf('<|im_start|>') > opening) return parts
  return [...parts, { isOwn: true, text: `${end.endsWith('\n') ? '' : '\n'}\n</think>\n\n` }]
}

function textOf(parts: RenderedPart[]): string {
  return parts.map(({ text }) => text).join('')
}

function refused(message: string, param = 'messages', cause?: unknown): EngineError {
  return new EngineError('unsupported', message, { param, cause })
}
