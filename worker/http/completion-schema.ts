import { z } from 'zod'
import { MAX_COMPLETION_TOKENS } from '../../lib/inference/protocol'
import { listOf, tokensOf } from './bounded'
import { samplingShape } from './chat-schema'

/** Prompts of one request; each is answered `n` times. */
export const MAX_PROMPTS = 16

// The largest context that a worker can have (WORKER_CONTEXT).
const tokens = tokensOf({ max: 1_048_576 })

/** The body of `POST /v1/completions`. `best_of` and `suffix` may say what is so anyway; more is refused, as by models that
 * cannot insert. */
export const completionSchema = z
  .strictObject({
    ...samplingShape,
    prompt: z.union([
      z.string().min(1),
      listOf(z.string().min(1), { min: 1, max: MAX_PROMPTS }),
      tokens,
      listOf(tokens, { min: 1, max: MAX_PROMPTS }),
    ]),
    // OpenAI's default for this address, unlike in a chat.
    max_tokens: z.int().min(1).max(MAX_COMPLETION_TOKENS).nullish(),
    echo: z.boolean().nullish(),
    logprobs: z.int().min(0).max(5).nullish(),
    suffix: z.literal('').nullish(),
    best_of: z.int().nullish(),
  })
  .check(({ value, issues }) => {
    if (value.stream_options && !value.stream) {
      const message = "The 'stream_options' parameter is only allowed when 'stream' is enabled."
      issues.push({ code: 'custom', path: ['stream_options'], message, input: value })
    }
    if (value.best_of != null && value.best_of !== (value.n ?? 1)) {
      issues.push({ code: 'custom', path: ['best_of'], message: "'best_of' is not supported.", input: value })
    }
    // Likelihoods of a prompt would mean computing it again, token by token.
    if (value.echo && typeof value.logprobs === 'number') {
      issues.push({ code: 'custom', path: ['logprobs'], message: "'logprobs' is not supported together with 'echo'.", input: value })
    }
  })

export type CompletionRequest = z.infer<typeof completionSchema>
