import type { LlamaModel, Token } from 'node-llama-cpp'
import type { EngineMark } from '../engine'
import { LoadError } from '../load-error'
import { ChatTemplate } from './chat-template'
import { longestOf, tokenCounter } from './count-tokens'
import type { Vocabulary } from './decoder'
import { longTextEncoder, plainTextEncoder, type SpecialToken } from './plain-text'
import { slicesOfWords } from './slice-text'
import { tokenBytes } from './token-bytes'

// GGUF's token types with a meaning of their own: control and user defined.
const SPECIAL_TYPES: number[] = [3, 4]

const MARKS = new Map<string, EngineMark>([
  ['<think>', 'think'],
  ['</think>', '/think'],
  ['<tool_call>', 'tool_call'],
  ['</tool_call>', '/tool_call'],
])

/**
 * A model's vocabulary, its chat template and the token that begins a turn.
 *
 * @throws LoadError `model_unsupported` when it does not speak ChatML
 */
export function readVocabulary(model: LlamaModel): { vocabulary: Vocabulary; template: ChatTemplate; turn: Token } {
  const { chat_template: source = '', ggml } = model.fileInfo.metadata.tokenizer
  const single = (text: string): Token => {
    const [token, ...more] = model.tokenize(text, true)
    if (token === undefined || more.length > 0) throw new LoadError('model_unsupported', `its vocabulary has no token ${text}.`)
    return token
  }
  const specials = ggml.tokens.flatMap((text, id): SpecialToken[] =>
    SPECIAL_TYPES.includes(ggml.token_type[id] ?? 1) ? [{ text, id }] : [],
  )
  const tokenize = (text: string) => model.tokenize(text, false)
  const encode = plainTextEncoder(tokenize, specials)
  const byId = new Map(specials.map(({ id, text }) => [id, text]))
  const count = tokenCounter({ encode, longestBytes: longestOf(ggml.tokens.filter((_, id) => !byId.has(id))) })
  // Before the rest, so that a model of another kind is told that and not what its vocabulary lacks.
  const encodeLong = longTextEncoder(tokenize, specials, ggml.pre === 'qwen2' ? slicesOfWords : undefined)
  const template = readTemplate(() => new ChatTemplate({ template: source, encode: encodeLong, count, specials }))
  const start = single('<|im_start|>')
  const end = single('<|im_end|>')
  const byText = new Map(specials.map(({ id, text }) => [text, id]))
  const vocabulary: Vocabulary = {
    encode,
    encodeLong,
    count,
    // A user-defined token would come out as its text, as if the model had spelled it.
    decode: (tokens) => model.detokenize(tokens.filter((token) => !byId.has(token)) as Token[], false),
    bytes: (token) => [...tokenBytes(byId.get(token), ggml.tokens[token] ?? '')],
    // A model that opens a turn of its own has lost its place; what follows is no part of the reply.
    isEnd: (token) => model.isEogToken(token as Token) || token === end || token === start,
    isSpecial: (token) => byId.has(token),
    special: (text) => byText.get(text),
    markOf: (token) => MARKS.get(byId.get(token) ?? ''),
  }
  return { vocabulary, template, turn: start }
}

function readTemplate(read: () => ChatTemplate): ChatTemplate {
  try {
    return read()
  } catch (cause) {
    throw new LoadError('model_unsupported', cause instanceof Error ? cause.message : String(cause), { cause })
  }
}
