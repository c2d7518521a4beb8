import { basename } from 'node:path'
import { GgufFileType, getLlama, getModuleVersion, type Llama, LlamaLogLevel, type LlamaModel, type Token } from 'node-llama-cpp'
import { openAddon } from './addon'
import { AddonDecoder } from './addon-decoder'
import { type ChatFrame, isChatMl, isThinking } from './chat-frame'
import { checkGguf } from './check-gguf'
import type { Decoder, Vocabulary } from './decoder'
import { plainTextEncoder, type SpecialToken } from './plain-text'

export type Gpu = 'auto' | 'cuda' | 'vulkan' | 'metal' | 'cpu'

export type LoadOptions = {
  modelPath: string
  gpu: Gpu
  threads: number
  /** Requests at the same time. */
  slots: number
  /** Tokens a request; rounded up to a multiple of 256. */
  contextSize: number
}

export type LoadedModel = {
  decoder: Decoder
  vocabulary: Vocabulary
  frame: ChatFrame
  /** As llama.cpp names it: `Q8_0`, `Q4_K_M`… */
  quantization: string
  device: 'cpu' | 'cuda' | 'vulkan' | 'metal'
}

// Larger batches read prompts no faster on a CPU and make the replies under way stutter (INFERENCE 2).
const BATCH_SIZE = 512

// GGUF's token types with a meaning of their own: control and user defined.
const SPECIAL_TYPES: number[] = [3, 4]

/**
 * Loads a GGUF with node-llama-cpp. This file and `meaning/` alone import it.
 *
 * @throws Error with a sentence for the person who started the worker: no such file, not ChatML, GPU not usable, no memory
 */
export async function loadModel(options: LoadOptions): Promise<LoadedModel> {
  const llama = await openBackend(options)
  try {
    await checkGguf(options.modelPath)
    const model = await llama.loadModel({ modelPath: options.modelPath, gpuLayers: 'max' })
    const { vocabulary, frame } = readVocabulary(model)
    const { slots: sequences, threads } = options
    const contextSize = Math.min(options.contextSize, model.trainContextSize)
    // A context that is silently smaller than asked for would refuse prompts that fit on paper.
    const context = await model.createContext({ sequences, contextSize, batchSize: BATCH_SIZE, threads, failedCreationRemedy: false })
    const decoder = new AddonDecoder({
      addon: openAddon(context, await getModuleVersion()),
      sequences,
      contextSize: context.contextSize,
      batchSize: context.batchSize,
      // These references matter: a context that was garbage collected never gives way to the disposal of its backend.
      async release() {
        await context.dispose()
        await model.dispose()
        await llama.dispose()
      },
    })
    await warmUp(decoder, frame.start)
    return { decoder, vocabulary, frame, quantization: quantizationOf(model), device: llama.gpu === false ? 'cpu' : llama.gpu }
  } catch (cause) {
    await llama.dispose()
    throw new Error(`${basename(options.modelPath)} cannot be used: ${cause instanceof Error ? cause.message : String(cause)}`, { cause })
  }
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
    throw new Error(`${gpu} was asked for, but no llama.cpp binary of this kind runs on this machine.`, { cause })
  })
  if (gpu === 'auto' || llama.gpu === wanted) return llama
  await llama.dispose()
  throw new Error(`${gpu} was asked for, but llama.cpp would run on ${llama.gpu === false ? 'the CPU' : llama.gpu}.`)
}

function readVocabulary(model: LlamaModel): { vocabulary: Vocabulary; frame: ChatFrame } {
  const { chat_template: template = '', ggml } = model.fileInfo.metadata.tokenizer
  if (!isChatMl(template)) throw new Error('its chat template is not ChatML. Qwen2.5 and Qwen3 models are.')
  const single = (text: string): Token => {
    const [token, ...more] = model.tokenize(text, true)
    if (token === undefined || more.length > 0) throw new Error(`its vocabulary has no token ${text}.`)
    return token
  }
  const start = single('<|im_start|>')
  const end = single('<|im_end|>')
  const specials = ggml.tokens.flatMap((text, id): SpecialToken[] =>
    SPECIAL_TYPES.includes(ggml.token_type[id] ?? 1) ? [{ text, id }] : [],
  )
  const encode = plainTextEncoder((text) => model.tokenize(text, false), specials)
  const vocabulary: Vocabulary = {
    encode,
    decode: (tokens) => model.detokenize(tokens as Token[], false),
    // A model that opens a turn of its own has lost its place; what follows is no part of the reply.
    isEnd: (token) => model.isEogToken(token as Token) || token === end || token === start,
  }
  const beforeReply = isThinking(template) ? model.tokenize('<think>\n\n</think>\n\n', true) : []
  return { vocabulary, frame: { start, end, encode, beforeReply } }
}

/** One token through the whole path: an addon that is not what it seems fails now and not on the first customer. */
async function warmUp(decoder: Decoder, token: number): Promise<void> {
  decoder.setSampling(0, { temperature: 0, topP: 1, seed: 0 })
  const [drawn] = await decoder.decode([{ sequence: 0, position: 0, tokens: [token], wantsToken: true }])
  if (typeof drawn !== 'number' || !decoder.keepPrefix(0, 0)) throw new Error('the addon did not answer as expected.')
}

function quantizationOf(model: LlamaModel): string {
  const { file_type: type } = model.fileInfo.metadata.general
  const name = type === undefined ? undefined : GgufFileType[type]
  return name?.replace(/^(MOSTLY|ALL)_/, '') ?? 'unknown'
}
