import { z } from 'zod'

/**
 * The OpenAI chat shapes that the web and the worker share. The web parses replies leniently, because vLLM, SGLang and
 * llama-server answer in the same shapes with fields of their own; what the worker takes stands in worker/http.
 */

/** The most tokens one reply may ask for; more is a 400. */
export const MAX_COMPLETION_TOKENS = 8192

/**
 * Whether somebody is waiting (`interactive`, the default) or a draft is made ahead (`background`). It travels as a
 * header and not in the body, so that any other OpenAI server ignores it; vLLM has a numeric `priority` in the body.
 */
export const PRIORITY_HEADER = 'x-priority'
export const prioritySchema = z.enum(['interactive', 'background'])
export type Priority = z.infer<typeof prioritySchema>

const textPartSchema = z.object({ type: z.literal('text'), text: z.string() })

const chatMessageSchema = z.object({
  role: z.enum(['system', 'developer', 'user', 'assistant']),
  content: z.union([z.string(), z.array(textPartSchema)], { error: 'must be a string or a list of text parts' }),
})
export type ChatMessage = z.infer<typeof chatMessageSchema>

const usageSchema = z.object({
  prompt_tokens: z.number(),
  completion_tokens: z.number(),
  total_tokens: z.number(),
  prompt_tokens_details: z.object({ cached_tokens: z.number().nullish() }).nullish(),
})
export type Usage = z.infer<typeof usageSchema>

export const chatResponseSchema = z.object({
  id: z.string(),
  object: z.literal('chat.completion'),
  created: z.number(),
  model: z.string(),
  choices: z
    .array(
      z.object({
        index: z.number(),
        message: z.object({ role: z.literal('assistant'), content: z.string().nullable() }),
        finish_reason: z.string().nullable(),
      }),
    )
    .min(1),
  usage: usageSchema.nullish(),
})

/** One event of a stream. The first has the role, the last choice its `finish_reason`; usage comes with no choices at all. */
export const chatChunkSchema = z.object({
  id: z.string(),
  object: z.literal('chat.completion.chunk'),
  created: z.number(),
  model: z.string(),
  choices: z.array(
    z.object({
      index: z.number(),
      delta: z.object({ role: z.string().nullish(), content: z.string().nullish() }),
      finish_reason: z.string().nullish(),
    }),
  ),
  usage: usageSchema.nullish(),
})

/** The body of every answer that is not 2xx, and of the last event of a stream that broke. */
export const errorBodySchema = z.object({
  error: z.object({
    message: z.string(),
    type: z.string().nullish(),
    param: z.string().nullish(),
    code: z.union([z.string(), z.number()]).nullish(),
  }),
})
export type ErrorBody = z.infer<typeof errorBodySchema>

/** How a model wants to be asked for a draft; what is not said is what suits a real Qwen. */
export const askedAsSchema = z.object({
  /** How many FAQ rules a prompt should hold: four for a 4B model, which chooses well among them; more make a draft slower, not better. */
  maxRules: z.int().min(1).default(4),
  /** How many earlier messages of the conversation a prompt should hold. */
  maxTurns: z.int().min(0).default(6),
  /** What stands before a rule's text: the question it answers, or its short category. */
  titleBy: z.enum(['question', 'category']).default('question'),
  /** Longer rules are cut to the sentences that fit the question best, in Han characters or English words; null keeps them whole. */
  maxRuleWords: z.int().min(1).nullable().default(null),
})
export type AskedAs = z.infer<typeof askedAsSchema>

/** What the worker knows of its model and no OpenAI field tells: the web reads the model's profile from it. */
const deskhandModelSchema = z.object({
  ...askedAsSchema.shape,
  /** The bundled demonstration model: every screen that shows its drafts says so. */
  isDemo: z.boolean(),
  /** Tokens of prompt and reply together that fit into one request. */
  contextSize: z.int().min(1),
  /** As llama.cpp names it: `Q8_0`, `Q4_K_M`… */
  quantization: z.string(),
  device: z.enum(['cpu', 'cuda', 'vulkan', 'metal']),
  threads: z.int().min(1),
})
export type DeskhandModel = z.infer<typeof deskhandModelSchema>

/** What a model beside the one that replies is for. */
const sideTaskSchema = z.enum(['embedding', 'rerank'])
export type SideTask = z.infer<typeof sideTaskSchema>

/** Other servers send no `deskhand`; the web then takes the profile of a real Qwen. */
const modelEntrySchema = z.object({
  /** It is kept with each draft, and an index of PostgreSQL holds 2,700 bytes. */
  id: z.string().max(500),
  object: z.literal('model'),
  created: z.number().nullish(),
  owned_by: z.string().nullish(),
  /** As vLLM names the length of the context. */
  max_model_len: z.int().nullish(),
  /** As llama-server names it, for one of its slots. */
  meta: z.object({ n_ctx: z.int().nullish() }).nullish(),
  deskhand: deskhandModelSchema.optional(),
  /** The worker's models that make no replies. */
  deskhand_side: z.object({ task: sideTaskSchema, contextSize: z.int().min(1), dimensions: z.int().min(1).optional() }).optional(),
})
export type ModelEntry = z.infer<typeof modelEntrySchema>

export const modelListSchema = z.object({ object: z.literal('list'), data: z.array(modelEntrySchema) })
export type ModelList = z.infer<typeof modelListSchema>

/** What `POST /v1/embeddings` answers. */
export const embeddingResponseSchema = z.object({
  object: z.literal('list'),
  data: z.array(z.object({ object: z.literal('embedding'), index: z.int().min(0), embedding: z.union([z.array(z.number()), z.string()]) })),
  model: z.string(),
  usage: z.object({ prompt_tokens: z.number(), total_tokens: z.number() }),
})
export type EmbeddingResponse = z.infer<typeof embeddingResponseSchema>

/** What `POST /v1/rerank` answers, as Jina, Cohere, llama-server and vLLM have it. */
export const rerankResponseSchema = z.object({
  object: z.string().nullish(),
  model: z.string().nullish(),
  results: z.array(z.object({ index: z.int().min(0), relevance_score: z.number(), document: z.object({ text: z.string() }).nullish() })),
  usage: z.object({ prompt_tokens: z.number().nullish(), total_tokens: z.number().nullish() }).nullish(),
})
export type RerankResponse = z.infer<typeof rerankResponseSchema>
