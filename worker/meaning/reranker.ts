import { EngineError } from '../engine'
import { inTurns } from '../engine/take-turns'
import type { CallQueue } from './call-queue'
import { InputError, type SideOptions } from './embedder'
import { type OpenOptions, openModel } from './open-model'

export type RerankReply = {
  /** How likely each document answers the query, 0 to 1, in the order of the documents. */
  scores: number[]
  tokens: number
}

/** A loaded model that says how well documents answer a query. */
export interface Reranker {
  readonly name: string
  /** Tokens of its instructions, the query and one document. */
  readonly contextSize: number
  readonly loadedAt: Date
  /** @throws EngineError as an Embedder does; an InputError names the document that does not fit with the query */
  rank(query: string, documents: string[], options: SideOptions): Promise<RerankReply>
  free(): Promise<void>
}

const CONTEXT_SIZE = 2048

/**
 * Loads a reranking model: one in the layout of Qwen3-Reranker (`cls.output`, pooling by rank, a `rerank` chat template) or of a BERT.
 *
 * @throws Error with a sentence for the person who started the worker
 */
export function loadReranker(options: OpenOptions & { name: string; queue: CallQueue }): Promise<Reranker> {
  const { name, queue, threads } = options
  return openModel(options, async ({ model, encode, encodeUpTo, free }) => {
    const contextSize = Math.min(CONTEXT_SIZE, model.trainContextSize)
    const context = await model.createRankingContext({ contextSize, batchSize: contextSize, threads })
    type Tokens = ReturnType<typeof encode>
    const rankOne = async ([query, document]: [Tokens, Tokens]) => likelihood(await context.rank(query, document))
    await rankOne([encode('a'), encode('a')])
    return {
      name,
      contextSize,
      loadedAt: new Date(),
      async rank(query, documents, options) {
        queue.requireRoom(options)
        const asked = encodeUpTo(query, contextSize)
        let tokens = 0
        const pairOf = (document: string, index: number): [Tokens, Tokens] => {
          const read = encodeUpTo(document, contextSize)
          const isCounted = typeof asked !== 'number' && typeof read !== 'number'
          const length = isCounted ? context.calculateInputLength(asked as Tokens, read as Tokens) : sizeOf(asked) + sizeOf(read)
          tokens += length
          if (isCounted && length < contextSize) return [asked as Tokens, read as Tokens]
          throw new InputError(
            index,
            'context_length_exceeded',
            `${name} reads at most ${contextSize - 1} tokens of instructions, query and document, and these are ${isCounted ? '' : 'at least '}${length}.`,
          )
        }
        const pairs = await inTurns(documents, { size: ({ length }) => length + query.length, act: pairOf, signal: options.signal })
        queue.requireRoom(options)
        options.admit?.(tokens)
        const scores = await queue.run(pairs, options, async ([query, document]) => {
          const score = await rankOne([query, document])
          options.onTokens?.(context.calculateInputLength(query, document))
          return score
        })
        return { scores, tokens }
      },
      async free() {
        await queue.stop()
        await context.dispose()
        await free()
      },
    }
  })
}

function sizeOf(tokens: number[] | number): number {
  return typeof tokens === 'number' ? tokens : tokens.length
}

/**
 * A softmax over two logits is never quite 0, but node-llama-cpp 3.22.1 says 0 when the model gave NaN or nothing at all, as some files of
 * Qwen3-Reranker do (its issue 550): the highest of several scores is taken from 0 on, and NaN is above nothing.
 */
function likelihood(score: number): number {
  if (score > 0 && score <= 1) return score
  throw new EngineError('decode_failed', 'The model gave a score that is none.')
}
