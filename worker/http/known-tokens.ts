import type { EngineModel } from '../engine'
import { HttpError } from './http-error'

/**
 * That tokens which a client names exist: llama.cpp fails on any other, and with it everyone in the same batch.
 *
 * @throws HttpError 400
 */
export function requireKnownTokens({ vocabularySize }: EngineModel, tokens: Iterable<number>, param: string): void {
  for (const token of tokens) {
    if (token < vocabularySize) continue
    const message = `Invalid '${param}': token ${token} is not in the vocabulary of this model, which has ${vocabularySize}.`
    throw new HttpError(400, 'invalid_value', message, { param })
  }
}
