import { basename } from 'node:path'
import type { LlamaModel, Token } from 'node-llama-cpp'
import { describeFileError } from '../describe-file-error'
import { checkGguf } from '../engine/check-gguf'
import { longestOf, tokenCounter } from '../engine/count-tokens'
import { type Gpu, openBackend } from '../engine/open-backend'
import { plainTextEncoder } from '../engine/plain-text'

export type OpenOptions = { modelPath: string; gpu: Gpu; threads: number }

export type OpenedModel = {
  model: LlamaModel
  /** Text that others wrote: special tokens spelled in it are plain text. */
  encode: (text: string) => Token[]
  /** How many tokens a text has; when they are more than `limit`, a number above that which may be too small. See tokenCounter. */
  count: (text: string, limit: number) => number
  /** Tokens there are; each number below it is one. */
  vocabularySize: number
  free: () => Promise<void>
}

// GGUF's token types with a meaning of their own: control and user defined.
const SPECIAL_TYPES: number[] = [3, 4]

/**
 * Opens a GGUF that makes no replies, beside the one that does, and makes of it what `use` says.
 *
 * @throws Error with a sentence for the person who started the worker: no such file, no GGUF, not fit for this use, no memory
 */
export async function openModel<Used>(options: OpenOptions, use: (opened: OpenedModel) => Promise<Used>): Promise<Used> {
  const llama = await openBackend(options)
  try {
    await checkGguf(options.modelPath)
    const model = await llama.loadModel({ modelPath: options.modelPath, gpuLayers: 'max' })
    const { ggml } = model.fileInfo.metadata.tokenizer
    const isSpecial = (id: number) => SPECIAL_TYPES.includes(ggml.token_type[id] ?? 1)
    const specials = ggml.tokens.flatMap((text, id) => (isSpecial(id) ? [{ text, id }] : []))
    const encode = plainTextEncoder((text) => model.tokenize(text, false), specials)
    const count = tokenCounter({ encode, longestBytes: longestOf(ggml.tokens.filter((_, id) => !isSpecial(id))) })
    const free = async () => {
      await model.dispose()
      await llama.dispose()
    }
    return await use({ model, encode: (text) => encode(text) as Token[], count, vocabularySize: ggml.tokens.length, free })
  } catch (cause) {
    await llama.dispose()
    const reason = describeFileError(cause) ?? (cause instanceof Error ? cause.message : String(cause))
    throw new Error(`${basename(options.modelPath)} cannot be used: ${reason}`, { cause })
  }
}
