import type { ErrorBody } from '../../lib/inference/protocol'
import type { EngineError, EngineErrorCode } from '../engine'

type More = { param?: string; headers?: Record<string, string>; type?: string; cause?: unknown }

/** An answer that is not 2xx, in the words and fields of OpenAI's error objects. */
export class HttpError extends Error {
  readonly status: number
  readonly code: string | null
  readonly param: string | null
  readonly headers: Record<string, string>
  readonly type: string

  constructor(status: number, code: string | null, message: string, more: More = {}) {
    super(message, { cause: more.cause })
    this.name = 'HttpError'
    this.status = status
    this.code = code
    this.param = more.param ?? null
    this.headers = more.headers ?? {}
    this.type = more.type ?? (status >= 500 ? 'server_error' : 'invalid_request_error')
  }

  get body(): ErrorBody {
    return { error: { message: this.message, type: this.type, param: this.param, code: this.code } }
  }
}

// 499 is nginx's number for a client that has gone; nobody reads it but the metrics.
const STATUS: Record<EngineErrorCode, number> = {
  context_length_exceeded: 400,
  invalid_input: 400,
  invalid_grammar: 400,
  unsupported: 400,
  aborted: 499,
  decode_failed: 500,
  cannot_start_in_time: 503,
  queue_full: 503,
  stopping: 503,
}

/** What the engine calls a parameter, and what the wire does. */
const PARAMETERS: Record<string, string> = {
  topK: 'top_k',
  minP: 'min_p',
  topP: 'top_p',
  presencePenalty: 'presence_penalty',
  frequencyPenalty: 'frequency_penalty',
  logitBias: 'logit_bias',
  grammar: 'response_format',
  topLogprobs: 'logprobs',
  enableThinking: 'chat_template_kwargs.enable_thinking',
  maxTokens: 'max_tokens',
}

/**
 * What a refusal or loss of the engine looks like on the wire.
 *
 * @param retryAfterSeconds goes with 503, unless the engine knows better
 * @param input the parameter that holds the prompt
 * @param names what this request called a parameter of the engine, where that is not what others call it
 */
export function fromEngineError(
  error: EngineError,
  retryAfterSeconds: number,
  input: 'messages' | 'prompt' = 'messages',
  names: Record<string, string> = {},
): HttpError {
  const { code, details, cause } = error
  const status = STATUS[code]
  if (code === 'context_length_exceeded') {
    const { limit, asked, isAtLeast } = details
    const message = `This model's maximum context length is ${limit} tokens. However, your ${input} resulted in ${isAtLeast ? 'at least ' : ''}${asked} tokens. Please reduce the length of the ${input}.`
    return new HttpError(status, code, limit === undefined ? error.message : message, { param: input, cause: error })
  }
  if (code === 'invalid_grammar') {
    // Our own grammars are right; llama.cpp refuses some for the sum of their repetitions.
    const isOfTools = names.grammar === 'tools'
    const [param, refusal] = isOfTools ? ['tools', 'invalid_function_parameters'] : ['response_format', 'invalid_json_schema']
    const message = `Invalid schema for '${param}': it is too complex, with too many or too long repetitions.`
    return new HttpError(status, refusal, message, { param, cause: error })
  }
  if (code === 'unsupported') {
    const given = details.param ?? 'messages'
    const param = names[given] ?? PARAMETERS[given] ?? given
    return new HttpError(status, 'unsupported_parameter', `Unsupported parameter: '${param}' is not supported with this model.`, {
      param,
      cause: error,
    })
  }
  const headers: Record<string, string> = {}
  if (status === 503) headers['retry-after'] = String(retryAfterSeconds)
  if (details.waitMs !== undefined) {
    headers['retry-after'] = String(Math.max(1, Math.ceil(details.waitMs / 1000)))
    headers['x-deskhand-wait-ms'] = String(Math.round(details.waitMs))
  }
  return new HttpError(status, code, error.message, { headers, cause: cause ?? error })
}
