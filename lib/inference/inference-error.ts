/** Why the model gave no answer; also what `Suggestion.fallbackCause` says of it. */
export type InferenceCause = 'unreachable' | 'busy' | 'timeout' | 'breaker_open' | 'bad_output'

/** The model did not answer. Expected: the ladder goes on without it. */
export class InferenceError extends Error {
  readonly reason: InferenceCause

  constructor(reason: InferenceCause, message: string, { cause }: { cause?: unknown } = {}) {
    super(message, { cause })
    this.name = 'InferenceError'
    this.reason = reason
  }
}
