import { z } from 'zod'
import { listOf, tokensOf } from './bounded'

// OpenAI's limits: texts of one request, and tokens of one text.
const MAX_TEXTS = 2_048
const MAX_TOKENS = 8_192
const MAX_DOCUMENTS = 1_000

const text = z.string().min(1)
const tokens = tokensOf({ max: MAX_TOKENS })

/** The body of `POST /v1/embeddings`; what is unknown is refused, as in a chat. */
export const embeddingRequestSchema = z.strictObject({
  model: z.string().min(1),
  input: z.union([text, listOf(text, { min: 1, max: MAX_TEXTS }), tokens, listOf(tokens, { min: 1, max: MAX_TEXTS })], {
    error: 'must be a text, at most 2048 texts, or tokens of one or as many; none may be empty',
  }),
  encoding_format: z.enum(['float', 'base64']).nullish(),
  dimensions: z.int().min(1).nullish(),
  user: z.string().nullish(),
})
export type EmbeddingRequest = z.infer<typeof embeddingRequestSchema>

const document = z.union([text, z.strictObject({ text })], { error: 'must be a text or {text}, not empty' })

/** The body of `POST /v1/rerank`, as Jina, Cohere, llama-server and vLLM have it. */
export const rerankRequestSchema = z.strictObject({
  /** llama-server wants none. */
  model: z.string().min(1).nullish(),
  query: text,
  documents: listOf(document, { min: 1, max: MAX_DOCUMENTS }),
  top_n: z.int().min(1).nullish(),
  return_documents: z.boolean().nullish(),
  user: z.string().nullish(),
})
