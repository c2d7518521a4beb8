import {
  type Engine,
  EngineError,
  type EngineInput,
  type EngineMark,
  type EnginePrompt,
  type EngineReply,
  type EngineRequest,
  type PrepareOptions,
  type TokenLogprob,
} from '../engine'
import type { Exchange } from './exchange'
import { fromEngineError } from './http-error'
import { requireKnownTokens } from './known-tokens'
import type { WorkerMetrics } from './metrics'
import { whileHeld } from './read-body'

export type Listener = {
  onText: (piece: string, logprobs?: TokenLogprob[]) => void
  onMark?: (mark: EngineMark) => void
  /** This reply is complete; others of the same request may still be written. */
  onReply?: (reply: EngineReply) => void
}

export type GenerateOptions = {
  engine: Engine
  metrics: WorkerMetrics
  prompts: EnginePrompt[]
  request: Omit<EngineRequest, 'prompt' | 'signal' | 'onText' | 'onStep' | 'onMark'>
  /** Replies a prompt. */
  count: number
  signal: AbortSignal
  /** Takes the tokens of the prompts, and later those that were written, also of a reply that nobody waited for to its end. */
  spend: (tokens: number, isWritten?: boolean) => void
  /** The parameter that holds the prompt, for errors; and what others of the engine's are called in this request. */
  input: 'messages' | 'prompt'
  names?: Record<string, string>
  /** When the request came in, by performance.now(). */
  startedAt: number
  listen: (index: number) => Listener
}

/**
 * Hands the requests to the engine, `count` a prompt. When one fails the others are given up. What is refused before it begins costs
 * its caller no tokens.
 *
 * @returns the replies in their order, once all are complete
 * @throws HttpError, synchronously for what the engine or a limit refuses at once
 */
export function generate({ engine, metrics, prompts, request, count, ...options }: GenerateOptions): Promise<EngineReply[]> {
  const promptTokens = prompts.reduce((sum, prompt) => sum + prompt.tokens.length, 0)
  options.spend(promptTokens)
  const unread = new Map(prompts.map((prompt) => [prompt, 0]))
  // A prompt of which nothing is computed, for none of its replies; a client who goes meanwhile has had its place in the queue.
  const giveBackUnread = (prompt: EnginePrompt) => {
    const copies = (unread.get(prompt) ?? 0) + 1
    unread.set(prompt, copies)
    if (copies === count && !options.signal.aborted) options.spend(-prompt.tokens.length, true)
  }
  const failed = new AbortController()
  const signal = AbortSignal.any([options.signal, failed.signal])
  if (request.logitBias) requireKnownTokens(engine.model, request.logitBias.keys(), 'logit_bias')
  const translate = (error: unknown): never => {
    failed.abort()
    if (!(error instanceof EngineError)) throw error
    throw fromEngineError(error, retryAfterSeconds(engine), options.input, options.names)
  }
  // Replies of one request must differ, and be the same again with the same seed; without one the engine draws one for each.
  const { seed: firstSeed } = request
  const submit = (prompt: EnginePrompt, index: number, copy: number): Promise<EngineReply> => {
    const timing = metrics.timeReply(prompt.tokens.length, options.startedAt)
    const listener = options.listen(index)
    const submitted = engine.submit({
      ...request,
      prompt,
      signal,
      // The engine takes 32 bits of it; beyond the largest exact integer two copies would have the same.
      ...(firstSeed !== undefined && { seed: (firstSeed >>> 0) + copy }),
      onText: listener.onText,
      onStep: timing.step,
      ...(listener.onMark && { onMark: listener.onMark }),
    })
    return submitted.then(
      (reply) => {
        options.spend(reply.completionTokens, true)
        timing.done(reply)
        listener.onReply?.(reply)
        return reply
      },
      (error: unknown) => {
        if (error instanceof EngineError) {
          options.spend(error.writtenTokens, true)
          if (error.code === 'aborted') timing.aborted()
          if (error.isUnread && !isRefused) giveBackUnread(prompt)
        }
        throw error
      },
    )
  }
  const replies: Promise<EngineReply>[] = []
  let isRefused = false
  try {
    for (const prompt of prompts) {
      for (let copy = 0; copy < count; copy++) {
        const reply = submit(prompt, replies.length, copy)
        // Each has somebody who waits for it: of two that fail, and where the engine refuses the next one at once.
        reply.catch(() => {})
        replies.push(reply)
      }
    }
  } catch (error) {
    isRefused = true
    options.spend(-promptTokens, true)
    return translate(error)
  }
  return Promise.all(replies).catch(translate)
}

/**
 * Asks the engine for a prompt; its refusals become answers.
 *
 * @param names what the wire called a parameter of the engine in this request, where it has several words for it
 */
export async function prepare(
  exchange: Exchange,
  input: EngineInput,
  options: PrepareOptions,
  names: Record<string, string> = {},
): Promise<EnginePrompt> {
  try {
    return await whileHeld(exchange, () => exchange.engine().prepare(input, options))
  } catch (error) {
    if (!(error instanceof EngineError)) throw error
    throw fromEngineError(error, 1, 'messages' in input ? 'messages' : 'prompt', names)
  }
}

/** What the engine expects, or about a second a reply and slot: a guess that keeps a crowd from coming back all at once. */
function retryAfterSeconds(engine: Engine): number {
  const { waiting, slots, estimatedWaitMs } = engine.load()
  const seconds = estimatedWaitMs > 0 ? estimatedWaitMs / 1000 : waiting / slots
  return Math.min(30, Math.max(1, Math.ceil(seconds)))
}
