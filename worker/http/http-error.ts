import type { ErrorBody } from '../../lib/inference/protocol'
import type { EngineError, EngineErrorCode } from '../engine'

/** An answer that is not 2xx, in the words and fields of OpenAI's error objects. */
export class HttpError extends Error {
  readonly status: number
  readonly code: string
  readonly param: string | null
  readonly headers: Record<string, string>

  constructor(
    status: number,
    code: string,
    message: string,
    more: { param?: string; headers?: Record<string, string>; cause?: unknown } = {},
  ) {
    super(message, { cause: more.cause })
    this.name = 'HttpError'
    this.status = status
    this.code = code
    this.param = more.param ?? null
    this.headers = more.headers ?? {}
  }

  get body(): ErrorBody {
    const type = this.status >= 500 ? 'server_error' : 'invalid_request_error'
    return { error: { message: this.message, type, param: this.param, code: this.code } }
  }
}

// 499 is nginx's number for a client that has gone; nobody reads it but the metrics.
const STATUS: Record<EngineErrorCode, number> = {
  context_length_exceeded: 400,
  invalid_grammar: 400,
  unsupported: 400,
  aborted: 499,
  decode_failed: 500,
  cannot_start_in_time: 503,
  queue_full: 503,
  stopping: 503,
}

/** What a refusal or loss of the engine looks like on the wire. `retryAfterSeconds` goes with 503. */
export function fromEngineError(error: EngineError, retryAfterSeconds: number): HttpError {
  const status = STATUS[error.code]
  const headers: Record<string, string> = status === 503 ? { 'retry-after': String(retryAfterSeconds) } : {}
  const param = error.code === 'context_length_exceeded' ? 'messages' : error.details.param
  return new HttpError(status, error.code, error.message, { param, headers, cause: error })
}
