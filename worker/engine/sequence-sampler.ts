import type { Addon, AddonSampler, AddonSamplerConfig } from './addon'
import type { DrawnToken, Sampling } from './decoder'
import { drawSeed } from './draw-seed'

/**
 * How the tokens of one sequence are drawn. Its samplers live as long as the process: one a request would leak 1.8 MB
 * until the next garbage collection (INFERENCE 7).
 */
export class SequenceSampler {
  readonly #addon: Addon
  readonly #sampler: AddonSampler
  /** Changes nothing and draws the likeliest, so what it tells of the logits is what the model said. */
  #plain: AddonSampler | null = null
  #sampling: Sampling | null = null
  #drawn: number[] = []

  constructor(addon: Addon) {
    this.#addon = addon
    this.#sampler = addon.createSampler()
  }

  start(sampling: Sampling, drawn: number[]): void {
    this.#sampling = sampling
    this.#drawn = [...drawn]
    this.#sampler.applyConfig(this.#config(sampling))
  }

  /** Draws the next token from the logits at this index of the batch. */
  async draw(logitIndex: number): Promise<DrawnToken> {
    if (!this.#sampling) throw new Error('The sequence does not know how to draw.')
    const { temperature, topLogprobs } = this.#sampling
    if (temperature > 0) this.#sampler.applyConfig(this.#config(this.#sampling))
    const token = await this.#addon.context.sampleToken(logitIndex, this.#sampler)
    if (token < 0) throw new Error('The sampler left no token to draw.')
    this.#drawn.push(token)
    return topLogprobs === null ? { token } : { token, ...(await this.#logprobs(logitIndex, token, topLogprobs)) }
  }

  dispose(): void {
    this.#sampler.dispose()
    this.#plain?.dispose()
  }

  #config({ temperature, topP, topK, minP, seed, presencePenalty, frequencyPenalty, logitBias, grammar }: Sampling): AddonSamplerConfig {
    const config: AddonSamplerConfig = { temperature, topP, topK, minP, seed: drawSeed(seed, this.#drawn.length) }
    if (presencePenalty !== 0 || frequencyPenalty !== 0) {
      config.repeatPenalty = 1
      config.repeatPenaltyPresencePenalty = presencePenalty
      config.repeatPenaltyFrequencyPenalty = frequencyPenalty
      // As OpenAI has it: what the reply itself has said counts, all of it and nothing else.
      config.repeatPenaltyTokens = Uint32Array.from(this.#drawn)
      config.repeatPenaltyMaxTokens = this.#addon.context.getContextSize()
    }
    if (logitBias.size > 0) {
      config.tokenBiasKeys = Uint32Array.from(logitBias.keys())
      config.tokenBiasValues = Float32Array.from(logitBias.values())
    }
    if (grammar) config.grammarEvaluationState = grammar
    return config
  }

  async #logprobs(logitIndex: number, token: number, count: number): Promise<Pick<DrawnToken, 'logprob' | 'top'>> {
    if (!this.#plain) {
      this.#plain = this.#addon.createSampler()
      this.#plain.applyConfig({ temperature: 0 })
    }
    const filter: [number[], false, false, false, number] = [[token], false, false, false, Math.max(1, count)]
    const [, , , logits, weight] = await this.#addon.context.sampleToken(logitIndex, this.#plain, false, false, filter, true)
    const pairs: [number, number][] = []
    for (let at = 0; at + 1 < logits.length; at += 2) pairs.push([logits[at] as number, logits[at + 1] as number])
    const highest = pairs[0]?.[1] ?? 0
    const logprob = (logit: number) => logit - highest - Math.log(weight)
    const own = pairs.find(([other]) => other === token)?.[1] ?? Number.NEGATIVE_INFINITY
    return { logprob: logprob(own), top: pairs.slice(0, count).map(([other, logit]) => [other, logprob(logit)]) }
  }
}
