import {
  type Llama,
  type LlamaContext,
  type LlamaContextSequence,
  LlamaGrammar,
  LlamaGrammarEvaluationState,
  type LlamaModel,
  type SequenceEvaluateOptions,
  type Token,
  TokenBias,
} from 'node-llama-cpp'
import type { DecodeRow, Decoder, DecoderFeature, GrammarState, RowResult, Sampling } from './decoder'
import { drawSeed } from './draw-seed'

export type LockstepDecoderParts = { llama: Llama; model: LlamaModel; context: LlamaContext; release: () => Promise<void> }

type Drawing = { sampling: Sampling; drawn: number[] }

/**
 * A Decoder over node-llama-cpp's public API, for a version whose insides are not known. All rows of a round are handed
 * over in one tick and awaited together: left to itself the package lets sequences fall out of step and computes more and
 * smaller batches (INFERENCE 4.4). It copies no prefixes, checks no guesses and tells no logprobs, and a sampler a token
 * is left to the garbage collector.
 */
export class LockstepDecoder implements Decoder {
  readonly sequences: number
  readonly contextSize: number
  readonly batchSize: number
  readonly features: ReadonlySet<DecoderFeature> = new Set()
  readonly tileRows = 0
  readonly #parts: LockstepDecoderParts
  readonly #sequences: LlamaContextSequence[]
  readonly #drawings: (Drawing | undefined)[] = []

  constructor(parts: LockstepDecoderParts) {
    const { context } = parts
    this.#parts = parts
    this.sequences = context.totalSequences
    // The last cell is never filled: the package would shift the context instead.
    this.contextSize = context.contextSize - 1
    this.batchSize = context.batchSize
    this.#sequences = Array.from({ length: this.sequences }, () => context.getSequence())
  }

  async decode(rows: DecodeRow[]): Promise<RowResult[]> {
    const results = new Map<DecodeRow, RowResult>()
    const decode = async (row: DecodeRow) => {
      results.set(row, await this.#decode(row).catch((error: unknown): RowResult => ({ drawn: [], error })))
    }
    await Promise.all(rows.filter(({ isApart }) => !isApart).map(decode))
    for (const row of rows.filter(({ isApart }) => isApart)) await decode(row)
    return rows.map((row) => results.get(row) ?? { drawn: [] })
  }

  setSampling(sequence: number, sampling: Sampling, drawn: number[]): void {
    this.#drawings[sequence] = { sampling, drawn: [...drawn] }
  }

  startGrammar(gbnf: string): GrammarState {
    const { llama, model } = this.#parts
    const grammar = new LlamaGrammar(llama, { grammar: gbnf })
    return new GrammarHolder(new LlamaGrammarEvaluationState({ model, grammar }))
  }

  async keepPrefix(sequence: number, length: number): Promise<boolean> {
    const state = this.#sequence(sequence)
    if (length > 0 && state.nextTokenIndex > length) await state.eraseContextTokenRanges([{ start: length, end: state.nextTokenIndex }])
    if (length > 0 && state.nextTokenIndex === length) return true
    await state.clearHistory()
    return length === 0
  }

  async copySequence(): Promise<void> {
    throw new Error('The public API copies no sequences.')
  }

  async dispose(): Promise<void> {
    await this.#parts.release()
  }

  async #decode({ sequence, position, tokens, draws }: DecodeRow): Promise<RowResult> {
    const state = this.#sequence(sequence)
    if (state.nextTokenIndex !== position) throw new Error('The sequence is not where it should be.')
    if (draws === 0) {
      await state.evaluateWithoutGeneratingNewTokens(tokens as Token[])
      return { drawn: [] }
    }
    const drawing = this.#drawings[sequence]
    if (!drawing) throw new Error('The sequence does not know how to draw.')
    const evaluation = state.evaluate(tokens as Token[], this.#options(drawing))
    const { value: token } = await evaluation.next()
    await evaluation.return()
    if (typeof token !== 'number') throw new Error('The sampler left no token to draw.')
    drawing.drawn.push(token)
    return { drawn: [{ token }] }
  }

  #options({ sampling, drawn }: Drawing): SequenceEvaluateOptions {
    const { temperature, topP, topK, minP, presencePenalty, frequencyPenalty, logitBias, grammar } = sampling
    const bias = new TokenBias(this.#parts.model.tokenizer)
    for (const [token, logit] of logitBias) bias.set(token as Token, { logit })
    return {
      temperature,
      topP,
      topK,
      minP,
      seed: drawSeed(sampling.seed, drawn.length),
      yieldEogToken: true,
      ...((presencePenalty !== 0 || frequencyPenalty !== 0) && {
        repeatPenalty: { punishTokens: [...drawn] as Token[], penalty: 1, presencePenalty, frequencyPenalty },
      }),
      ...(logitBias.size > 0 && { tokenBias: bias }),
      ...(grammar instanceof GrammarHolder && { grammarEvaluationState: grammar.state }),
    }
  }

  #sequence(sequence: number): LlamaContextSequence {
    const state = this.#sequences[sequence]
    if (!state) throw new Error(`There is no sequence ${sequence}.`)
    return state
  }
}

class GrammarHolder implements GrammarState {
  readonly kind = 'grammar'
  constructor(readonly state: LlamaGrammarEvaluationState) {}
}
