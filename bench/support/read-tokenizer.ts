import { readGgufFileInfo } from 'node-llama-cpp'
import { z } from 'zod'
import { bundledModelPath } from '@/worker/bundled-model'

export type Tokenizer = {
  tokens: string[]
  /** 1: normal, 3: control. */
  types: number[]
  merges: string[]
  endOfText: number
  endOfTurn: number
  chatTemplate: string
}

const metadataSchema = z.object({
  tokenizer: z.object({
    ggml: z.object({ tokens: z.array(z.string()), token_type: z.array(z.number()), merges: z.array(z.string()) }),
    chat_template: z.string(),
  }),
})

/**
 * The bundled model's tokenizer: byte pairs in Qwen's manner, made for 6,144 tokens. Up to `size` it is filled with tokens that no text is
 * read as but that a model may write, so that a head is as large as a real one's and every token written is text.
 */
export async function readTokenizer(size: number): Promise<Tokenizer> {
  const { tokenizer } = metadataSchema.parse((await readGgufFileInfo(bundledModelPath())).metadata)
  const { tokens, token_type: types, merges } = tokenizer.ggml
  if (size !== 0 && size < tokens.length) throw new Error(`The tokenizer alone has ${tokens.length} tokens.`)
  const fillers = Array.from({ length: Math.max(0, size - tokens.length) }, (_, at) => `Ġ~${at.toString(36)}`)
  return {
    tokens: [...tokens, ...fillers],
    types: [...types, ...fillers.map(() => 1)],
    merges,
    endOfText: tokens.indexOf('<|endoftext|>'),
    endOfTurn: tokens.indexOf('<|im_end|>'),
    chatTemplate: tokenizer.chat_template,
  }
}
