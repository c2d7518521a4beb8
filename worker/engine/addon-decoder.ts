import type { Addon, AddonSampler } from './addon'
import type { DecodeRow, Decoder, Sampling } from './decoder'

// llama.cpp's default. Without a limit each draw would sort the whole vocabulary, 152 k entries for Qwen.
const TOP_K = 40

export type AddonDecoderParts = {
  addon: Addon
  sequences: number
  contextSize: number
  batchSize: number
  /** Frees context, model and backend. */
  release: () => Promise<void>
}

/** A Decoder over node-llama-cpp's addon, with one sampler a sequence for the whole life of the process. */
export class AddonDecoder implements Decoder {
  readonly sequences: number
  readonly contextSize: number
  readonly batchSize: number
  readonly #addon: Addon
  readonly #samplers: AddonSampler[]
  readonly #release: () => Promise<void>

  constructor({ addon, sequences, contextSize, batchSize, release }: AddonDecoderParts) {
    this.sequences = sequences
    this.contextSize = contextSize
    this.batchSize = batchSize
    this.#addon = addon
    this.#release = release
    // A sampler a request would leak until the next garbage collection: 1.8 MB each (INFERENCE 7).
    this.#samplers = Array.from({ length: sequences }, () => addon.createSampler())
  }

  async decode(rows: DecodeRow[]): Promise<(number | null)[]> {
    const { context } = this.#addon
    context.initBatch(rows.reduce((size, row) => size + row.tokens.length, 0))
    const logits = rows.map(({ sequence, position, tokens, wantsToken }) => {
      const wanted = wantsToken ? Uint32Array.of(tokens.length - 1) : new Uint32Array(0)
      return context.addToBatch(sequence, position, Uint32Array.from(tokens), wanted)[0]
    })
    await context.decodeBatch()
    return Promise.all(rows.map((row, index) => this.#draw(row, logits[index])))
  }

  setSampling(sequence: number, { temperature, topP, seed }: Sampling): void {
    const sampler = this.#sampler(sequence)
    // The draws go on where they were unless the seed changes, so it is changed twice: the same request gives the same text.
    sampler.applyConfig({ temperature, topP, topK: TOP_K, seed: (seed ^ 1) >>> 0 })
    sampler.applyConfig({ temperature, topP, topK: TOP_K, seed })
  }

  keepPrefix(sequence: number, length: number): boolean {
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

  async #draw(row: DecodeRow, logit: number | undefined): Promise<number | null> {
    if (!row.wantsToken) return null
    if (logit === undefined) throw new Error('The batch gave no place to draw the next token from.')
    const token = await this.#addon.context.sampleToken(logit, this.#sampler(row.sequence))
    if (token < 0) throw new Error('The sampler left no token to draw.')
    return token
  }

  #sampler(sequence: number): AddonSampler {
    const sampler = this.#samplers[sequence]
    if (!sampler) throw new Error(`There is no sequence ${sequence}.`)
    return sampler
  }
}
