import { LRUCache } from 'lru-cache'
import type { Addon } from './addon'
import type { DecodeRow, Decoder, DecoderFeature, GrammarState, RowResult, Sampling } from './decoder'
import { SequenceSampler } from './sequence-sampler'

export type AddonDecoderParts = {
  addon: Addon
  sequences: number
  contextSize: number
  batchSize: number
  tileRows: number
  /** Frees context, model and backend. */
  release: () => Promise<void>
}

/** A Decoder over node-llama-cpp's addon. */
export class AddonDecoder implements Decoder {
  readonly sequences: number
  readonly contextSize: number
  readonly batchSize: number
  readonly tileRows: number
  readonly features: ReadonlySet<DecoderFeature> = new Set<DecoderFeature>(['copies', 'guesses', 'logprobs', 'endBias'])
  readonly #addon: Addon
  readonly #samplers: SequenceSampler[]
  readonly #release: () => Promise<void>
  /** By their text: a client asks for the same schema again and again. */
  readonly #grammars = new LRUCache<string, object>({ max: 64 })

  constructor({ addon, sequences, contextSize, batchSize, tileRows, release }: AddonDecoderParts) {
    this.sequences = sequences
    this.contextSize = contextSize
    this.batchSize = batchSize
    this.tileRows = tileRows
    this.#addon = addon
    this.#release = release
    this.#samplers = Array.from({ length: sequences }, () => new SequenceSampler(addon))
  }

  /**
   * Rows in tiles go by themselves: in company llama.cpp would cut them into pieces of equal length, some of them smaller
   * than a tile. It computes the pieces one after the other in any case, so this costs next to nothing.
   */
  async decode(rows: DecodeRow[]): Promise<RowResult[]> {
    const isAlone = ({ tokens, isApart }: DecodeRow) => isApart || (this.tileRows > 0 && tokens.length >= this.tileRows)
    const common = rows.filter((row) => !isAlone(row))
    const results = new Map<DecodeRow, RowResult>()
    for (const batch of [...(common.length > 0 ? [common] : []), ...rows.filter(isAlone).map((row) => [row])]) {
      const drawn = await this.#decode(batch)
      for (const [index, row] of batch.entries()) results.set(row, drawn[index] ?? { drawn: [] })
    }
    return rows.map((row) => results.get(row) ?? { drawn: [] })
  }

  async #decode(rows: DecodeRow[]): Promise<RowResult[]> {
    const { context } = this.#addon
    context.initBatch(rows.reduce((size, row) => size + row.tokens.length, 0))
    const logits = rows.map(({ sequence, position, tokens, draws }) => {
      const wanted = Uint32Array.from({ length: draws }, (_, index) => tokens.length - draws + index)
      return context.addToBatch(sequence, position, Uint32Array.from(tokens), wanted)
    })
    await context.decodeBatch()
    return Promise.all(rows.map((row, index) => this.#draw(row, logits[index] ?? new Uint32Array(0))))
  }

  setSampling(sequence: number, sampling: Sampling, drawn: number[]): void {
    this.#sampler(sequence).start(sampling, drawn)
  }

  startGrammar(gbnf: string): GrammarState {
    const grammar = this.#grammars.get(gbnf) ?? this.#addon.createGrammar(gbnf)
    this.#grammars.set(gbnf, grammar)
    return this.#addon.startGrammar(grammar)
  }

  async keepPrefix(sequence: number, length: number): Promise<boolean> {
    const { context } = this.#addon
    if (length > 0 && context.removeTokenCellsFromSequence(sequence, length, -1)) return true
    context.disposeSequence(sequence)
    return length === 0
  }

  async copySequence(target: number, source: number): Promise<void> {
    await this.#addon.context.copySequenceStateFromOtherSequence(target, source)
  }

  async dispose(): Promise<void> {
    for (const sampler of this.#samplers) sampler.dispose()
    await this.#release()
  }

  /** One after the other within a row, because each draw depends on the one before; the rows run side by side. */
  async #draw({ sequence, tokens, draws }: DecodeRow, logits: Uint32Array): Promise<RowResult> {
    const drawn: RowResult['drawn'] = []
    try {
      for (const logit of logits) {
        const next = await this.#sampler(sequence).draw(logit)
        drawn.push(next)
        if (next.token !== tokens[tokens.length - draws + drawn.length]) break
      }
    } catch (error) {
      return { drawn, error }
    }
    return { drawn }
  }

  #sampler(sequence: number): SequenceSampler {
    const sampler = this.#samplers[sequence]
    if (!sampler) throw new Error(`There is no sequence ${sequence}.`)
    return sampler
  }
}
