import type { GrammarState } from './decoder'

/** The version whose insides are used below. They are internal, so any other version is refused, however alike it looks. */
export const ADDON_VERSION = '3.22.1'

/** `[token, probabilities, confidence, logits as token and value in turn, sum of exp(logit - highest)]` */
export type AddonSample = [token: number, never, never, logits: number[], weight: number]

/** Tokens of interest, whether the highest, the lowest and the drawn one are told too, and how many of the top. */
export type AddonLogitFilter = [tokens: number[], highest: boolean, lowest: boolean, drawn: boolean, top: number]

/** The part of llama.cpp's context that node-llama-cpp keeps to itself. Sequences and positions are plain numbers. */
export type AddonContext = {
  getContextSize(): number
  initBatch(size: number): void
  /** Returns, for each logit index, the index to sample at after the decode. */
  addToBatch(sequence: number, firstPosition: number, tokens: Uint32Array, logitIndexes: Uint32Array): Uint32Array
  decodeBatch(): Promise<void>
  /** -1 when the sampler left no token. */
  sampleToken(logitIndex: number, sampler: AddonSampler): Promise<number>
  sampleToken(
    logitIndex: number,
    sampler: AddonSampler,
    probabilities: false,
    confidence: false,
    logits: AddonLogitFilter,
    weight: true,
  ): Promise<AddonSample>
  disposeSequence(sequence: number): void
  removeTokenCellsFromSequence(sequence: number, start: number, end: number): boolean
  copySequenceStateFromOtherSequence(target: number, source: number): Promise<number>
}

/** A field that is present counts, even when it is undefined; so what is not wanted must be left out. */
export type AddonSamplerConfig = {
  temperature: number
  topP?: number
  topK?: number
  minP?: number
  seed?: number
  repeatPenalty?: number
  repeatPenaltyTokens?: Uint32Array
  repeatPenaltyMaxTokens?: number
  repeatPenaltyPresencePenalty?: number
  repeatPenaltyFrequencyPenalty?: number
  tokenBiasKeys?: Uint32Array
  tokenBiasValues?: Float32Array
  grammarEvaluationState?: GrammarState
}

export type AddonSampler = {
  applyConfig(config: AddonSamplerConfig): void
  dispose(): void
}

export type Addon = {
  context: AddonContext
  createSampler: () => AddonSampler
  /** @throws Error when it is no GBNF */
  createGrammar: (gbnf: string) => object
  startGrammar: (grammar: object) => GrammarState
}

const CONTEXT_METHODS: (keyof AddonContext)[] = [
  'getContextSize',
  'initBatch',
  'addToBatch',
  'decodeBatch',
  'sampleToken',
  'disposeSequence',
  'removeTokenCellsFromSequence',
  'copySequenceStateFromOtherSequence',
]

/** The addon is not the one that this worker was written for. */
export class AddonMismatch extends Error {}

/**
 * Reaches through a LlamaContext to the addon.
 *
 * @throws AddonMismatch that says which part is not as this worker knows it
 */
export function openAddon(context: unknown, version: string): Addon {
  if (version !== ADDON_VERSION)
    throw new AddonMismatch(`This worker drives node-llama-cpp ${ADDON_VERSION} from within; ${version} is installed.`)
  const inner = field(context, '_ctx')
  for (const name of CONTEXT_METHODS) if (typeof field(inner, name) !== 'function') throw missing(`AddonContext.${name}`)
  const bindings = field(field(context, '_llama'), '_bindings')
  const constructorOf = (name: string) => {
    const made = field(bindings, name)
    if (typeof made !== 'function') throw missing(name)
    return made
  }
  const Sampler = constructorOf('AddonSampler')
  const Grammar = constructorOf('AddonGrammar')
  const GrammarEvaluation = constructorOf('AddonGrammarEvaluationState')
  for (const name of ['applyConfig', 'dispose'])
    if (typeof field(Sampler.prototype, name) !== 'function') throw missing(`AddonSampler.${name}`)
  const model = field(field(context, '_model'), '_model')
  if (model === undefined) throw missing('AddonModel')
  return {
    context: inner as AddonContext,
    createSampler: () => Reflect.construct(Sampler, [model]) as AddonSampler,
    createGrammar: (gbnf) => Reflect.construct(Grammar, [gbnf, { addonExports: bindings, rootRuleName: 'root' }]) as object,
    startGrammar: (grammar) => Reflect.construct(GrammarEvaluation, [model, grammar]) as GrammarState,
  }
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' || typeof value === 'function' ? (value as Record<string, unknown> | null)?.[name] : undefined
}

function missing(name: string): AddonMismatch {
  return new AddonMismatch(`node-llama-cpp ${ADDON_VERSION} is installed but has no ${name}; install it again with npm ci.`)
}
