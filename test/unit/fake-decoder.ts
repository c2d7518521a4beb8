import { expect } from 'vitest'
import type { EngineReply, EngineRequest } from '@/worker/engine'
import { EngineError } from '@/worker/engine'
import { ChatTemplate } from '@/worker/engine/chat-template'
import type { DecodeRow, Decoder, DecoderFeature, DrawnToken, GrammarState, RowResult, Sampling, Vocabulary } from '@/worker/engine/decoder'
import { DirectEngine, type DirectEngineParts } from '@/worker/engine/direct'
import { preparePrompt } from '@/worker/engine/prepare-prompt'
import { atOnce, type Steps } from '@/worker/engine/take-turns'
import { MODEL } from './worker-support'

export const START = 1001
export const END = 1002
const SPECIALS = new Map([
  [START, '<|im_start|>'],
  [END, '<|im_end|>'],
  [1003, '<think>'],
  [1004, '</think>'],
  [1005, '<tool_call>'],
  [1006, '</tool_call>'],
])
export const THINK = 1003
export const THINK_END = 1004

/** The same as a tokenizer lists them. */
export const SPECIAL_TOKENS = [...SPECIALS].map(([id, text]) => ({ id, text }))
/** The shortest chat template there is. */
export const CHATML =
  "{% for m in messages %}{{ '<|im_start|>' + m['role'] + '\n' + m['content'] + '<|im_end|>' + '\n' }}{% endfor %}{% if add_generation_prompt %}{{ '<|im_start|>assistant\n' }}{% endif %}"

/** Tokens that the frame of a chat with one user message has besides its text. */
export const PROMPT_FRAME = 'user\n'.length + 'assistant\n'.length + 4

/** What is known already, as if it had been worked out. */
export function* inSteps<Done>(done: Done): Steps<Done> {
  yield 0
  return done
}

/** A vocabulary of bytes and ChatML's special tokens. */
export const VOCABULARY: Vocabulary = {
  encode: (text) => [...Buffer.from(text)],
  encodeLong: (text) => inSteps([...Buffer.from(text)]),
  count: (text) => inSteps(Buffer.byteLength(text)),
  decode: (tokens) => Buffer.from(tokens.filter((token) => token < 256)).toString(),
  bytes: (token) => (token < 256 ? [token] : [...Buffer.from(SPECIALS.get(token) ?? '')]),
  isEnd: (token) => token === END || token === START,
  isSpecial: (token) => SPECIALS.has(token),
  special: (text) => [...SPECIALS].find(([, written]) => written === text)?.[0],
  markOf: (token) => (({ 1003: 'think', 1004: '/think', 1005: 'tool_call', 1006: '/tool_call' }) as const)[token],
}

/** A decoder without a model. Unless the test says otherwise it replies `abcde` and checks that the engine keeps its books. */
export class FakeDecoder implements Decoder {
  readonly contextSize = 400
  readonly batchSize = 64
  readonly features = new Set<DecoderFeature>(['copies', 'guesses', 'logprobs', 'endBias'])
  tileRows = 0
  readonly batches: DecodeRow[][] = []
  readonly copies: [number, number][] = []
  readonly stored: number[][]
  readonly samplings: [sequence: number, sampling: Sampling, drawn: number[]][] = []
  isDisposed = false
  replyLength = 5
  fail = false
  /** Runs before each batch is computed. */
  before: () => void = () => {}
  /** The token after the n-th of a reply, in the light of all that the sequence holds. */
  next: (written: number, stored: number[]) => number | DrawnToken = (written) => (written >= this.replyLength ? END : 97 + (written % 26))

  constructor(readonly sequences: number) {
    this.stored = Array.from({ length: sequences }, () => [])
  }

  async decode(rows: DecodeRow[]): Promise<RowResult[]> {
    this.batches.push(rows.map(({ sequence, position, tokens, draws }) => ({ sequence, position, tokens: [...tokens], draws })))
    this.before()
    await new Promise((resolve) => setImmediate(resolve))
    if (this.fail) throw new Error('Eval has failed')
    return rows.map((row) => this.#row(row))
  }

  #row({ sequence, position, tokens, draws }: DecodeRow): RowResult {
    const stored = this.stored[sequence] ?? []
    expect(stored).toHaveLength(position)
    stored.push(...tokens)
    expect(stored.length).toBeLessThanOrEqual(this.contextSize)
    const drawn: DrawnToken[] = []
    for (let at = tokens.length - draws + 1; at <= tokens.length; at++) {
      const known = stored.slice(0, position + at)
      try {
        const next = this.next(known.length - (known.lastIndexOf(START) + 'assistant\n'.length + 1), known)
        drawn.push(typeof next === 'number' ? { token: next } : next)
      } catch (error) {
        return { drawn, error }
      }
      if (drawn.at(-1)?.token !== tokens[at]) break
    }
    return { drawn }
  }

  setSampling(sequence: number, sampling: Sampling, drawn: number[]) {
    this.samplings.push([sequence, sampling, drawn])
  }

  startGrammar(gbnf: string): GrammarState {
    if (!gbnf.includes('root ::=')) throw new Error('Failed to parse grammar')
    return { kind: 'grammar' }
  }

  async keepPrefix(sequence: number, length: number) {
    this.stored[sequence] = (this.stored[sequence] ?? []).slice(0, length)
    return true
  }

  async copySequence(target: number, source: number) {
    this.copies.push([target, source])
    this.stored[target] = [...(this.stored[source] ?? [])]
  }

  async dispose() {
    this.isDisposed = true
  }
}

type FakeEngineParts = Partial<DirectEngineParts> & { slots?: number }

/** An engine on a fake decoder, and a way to ask it. */
export function makeEngine({ slots = 2, ...parts }: FakeEngineParts = {}) {
  const decoder = new FakeDecoder(slots)
  return { decoder, ...engineOn(decoder, parts) }
}

/** The same on a decoder of the test's own. */
export function engineOn(decoder: FakeDecoder, { queueCapacity = 4, ...parts }: Partial<DirectEngineParts> = {}) {
  const template = new ChatTemplate({ template: CHATML, encode: VOCABULARY.encodeLong, count: VOCABULARY.count, specials: SPECIAL_TOKENS })
  const engine = new DirectEngine({
    model: MODEL,
    decoder,
    vocabulary: VOCABULARY,
    template,
    queueCapacity,
    defaultTemperature: 0,
    backgroundEvery: 4,
    ...parts,
  })
  const means = { template, vocabulary: VOCABULARY, contextSize: decoder.contextSize }
  const promptOf = (text: string) => atOnce(preparePrompt({ messages: [{ role: 'user', text }] }, { truncation: 'disabled' }, means))
  // At once, so that a test decides which requests come together.
  const ask = (text: string, more: Partial<EngineRequest> = {}): Promise<EngineReply> =>
    engine.submit({
      prompt: promptOf(text),
      priority: 'interactive',
      signal: new AbortController().signal,
      ...more,
    })
  return { engine, ask }
}

/** The code with which a reply failed; null when it came. */
export async function codeOf(reply: Promise<EngineReply>): Promise<unknown> {
  const error = await reply.then(
    () => null,
    (reason: unknown) => reason,
  )
  return error instanceof EngineError ? error.code : error
}
