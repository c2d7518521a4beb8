import { basename } from 'node:path'
import type { LlamaModel, Token } from 'node-llama-cpp'
import { describeFileError } from '../describe-file-error'
import { checkGguf } from '../engine/check-gguf'
import { encodeUpTo, longestOf, tokenCounter } from '../engine/count-tokens'
import { type Gpu, openBackend } from '../engine/open-backend'
import { longTextEncoder, plainTextEncoder } from '../engine/plain-text'
import { atOnce } from '../engine/take-turns'

export type OpenOptions = { modelPath: string; gpu: Gpu; threads: number }

export type OpenedModel = {
  model: LlamaModel
  /** Text that others wrote: special tokens spelled in it are plain text. */
  encode: (text: string) => Token[]
  /** The same, unless there are more than `limit`: then a number, and there are at least so many. */
  encodeUpTo: (text: string, limit: number) => Token[] | number
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
    const tokenize = (text: string) => model.tokenize(text, false)
    const encode = plainTextEncoder(tokenize, specials)
    const count = tokenCounter({ encode, longestBytes: longestOf(ggml.tokens.filter((_, id) => !isSpecial(id))) })
    const means = { count, encode: longTextEncoder(tokenize, specials) }
    const free = async () => {
      await model.dispose()
      await llama.dispose()
    }
    return await use({
      model,
      encode: (text) => encode(text) as Token[],
      encodeUpTo: (text, limit) => atOnce(encodeUpTo(text, limit, means)) as Token[] | number,
      vocabularySize: ggml.tokens.length,
      free,
    })
  } catch (cause) {
    await llama.dispose()
    const reason = describeFileError(cause) ?? (cause instanceof Error ? cause.message : String(cause))
    throw new Error(`${basename(options.modelPath)} cannot be used: ${reason}`, { cause })
  }
}
