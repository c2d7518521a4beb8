import { z } from 'zod'
import { MAX_COMPLETION_TOKENS } from '../../lib/inference/protocol'
import { listOf, recordOf } from './bounded'
import { mayBeObject } from './json-schema/objects-only'

/**
 * The body of `POST /v1/chat/completions`. Strict on purpose: a parameter that is ignored in silence is a wrong answer,
 * and OpenAI refuses unknown ones too. What it accepts and gives no meaning to is what OpenAI's clients send for OpenAI's
 * own bookkeeping.
 */

// OpenAI's own limit of messages; parts and calls of one message have none there, and as many are more than anyone sends.
const MAX_MESSAGES = 2048
const MAX_PARTS = 2048
/** OpenAI's own limit. */
export const MAX_TOOLS = 128
// OpenAI's limits: 16 pairs, and as many biases as a vocabulary has tokens (Qwen's has 151,936).
const MAX_METADATA = 16
const MAX_BIASES = 300_000

// Where a prompt may be cut for OpenAI's cache. Here every prefix is kept without being told.
const cacheMark = z.strictObject({ mode: z.literal('explicit') }).nullish()
const textPart = z.strictObject({ type: z.literal('text'), text: z.string(), prompt_cache_breakpoint: cacheMark })
const imagePart = z.strictObject({
  type: z.literal('image_url'),
  prompt_cache_breakpoint: cacheMark,
  image_url: z.strictObject({ url: z.string().min(1), detail: z.enum(['auto', 'low', 'high']).nullish() }),
})
const texts = z.union([z.string(), listOf(textPart, { max: MAX_PARTS })])
const contents = z.union([z.string(), listOf(z.discriminatedUnion('type', [textPart, imagePart]), { max: MAX_PARTS })])
const refusalPart = z.strictObject({ type: z.literal('refusal'), refusal: z.string() })
const replies = z.union([z.string(), listOf(z.discriminatedUnion('type', [textPart, refusalPart]), { max: MAX_PARTS })])
const name = z.string().nullish()

const toolCall = z.strictObject({
  id: z.string(),
  type: z.literal('function'),
  function: z.strictObject({ name: z.string(), arguments: z.string() }),
  index: z.int().nullish(),
})

const messageSchema = z.discriminatedUnion('role', [
  z.strictObject({ role: z.literal('system'), content: texts, name }),
  z.strictObject({ role: z.literal('developer'), content: texts, name }),
  z.strictObject({ role: z.literal('user'), content: contents, name }),
  z.strictObject({
    role: z.literal('assistant'),
    content: replies.nullish(),
    reasoning_content: z.string().nullish(),
    refusal: z.string().nullish(),
    tool_calls: listOf(toolCall, { max: MAX_PARTS }).nullish(),
    annotations: z.array(z.unknown()).max(MAX_PARTS).nullish(),
    audio: z.null().optional(),
    function_call: z.null().optional(),
    name,
  }),
  z.strictObject({ role: z.literal('tool'), content: texts, tool_call_id: z.string(), name }),
])

export const messagesSchema = listOf(messageSchema, { min: 1, max: MAX_MESSAGES })

const toolName = z.string().regex(/^[a-zA-Z0-9_-]{1,64}$/)
const tool = z.strictObject({
  type: z.literal('function'),
  function: z.strictObject({
    name: toolName,
    description: z.string().nullish(),
    parameters: z.record(z.string(), z.unknown()).nullish(),
    strict: z.boolean().nullish(),
  }),
})

const namedTool = z.strictObject({ type: z.literal('function'), function: z.strictObject({ name: toolName }) })

const responseFormat = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text') }),
  z.strictObject({ type: z.literal('json_object') }),
  z.strictObject({
    type: z.literal('json_schema'),
    json_schema: z.strictObject({
      name: toolName,
      description: z.string().nullish(),
      schema: z.record(z.string(), z.unknown()),
      strict: z.boolean().nullish(),
    }),
  }),
])

const completionTokens = z.int().min(1).max(MAX_COMPLETION_TOKENS).nullish()
const penalty = z.number().min(-2).max(2).nullish()

/** As OpenAI has it, 64 bits; JSON.parse rounds those beyond 53, the same number always to the same. */
const seed = z
  .number()
  .min(-(2 ** 63))
  .max(2 ** 63)
  .refine(Number.isInteger, {
    error: "Invalid type for 'seed': expected an integer, but got a decimal number instead.",
    params: { code: 'invalid_type' },
  })

/** What chat and text completions have in common. */
export const samplingShape = {
  model: z.string().min(1),
  temperature: z.number().min(0).max(2).nullish(),
  top_p: z.number().min(0).max(1).nullish(),
  /** As vLLM and llama-server have it: 0 or -1 leaves every token. */
  top_k: z.int().min(-1).max(1_000_000).nullish(),
  min_p: z.number().min(0).max(1).nullish(),
  n: z.int().min(1).max(4).nullish(),
  stop: z.union([z.string().min(1), z.array(z.string().min(1)).max(4)]).nullish(),
  seed: seed.nullish(),
  presence_penalty: penalty,
  frequency_penalty: penalty,
  logit_bias: recordOf(z.string().regex(/^\d{1,7}$/), z.number().min(-100).max(100), { max: MAX_BIASES }).nullish(),
  stream: z.boolean().nullish(),
  stream_options: z.strictObject({ include_usage: z.boolean().nullish(), include_obfuscation: z.boolean().nullish() }).nullish(),
  user: z.string().nullish(),
}

export const chatSchema = z
  .strictObject({
    ...samplingShape,
    messages: messagesSchema,
    max_tokens: completionTokens,
    max_completion_tokens: completionTokens,
    logprobs: z.boolean().nullish(),
    top_logprobs: z.int().min(0).max(20).nullish(),
    response_format: responseFormat.nullish(),
    tools: listOf(tool, { max: MAX_TOOLS }).nullish(),
    tool_choice: z
      .union([
        z.enum(['none', 'auto', 'required']),
        z.discriminatedUnion('type', [
          namedTool,
          z.strictObject({
            type: z.literal('allowed_tools'),
            allowed_tools: z.strictObject({ mode: z.enum(['auto', 'required']), tools: listOf(namedTool, { min: 1, max: MAX_TOOLS }) }),
          }),
        ]),
      ])
      .nullish(),
    parallel_tool_calls: z.boolean().nullish(),
    chat_template_kwargs: z.strictObject({ enable_thinking: z.boolean().optional() }).nullish(),
    reasoning_effort: z.enum(['none', 'minimal', 'low', 'medium', 'high', 'xhigh', 'max']).nullish(),
    truncation: z.enum(['auto', 'disabled']).nullish(),
    // OpenAI's own bookkeeping, and what a text model does anyway.
    store: z.boolean().nullish(),
    metadata: recordOf(z.string(), z.string(), { max: MAX_METADATA }).nullish(),
    service_tier: z.string().nullish(),
    safety_identifier: z.string().nullish(),
    prompt_cache_key: z.string().nullish(),
    prompt_cache_retention: z.string().nullish(),
    prompt_cache_options: z.strictObject({ mode: z.enum(['implicit', 'explicit']).nullish(), ttl: z.string().nullish() }).nullish(),
    prediction: z.strictObject({ type: z.literal('content'), content: texts }).nullish(),
    modalities: z.array(z.literal('text')).max(8).nullish(),
    verbosity: z.literal('medium').nullish(),
    audio: z.null().optional(),
    moderation: z.null().optional(),
    web_search_options: z.null().optional(),
    functions: z.null().optional(),
    function_call: z.null().optional(),
  })
  .check((context) => {
    for (const { param, message, code } of contradictions(context.value)) {
      context.issues.push({ code: 'custom', path: [param], message, input: context.value, ...(code && { params: { code } }) })
    }
  })

export type ChatRequest = z.infer<typeof chatSchema>
export type ChatMessage = z.infer<typeof messageSchema>

type Named = { function: { name: string } }
type ToolChoice = string | ({ type: 'function' } & Named) | { type: 'allowed_tools'; allowed_tools: { tools: Named[] } }

type Parts = {
  max_tokens?: number | null
  max_completion_tokens?: number | null
  stream?: boolean | null
  stream_options?: unknown
  logprobs?: unknown
  top_logprobs?: number | null
  tools?: { function: { name: string; parameters?: Record<string, unknown> | null } }[] | null
  tool_choice?: ToolChoice | null
  parallel_tool_calls?: boolean | null
}

/** What is right by itself and not together. */
function* contradictions(body: Parts): Generator<{ param: string; message: string; code?: string }> {
  const { tools, tool_choice: choice } = body
  if (body.max_tokens != null && body.max_completion_tokens != null) {
    const message = "Setting 'max_tokens' and 'max_completion_tokens' at the same time is not supported."
    yield { param: 'max_tokens', message, code: 'invalid_parameter_combination' }
  }
  if (body.stream_options && !body.stream)
    yield { param: 'stream_options', message: "The 'stream_options' parameter is only allowed when 'stream' is enabled." }
  if (typeof body.top_logprobs === 'number' && !body.logprobs)
    yield { param: 'top_logprobs', message: "The 'top_logprobs' parameter is only allowed when 'logprobs' is enabled." }
  if (choice && choice !== 'none' && !tools?.length)
    yield { param: 'tool_choice', message: "'tool_choice' is only allowed when 'tools' are specified." }
  const wrong = tools?.find(({ function: { parameters } }) => !mayBeObject(parameters?.type))?.function
  if (wrong) {
    const type = JSON.stringify(wrong.parameters?.type).slice(0, 64)
    const message = `Invalid schema for function '${wrong.name}': schema must be a JSON Schema of 'type: "object"', got 'type: ${type}'.`
    yield { param: 'tools', message, code: 'invalid_function_parameters' }
  }
  const chosen = typeof choice !== 'object' || choice === null ? [] : choice.type === 'function' ? [choice] : choice.allowed_tools.tools
  if (tools?.length && chosen.some((one) => !tools.some((tool) => tool.function.name === one.function.name)))
    yield { param: 'tool_choice', message: "Tool choice 'function' not found in 'tools' parameter." }
}
