import { totalmem } from 'node:os'
import { basename } from 'node:path'
import {
  GgufFileType,
  getLlama,
  getModuleVersion,
  InsufficientMemoryError,
  type Llama,
  type LlamaContext,
  LlamaLogLevel,
  type LlamaModel,
  type Token,
} from 'node-llama-cpp'
import type { EngineMark } from '../engine'
import { LoadError, type LoadErrorCode } from '../load-error'
import { AddonMismatch, openAddon } from './addon'
import { AddonDecoder } from './addon-decoder'
import { ChatTemplate } from './chat-template'
import { checkGguf } from './check-gguf'
import type { Decoder, Sampling, Vocabulary } from './decoder'
import { LockstepDecoder } from './lockstep'
import { plainTextEncoder, type SpecialToken } from './plain-text'
import { tokenBytes } from './token-bytes'

export type Gpu = 'auto' | 'cuda' | 'vulkan' | 'metal' | 'cpu'

export type LoadOptions = {
  modelPath: string
  gpu: Gpu
  threads: number
  /** Requests at the same time. */
  slots: number
  /** Tokens a request; rounded up to a multiple of 256. */
  contextSize: number
  /** `addon` (the default) drives llama.cpp from within, unless the package is not the one it knows; then `public` it is. */
  via?: 'addon' | 'public'
}

export type LoadedModel = {
  decoder: Decoder
  vocabulary: Vocabulary
  /** Tokens are the numbers below it. */
  vocabularySize: number
  template: ChatTemplate
  /** As llama.cpp names it: `Q8_0`, `Q4_K_M`… */
  quantization: string
  device: 'cpu' | 'cuda' | 'vulkan' | 'metal'
}

// Larger batches read prompts no faster on a CPU and make the replies under way stutter (INFERENCE 2).
const BATCH_SIZE = 512

// GGML_FA_TILE_Q of llama.cpp's CPU backend; see tiles.ts.
const TILE_ROWS = 64

// GGUF's token types with a meaning of their own: control and user defined.
const SPECIAL_TYPES: number[] = [3, 4]

const MARKS = new Map<string, EngineMark>([
  ['<think>', 'think'],
  ['</think>', '/think'],
  ['<tool_call>', 'tool_call'],
  ['</tool_call>', '/tool_call'],
])

const GREEDY: Sampling = {
  temperature: 0,
  topP: 1,
  topK: 0,
  minP: 0,
  seed: 0,
  presencePenalty: 0,
  frequencyPenalty: 0,
  logitBias: new Map(),
  grammar: null,
  topLogprobs: null,
}

/**
 * Loads a GGUF with node-llama-cpp. This file, lockstep.ts and `meaning/` alone import it.
 *
 * @throws LoadError with a sentence for the person who started the worker and a code for `/ready`
 */
export async function loadModel(options: LoadOptions): Promise<LoadedModel> {
  const name = basename(options.modelPath)
  await checkGguf(options.modelPath).catch((cause: unknown) => {
    throw unusable(name, cause)
  })
  const llama = await openBackend(options)
  try {
    const model = await llama.loadModel({ modelPath: options.modelPath, gpuLayers: 'max' })
    const { vocabulary, template, turn } = readVocabulary(model)
    const { slots: sequences, threads } = options
    const contextSize = Math.min(options.contextSize, model.trainContextSize)
    checkMemory(llama, model, sequences * contextSize)
    const createContext = (flashAttention: 'auto' | false) =>
      // A context that is silently smaller than asked for would refuse prompts that fit on paper.
      model.createContext({ sequences, contextSize, batchSize: BATCH_SIZE, threads, failedCreationRemedy: false, flashAttention })
    const decoder = await openDecoder({ llama, model, createContext }, options)
    await warmUp(decoder, turn)
    const vocabularySize = model.fileInfo.metadata.tokenizer.ggml.tokens.length
    const device = llama.gpu === false ? 'cpu' : llama.gpu
    return { decoder, vocabulary, vocabularySize, template, quantization: quantizationOf(model), device }
  } catch (cause) {
    await llama.dispose()
    throw unusable(name, cause)
  }
}

/**
 * What the contexts alone need must be less than all the memory there is. The system would hand out more than it has, and
 * kill the process when it is used.
 */
function checkMemory(llama: Llama, model: LlamaModel, tokens: number): void {
  if (llama.gpu !== false) return
  const { block_count: layers = 0, embedding_length: width = 0, attention } = model.fileInfo.architectureMetadata
  const heads = Number(attention?.head_count ?? 1)
  const size = Number(attention?.key_length ?? width / heads) + Number(attention?.value_length ?? width / heads)
  // Keys and values of two bytes each.
  const bytes = 2 * tokens * Number(layers) * Number(attention?.head_count_kv ?? heads) * size
  if (!(bytes >= totalmem())) return
  const gigabytes = (value: number) => `${(value / 2 ** 30).toFixed(1)} GB`
  const message = `its contexts need ${gigabytes(bytes)} of memory and this machine has ${gigabytes(totalmem())}; lower WORKER_SLOTS or WORKER_CONTEXT.`
  throw new LoadError('model_too_large', message)
}

function unusable(name: string, cause: unknown): LoadError {
  const reason = cause instanceof Error ? cause.message : String(cause)
  return new LoadError(codeOf(cause), `${name} cannot be used: ${reason}`, { cause })
}

function codeOf(cause: unknown): LoadErrorCode {
  if (cause instanceof LoadError) return cause.code
  if (cause instanceof Error && 'code' in cause && (cause.code === 'ENOENT' || cause.code === 'EACCES')) return 'model_missing'
  if (cause instanceof InsufficientMemoryError) return 'model_too_large'
  // llama.cpp gives up on a context that it cannot allocate in these words; there is no class for it.
  if (cause instanceof Error && cause.message === 'Failed to create context') return 'model_too_large'
  return 'model_corrupt'
}

type Loaded = { llama: Llama; model: LlamaModel; createContext: (flashAttention: 'auto' | false) => Promise<LlamaContext> }

async function openDecoder({ llama, model, createContext }: Loaded, { via = 'addon' }: LoadOptions): Promise<Decoder> {
  const isOnCpu = llama.gpu === false
  // These references matter: a context that was garbage collected never gives way to the disposal of its backend.
  const releaser = (context: LlamaContext) => async () => {
    await context.dispose()
    await model.dispose()
    await llama.dispose()
  }
  if (via === 'addon') {
    const context = await createContext('auto')
    try {
      const { totalSequences: sequences, contextSize, batchSize } = context
      const tileRows = isOnCpu ? TILE_ROWS : 0
      const addon = openAddon(context, await getModuleVersion())
      return new AddonDecoder({ addon, sequences, contextSize, batchSize, tileRows, release: releaser(context) })
    } catch (error) {
      if (!(error instanceof AddonMismatch)) throw error
      console.warn(`worker: ${error.message} Going on with its public API: slower, and without logprobs.`)
      await context.dispose()
    }
  }
  // The public API mixes the rows of a batch as it likes; see tiles.ts.
  const context = await createContext(isOnCpu ? false : 'auto')
  return new LockstepDecoder({ llama, model, context, release: releaser(context) })
}

/** @throws Error when the GPU that was asked for cannot be used */
export async function openBackend({ gpu, threads }: Pick<LoadOptions, 'gpu' | 'threads'>): Promise<Llama> {
  const wanted = gpu === 'cpu' ? false : gpu
  const llama = await getLlama({
    build: 'never',
    gpu: wanted,
    maxThreads: threads,
    logLevel: LlamaLogLevel.error,
    progressLogs: false,
  }).catch((cause: unknown) => {
    throw new LoadError('device_unavailable', `${gpu} was asked for, but no llama.cpp binary of this kind runs on this machine.`, { cause })
  })
  if (gpu === 'auto' || llama.gpu === wanted) return llama
  await llama.dispose()
  throw new LoadError(
    'device_unavailable',
    `${gpu} was asked for, but llama.cpp would run on ${llama.gpu === false ? 'the CPU' : llama.gpu}.`,
  )
}

function readVocabulary(model: LlamaModel): { vocabulary: Vocabulary; template: ChatTemplate; turn: Token } {
  const { chat_template: source = '', ggml } = model.fileInfo.metadata.tokenizer
  const single = (text: string): Token => {
    const [token, ...more] = model.tokenize(text, true)
    if (token === undefined || more.length > 0) throw new LoadError('model_unsupported', `its vocabulary has no token ${text}.`)
    return token
  }
  const specials = ggml.tokens.flatMap((text, id): SpecialToken[] =>
    SPECIAL_TYPES.includes(ggml.token_type[id] ?? 1) ? [{ text, id }] : [],
  )
  const encode = plainTextEncoder((text) => model.tokenize(text, false), specials)
  // Before the rest, so that a model of another kind is told that and not what its vocabulary lacks.
  const template = readTemplate(() => new ChatTemplate({ template: source, encode, specials }))
  const start = single('<|im_start|>')
  const end = single('<|im_end|>')
  const byId = new Map(specials.map(({ id, text }) => [id, text]))
  const byText = new Map(specials.map(({ id, text }) => [text, id]))
  const vocabulary: Vocabulary = {
    encode,
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

/** One token through the whole path: an addon that is not what it seems fails now and not on the first customer. */
async function warmUp(decoder: Decoder, token: number): Promise<void> {
  decoder.setSampling(0, GREEDY, [])
  const [row] = await decoder.decode([{ sequence: 0, position: 0, tokens: [token], draws: 1 }])
  if (typeof row?.drawn[0]?.token !== 'number' || !(await decoder.keepPrefix(0, 0)))
    throw new Error('the addon did not answer as expected.', { cause: row?.error })
}

function quantizationOf(model: LlamaModel): string {
  const { file_type: type } = model.fileInfo.metadata.general
  const name = type === undefined ? undefined : GgufFileType[type]
  return name?.replace(/^(MOSTLY|ALL)_/, '') ?? 'unknown'
}
