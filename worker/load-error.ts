/** Why a model cannot be used; for `/ready`, and for whoever decides whether to try again. */
export type LoadErrorCode = 'model_missing' | 'model_corrupt' | 'model_too_large' | 'model_unsupported' | 'device_unavailable'

/** A model that cannot be used. The message is a sentence for the person who started the worker. */
export class LoadError extends Error {
  readonly code: LoadErrorCode

  constructor(code: LoadErrorCode, message: string, options: { cause?: unknown } = {}) {
    super(message, options)
    this.name = 'LoadError'
    this.code = code
  }
}
