import { basename } from 'node:path'
import { GgufFileType, InsufficientMemoryError, type Llama, type LlamaModel } from 'node-llama-cpp'
import { describeFileError } from '../describe-file-error'
import { LoadError, type LoadErrorCode } from '../load-error'
import { usableMemory } from '../usable-memory'
import type { ChatTemplate } from './chat-template'
import { checkGguf } from './check-gguf'
import type { Decoder, Vocabulary } from './decoder'
import { type Gpu, openBackend } from './open-backend'
import { openDecoder } from './open-decoder'
import { readVocabulary } from './read-vocabulary'

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

/**
 * Loads a GGUF with node-llama-cpp, which is imported by files of this folder and of `meaning/` alone.
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
    requireReplies(model)
    const { vocabulary, template, turn } = readVocabulary(model)
    const contextSize = Math.min(options.contextSize, model.trainContextSize)
    checkMemory(llama, model, options.slots * contextSize)
    const decoder = await openDecoder({ llama, model, turn }, { ...options, contextSize })
    const vocabularySize = model.fileInfo.metadata.tokenizer.ggml.tokens.length
    const device = llama.gpu === false ? 'cpu' : llama.gpu
    return { decoder, vocabulary, vocabularySize, template, quantization: quantizationOf(model), device }
  } catch (cause) {
    await llama.dispose()
    throw unusable(name, cause)
  }
}

/** A Qwen3-Embedding has a chat template too, and would answer with nonsense. */
function requireReplies(model: LlamaModel): void {
  const { pooling_type: pooling = 0 } = model.fileInfo.architectureMetadata as { pooling_type?: number }
  if (pooling > 0)
    throw new LoadError(
      'model_unsupported',
      'it makes vectors or ranks, and no replies; EMBEDDING_MODEL and RERANK_MODEL are for such models.',
    )
}

/**
 * What the file and the contexts need must be less than all the memory there is. The system would hand out more than it
 * has, and kill the process when it is used.
 */
function checkMemory(llama: Llama, model: LlamaModel, tokens: number): void {
  if (llama.gpu !== false) return
  const { block_count: layers = 0, embedding_length: width = 0, attention } = model.fileInfo.architectureMetadata
  const heads = Number(attention?.head_count ?? 1)
  const size = Number(attention?.key_length ?? width / heads) + Number(attention?.value_length ?? width / heads)
  // Keys and values of two bytes each.
  const bytes = 2 * tokens * Number(layers) * Number(attention?.head_count_kv ?? heads) * size
  const memory = usableMemory()
  if (!(model.size + bytes >= memory)) return
  const gigabytes = (value: number) => `${(value / 2 ** 30).toFixed(1)} GB`
  const message = `it needs ${gigabytes(model.size)} of memory and its contexts ${gigabytes(bytes)}, and there are ${gigabytes(memory)}; a smaller model fits, or lower WORKER_SLOTS or WORKER_CONTEXT.`
  throw new LoadError('model_too_large', message)
}

function unusable(name: string, cause: unknown): LoadError {
  // The file may go while it is being loaded.
  const reason = describeFileError(cause) ?? (cause instanceof Error ? cause.message : String(cause))
  return new LoadError(codeOf(cause), `${name} cannot be used: ${reason}`, { cause })
}

function codeOf(cause: unknown): LoadErrorCode {
  if (cause instanceof LoadError) return cause.code
  if (describeFileError(cause)) return 'model_missing'
  if (cause instanceof InsufficientMemoryError) return 'model_too_large'
  // llama.cpp gives up on a context that it cannot allocate in these words; there is no class for it.
  if (cause instanceof Error && cause.message === 'Failed to create context') return 'model_too_large'
  return 'model_corrupt'
}

function quantizationOf(model: LlamaModel): string {
  const { file_type: type } = model.fileInfo.metadata.general
  const name = type === undefined ? undefined : GgufFileType[type]
  return name?.replace(/^(MOSTLY|ALL)_/, '') ?? 'unknown'
}
