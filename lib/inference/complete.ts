import { type ModelProfile, profileOf } from '@/lib/inference/current-model'
import { InferenceError } from '@/lib/inference/inference-error'
import { type ChatMessage, chatChunkSchema, errorBodySchema, PRIORITY_HEADER, type Priority, type Usage } from '@/lib/inference/protocol'
import { readEventStream } from '@/lib/inference/read-event-stream'
import { availableServers, type InferenceServer, inferenceHeaders } from '@/lib/inference/servers'

export type CompletionRequest = {
  messages: ChatMessage[]
  maxTokens: number
  temperature: number
  /** For a draw that can be drawn again. Greedy decoding has no use for one, and our worker computes a request with a seed apart. */
  seed?: number
  priority: Priority
  /** Gives the call up; the server frees its slot. */
  signal: AbortSignal
  /** A call that takes longer counts as a failure of the server, though it goes on: a late draft is still worth having. */
  patienceMs?: number
  /** The text so far, at every piece. Returning false ends the call: the text is not worth finishing. */
  onText?: (textSoFar: string) => boolean
}

export type Completion = {
  text: string
  /** `cut`: `onText` ended it. */
  finishReason: 'stop' | 'length' | 'cut'
  usage: Usage | null
  /** From the request to the first piece of text, in milliseconds; null when none came. */
  firstTextMs: number | null
}

/** A server that can be asked now, with its model's profile. */
export type Inference = { server: InferenceServer; profile: ModelProfile }

/**
 * Chooses the server to ask, none of `tried`.
 * @throws InferenceError breaker_open when every circuit is open, unreachable when none ever answered
 */
export async function chooseInference(tried: InferenceServer[] = []): Promise<Inference> {
  const servers = availableServers(tried)
  if (servers.length === 0) throw new InferenceError('breaker_open', 'every inference server is resting after failures')
  for (const server of servers) {
    const profile = await profileOf(server)
    if (profile) return { server, profile }
    server.breaker.failure()
  }
  throw new InferenceError('unreachable', 'no inference server could be reached')
}

/**
 * One chat completion, streamed. Reports to the server's circuit breaker.
 * @throws InferenceError unreachable, busy (the server's queue is full), bad_output (not the protocol), breaker_open;
 *   timeout when `signal` was aborted with a TimeoutError; the signal's own reason when it was aborted otherwise
 */
export async function complete({ server, profile }: Inference, request: CompletionRequest): Promise<Completion> {
  if (!server.breaker.tryEnter()) throw new InferenceError('breaker_open', 'the server is resting after failures')
  server.inFlight++
  server.askedAt = performance.now()
  let hasFailed = false
  const fail = () => {
    if (!hasFailed) server.breaker.failure()
    hasFailed = true
  }
  const impatience = request.patienceMs === undefined ? undefined : setTimeout(fail, request.patienceMs).unref()
  try {
    const completion = await stream(server, profile, request)
    server.breaker.success()
    return completion
  } catch (cause) {
    const error = asInferenceError(cause, request.signal)
    if (error instanceof InferenceError && error.reason !== 'busy') fail()
    else server.breaker.release()
    throw error
  } finally {
    clearTimeout(impatience)
    server.inFlight--
  }
}

async function stream(server: InferenceServer, profile: ModelProfile, request: CompletionRequest): Promise<Completion> {
  const startedAt = performance.now()
  // Cutting a reply short must close the connection, or the server would write on for nobody.
  const cut = new AbortController()
  const response = await fetch(`${server.url}/v1/chat/completions`, {
    method: 'POST',
    headers: { ...inferenceHeaders(), [PRIORITY_HEADER]: request.priority },
    body: JSON.stringify({
      model: profile.name,
      messages: request.messages,
      max_tokens: request.maxTokens,
      temperature: request.temperature,
      seed: request.seed,
      stream: true,
      stream_options: { include_usage: true },
    }),
    signal: AbortSignal.any([request.signal, cut.signal]),
  })
  if (!response.ok || !response.body) throw await refusal(response)

  let text = ''
  let usage: Usage | null = null
  let finishReason: string | null = null
  let firstTextMs: number | null = null
  try {
    for await (const payload of readEventStream(response.body)) {
      const chunk = readChunk(payload)
      usage = chunk.usage ?? usage
      const choice = chunk.choices[0]
      finishReason = choice?.finish_reason ?? finishReason
      const piece = choice?.delta.content
      if (!piece) continue
      firstTextMs ??= performance.now() - startedAt
      text += piece
      if (request.onText?.(text) === false) return { text, finishReason: 'cut', usage, firstTextMs }
    }
    if (finishReason === null) throw new InferenceError('bad_output', 'the stream ended before the reply did')
  } finally {
    cut.abort()
  }
  return { text, finishReason: finishReason === 'length' ? 'length' : 'stop', usage, firstTextMs }
}

function readChunk(payload: string) {
  let value: unknown
  try {
    value = JSON.parse(payload)
  } catch (cause) {
    throw new InferenceError('bad_output', 'an event of the stream is not JSON', { cause })
  }
  const failure = errorBodySchema.safeParse(value)
  if (failure.success) {
    // The server's own failure passes, as when it had died; anything else would be the same again.
    const reason = failure.data.error.type === 'server_error' ? 'unreachable' : 'bad_output'
    throw new InferenceError(reason, `the server gave up: ${failure.data.error.message.slice(0, 200)}`)
  }
  const chunk = chatChunkSchema.safeParse(value)
  if (!chunk.success) throw new InferenceError('bad_output', 'an event of the stream is not a chat chunk', { cause: chunk.error })
  return chunk.data
}

async function refusal(response: Response): Promise<InferenceError> {
  const body = errorBodySchema.safeParse(await response.json().catch(() => null))
  const said = body.success ? body.data.error.message.slice(0, 200) : 'no reason given'
  const isBusy = response.status === 429 || response.status === 503
  const reason = isBusy ? 'busy' : response.status >= 500 ? 'unreachable' : 'bad_output'
  return new InferenceError(reason, `the server answered ${response.status}: ${said}`)
}

function asInferenceError(cause: unknown, signal: AbortSignal): unknown {
  if (cause instanceof InferenceError) return cause
  if (signal.aborted) {
    const isTimeout = signal.reason instanceof DOMException && signal.reason.name === 'TimeoutError'
    return isTimeout ? new InferenceError('timeout', 'the model took too long', { cause }) : signal.reason
  }
  return new InferenceError('unreachable', 'the inference server could not be reached', { cause })
}
