import { randomUUID } from 'node:crypto'
import type { ErrorBody, Usage } from '../../lib/inference/protocol'
import type { EngineInput, EnginePrompt, EngineReply } from '../engine'
import { usageOf } from './chat/shapes'
import { type CompletionRequest, completionSchema } from './completion-schema'
import { EventStream } from './event-stream'
import type { Exchange } from './exchange'
import { generate, prepare } from './generate'
import { hangUpSignal } from './hang-up'
import { requireKnownTokens } from './known-tokens'
import { requireModel } from './models'
import { parseBody } from './parse-body'
import { readBody } from './read-body'
import { type RequestHeaders, readHeaders, withinDeadline } from './request-headers'
import { samplingOf } from './sampling'
import { sendJson } from './send-json'
import { characterCount, type TextLogprobs, textLogprobs } from './text-logprobs'

// OpenAI's default for this address; a chat has none.
const DEFAULT_MAX_TOKENS = 16

type Choice = { index: number; text: string; logprobs: TextLogprobs | null; finish_reason: 'stop' | 'length' | null }
type TextInput = Exclude<EngineInput, { messages: unknown }>
type TextCompletion = { id: string; object: 'text_completion'; created: number; model: string; choices: Choice[]; usage?: Usage | null }

/**
 * `POST /v1/completions`: text or tokens that the model goes on with, without any chat template.
 *
 * @throws HttpError for everything that goes wrong before the first byte of the answer
 */
export async function completeText(exchange: Exchange): Promise<void> {
  const { response } = exchange
  const headers = readHeaders(exchange)
  const asked = parseBody(completionSchema, (await readBody(exchange)).json)
  requireModel(exchange.engine().model, asked.model)
  const hangUp = hangUpSignal(exchange)
  const inputs = inputsOf(asked.prompt)
  const prompts = await promptsOf(exchange, inputs, hangUp)
  const started = (signal: AbortSignal, onChunk?: (chunk: TextCompletion) => void) =>
    startText(exchange, { ...asked, inputs, prompts }, { ...headers, signal, onChunk })
  if (headers.isAsync && !asked.stream) {
    return exchange.jobs.start(exchange, (signal) => ({ completion: started(signal), headers: {} }))
  }
  if (!asked.stream) {
    sendJson(exchange, 200, await started(hangUp), exchange.headers)
    return
  }

  let stream: EventStream<TextCompletion | ErrorBody> | null = null
  const waiting: TextCompletion[] = []
  const completion = started(hangUp, (chunk) => (stream ? stream.send(chunk) : waiting.push(chunk)))
  stream = new EventStream<TextCompletion | ErrorBody>(response, exchange.headers, { merge: mergeChunks, limits: exchange.limits })
  exchange.onFailure = (error) => {
    stream?.send(error.body)
    stream?.end(false)
  }
  for (const chunk of waiting) stream.send(chunk)
  const { usage, ...head } = await completion
  if (asked.stream_options?.include_usage) stream.send({ ...head, choices: [], usage })
  stream.end(true)
}

type StartOptions = RequestHeaders & { signal: AbortSignal; onChunk?: (chunk: TextCompletion) => void }

/** The prompts as tokens, one after the other; this may take turns, and nothing has begun yet. */
async function promptsOf(exchange: Exchange, inputs: TextInput[], signal: AbortSignal): Promise<EnginePrompt[]> {
  const { model } = exchange.engine()
  for (const input of inputs) if ('tokens' in input) requireKnownTokens(model, input.tokens, 'prompt')
  const prompts: EnginePrompt[] = []
  for (const input of inputs) prompts.push(await prepare(exchange, input, { truncation: 'disabled', signal }))
  return prompts
}

function startText(
  exchange: Exchange,
  asked: CompletionRequest & { inputs: TextInput[]; prompts: EnginePrompt[] },
  { signal, onChunk, priority, startBy }: StartOptions,
): Promise<TextCompletion> {
  const { inputs, prompts } = asked
  const engine = exchange.engine()
  const count = asked.n ?? 1
  const head = {
    id: `cmpl-${randomUUID()}`,
    object: 'text_completion' as const,
    created: Math.floor(Date.now() / 1000),
    model: engine.model.name,
  }
  const withUsage = asked.stream_options?.include_usage ?? false
  const tell = (choice: Choice) => onChunk?.({ ...head, choices: [choice], ...(withUsage && { usage: null }) })
  const echoes = inputs.map((input) => (asked.echo ? ('text' in input ? input.text : engine.detokenize(input.tokens)) : ''))
  const lengths = Array.from({ length: inputs.length * count }, (_, index) => characterCount(echoes[Math.floor(index / count)] ?? ''))
  const replies = generate({
    engine,
    metrics: exchange.metrics,
    prompts,
    request: {
      ...samplingOf(asked),
      maxTokens: asked.max_tokens ?? DEFAULT_MAX_TOKENS,
      priority,
      ...(typeof asked.logprobs === 'number' && { topLogprobs: asked.logprobs }),
      ...withinDeadline({ startBy }),
    },
    count,
    signal,
    spend: exchange.spend,
    input: 'prompt',
    startedAt: exchange.startedAt,
    listen(index) {
      const echo = echoes[Math.floor(index / count)] ?? ''
      if (echo !== '') tell({ index, text: echo, logprobs: null, finish_reason: null })
      return {
        onText(piece, logprobs = []) {
          const shown = textLogprobs(logprobs, lengths[index] ?? 0)
          lengths[index] = (lengths[index] ?? 0) + characterCount(piece)
          tell({ index, text: piece, logprobs: shown, finish_reason: null })
        },
        onReply: (reply) => tell({ index, text: '', logprobs: null, finish_reason: reply.finishReason }),
      }
    },
  })
  return replies.then((done) => {
    const usage = usageOfAll(done, count)
    const choices = done.map((reply, index): Choice => {
      const echo = echoes[Math.floor(index / count)] ?? ''
      return {
        index,
        text: echo + reply.text,
        logprobs: textLogprobs(reply.logprobs ?? [], characterCount(echo)),
        finish_reason: reply.finishReason,
      }
    })
    return { ...head, choices, usage }
  })
}

/** One prompt or several, as text or as tokens. */
function inputsOf(prompt: CompletionRequest['prompt']): TextInput[] {
  if (typeof prompt === 'string') return [{ text: prompt }]
  const [first] = prompt
  if (typeof first === 'number') return [{ tokens: prompt as number[] }]
  return (prompt as (string | number[])[]).map((one) => (typeof one === 'string' ? { text: one } : { tokens: one }))
}

/** Each prompt counts once. */
function usageOfAll(replies: EngineReply[], count: number): Usage {
  const parts = replies
    .filter((_, index) => index % count === 0)
    .map((_, index) => usageOf(replies.slice(index * count, (index + 1) * count)))
  const sum = (read: (usage: Usage) => number) => parts.reduce((total, part) => total + read(part), 0)
  return {
    prompt_tokens: sum((part) => part.prompt_tokens),
    completion_tokens: sum((part) => part.completion_tokens),
    total_tokens: sum((part) => part.total_tokens),
    prompt_tokens_details: { cached_tokens: sum((part) => part.prompt_tokens_details?.cached_tokens ?? 0) },
  }
}

function mergeChunks(earlier: TextCompletion | ErrorBody, later: TextCompletion | ErrorBody): TextCompletion | null {
  if ('error' in earlier || 'error' in later) return null
  const [a, b] = [earlier.choices[0], later.choices[0]]
  if (!a || !b || a.index !== b.index || a.finish_reason || b.finish_reason) return null
  const keys = ['tokens', 'token_logprobs', 'top_logprobs', 'text_offset'] as const
  const both = a.logprobs && b.logprobs
  if (!both && (a.logprobs || b.logprobs)) return null
  const logprobs = both
    ? (Object.fromEntries(keys.map((key) => [key, [...(a.logprobs?.[key] ?? []), ...(b.logprobs?.[key] ?? [])]])) as TextLogprobs)
    : null
  return { ...earlier, choices: [{ ...a, text: a.text + b.text, logprobs }] }
}
