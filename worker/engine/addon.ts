/** The version whose insides are used below. They are internal, so any other version is refused, however alike it looks. */
export const ADDON_VERSION = '3.22.1'

/** The part of llama.cpp's context that node-llama-cpp keeps to itself. Sequences and positions are plain numbers. */
export type AddonContext = {
  getContextSize(): number
  initBatch(size: number): void
  /** Returns, for each logit index, the index to sample at after the decode. */
  addToBatch(sequence: number, firstPosition: number, tokens: Uint32Array, logitIndexes: Uint32Array): Uint32Array
  decodeBatch(): Promise<void>
  /** -1 when the sampler left no token. */
  sampleToken(logitIndex: number, sampler: AddonSampler): Promise<number>
  disposeSequence(sequence: number): void
  removeTokenCellsFromSequence(sequence: number, start: number, end: number): boolean
  copySequenceStateFromOtherSequence(target: number, source: number): Promise<number>
}

export type AddonSampler = {
  applyConfig(config: { temperature: number; topP: number; topK: number; seed: number }): void
  dispose(): void
}

export type Addon = { context: AddonContext; createSampler: () => AddonSampler }

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

/**
 * Reaches through a LlamaContext to the addon.
 *
 * @throws Error that says which part is not as this worker knows it
 */
export function openAddon(context: unknown, version: string): Addon {
  if (version !== ADDON_VERSION) throw new Error(`This worker drives node-llama-cpp ${ADDON_VERSION} from within; ${version} is installed.`)
  const inner = field(context, '_ctx')
  for (const name of CONTEXT_METHODS) if (typeof field(inner, name) !== 'function') throw missing(`AddonContext.${name}`)
  const Sampler = field(field(field(context, '_llama'), '_bindings'), 'AddonSampler')
  if (typeof Sampler !== 'function') throw missing('AddonSampler')
  for (const name of ['applyConfig', 'dispose'])
    if (typeof field(Sampler.prototype, name) !== 'function') throw missing(`AddonSampler.${name}`)
  const model = field(field(context, '_model'), '_model')
  if (model === undefined) throw missing('AddonModel')
  return {
    context: inner as AddonContext,
    createSampler: () => Reflect.construct(Sampler, [model]) as AddonSampler,
  }
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' || typeof value === 'function' ? (value as Record<string, unknown> | null)?.[name] : undefined
}

function missing(name: string): Error {
  return new Error(`node-llama-cpp ${ADDON_VERSION} is installed but has no ${name}; install it again with npm ci.`)
}
