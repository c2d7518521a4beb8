import type { Token } from 'node-llama-cpp'
import { EngineError } from '../engine'
import { inTurns } from '../engine/take-turns'
import type { CallOptions, CallQueue } from './call-queue'
import { type OpenOptions, openModel } from './open-model'

/** Text, or the tokens that the caller made of it. */
export type EmbeddingInput = string | number[]

export type EmbeddingReply = {
  /** One a text, in order, each of length 1. */
  vectors: Float32Array[]
  tokens: number
}

export type SideOptions = CallOptions & {
  /** Told of the tokens before anything is computed; when it throws, nothing is. */
  admit?: (tokens: number) => void
  /** Called with the tokens of each text once it is computed, whatever becomes of the request. */
  onTokens?: (count: number) => void
}

/** A loaded model that turns texts into vectors. */
export interface Embedder {
  readonly name: string
  readonly dimensions: number
  /** Tokens of one text, with the one that ends it. */
  readonly contextSize: number
  readonly loadedAt: Date
  /**
   * @throws EngineError `queue_full`, `cannot_start_in_time`, `aborted`, `stopping`, `decode_failed`, and an InputError before anything is
   *   computed
   */
  embed(inputs: EmbeddingInput[], options: SideOptions): Promise<EmbeddingReply>
  free(): Promise<void>
}

/** An input that does not fit (`context_length_exceeded`) or is none (`invalid_input`), and which. */
export class InputError extends EngineError {
  readonly index: number

  constructor(index: number, code: 'context_length_exceeded' | 'invalid_input', message: string) {
    super(code, message)
    this.name = 'InputError'
    this.index = index
  }
}

/** For texts of a page or two; a context costs memory for each of its tokens, used or not: 224 MiB for Qwen3-Embedding-0.6B. */
const CONTEXT_SIZE = 2048

/**
 * Loads an embedding model.
 *
 * @throws Error with a sentence for the person who started the worker
 */
export function loadEmbedder(options: OpenOptions & { name: string; queue: CallQueue }): Promise<Embedder> {
  const { name, queue, threads } = options
  return openModel(options, async ({ model, encode, encodeUpTo, vocabularySize, free }) => {
    const contextSize = Math.min(CONTEXT_SIZE, model.trainContextSize)
    const context = await model.createEmbeddingContext({ contextSize, batchSize: contextSize, threads })
    // The context holds the token that ends a text too, and one that is never computed.
    const most = contextSize - 2
    const tokensOf = (input: EmbeddingInput, index: number): Token[] => {
      if (typeof input !== 'string' && input.some((token) => token >= vocabularySize)) {
        throw new InputError(index, 'invalid_input', `a token is none of the ${vocabularySize} that ${name} has.`)
      }
      const tokens = typeof input === 'string' ? encodeUpTo(input, most) : input
      const length = typeof tokens === 'number' ? tokens : tokens.length
      if (typeof tokens !== 'number' && length <= most) return tokens as Token[]
      const said = typeof tokens === 'number' ? `at least ${length}` : length
      throw new InputError(index, 'context_length_exceeded', `${name} reads at most ${most} tokens of a text, and this one has ${said}.`)
    }
    const embedOne = async (tokens: Token[]) => unit((await context.getEmbeddingFor(tokens)).vector)
    // A model whose vectors are no use fails now and not on the first customer.
    const { length: dimensions } = await embedOne(encode('a'))
    return {
      name,
      dimensions,
      contextSize,
      loadedAt: new Date(),
      async embed(inputs, options) {
        queue.requireRoom(options)
        const { signal } = options
        const texts = await inTurns(inputs, { size: ({ length }) => length, act: (input, index) => tokensOf(input, index), signal })
        const tokens = texts.reduce((sum, { length }) => sum + length, 0)
        // Again, and at the same moment as it is paid for: others came meanwhile.
        queue.requireRoom(options)
        options.admit?.(tokens)
        const vectors = await queue.run(texts, options, async (text) => {
          const vector = await embedOne(text)
          options.onTokens?.(text.length)
          return vector
        })
        return { vectors, tokens }
      },
      async free() {
        await queue.stop()
        await context.dispose()
        await free()
      },
    }
  })
}

/** The vector with length 1, as the model gives it with any. */
function unit(vector: readonly number[]): Float32Array {
  const length = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0))
  if (!Number.isFinite(length) || length === 0) throw new EngineError('decode_failed', 'The model gave a vector that is none.')
  return Float32Array.from(vector, (value) => value / length)
}
