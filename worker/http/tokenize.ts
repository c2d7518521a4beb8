import { z } from 'zod'
import { listOf } from './bounded'
import { toEngineMessage } from './chat/plan'
import { MAX_TOOLS, messagesSchema } from './chat-schema'
import type { Exchange } from './exchange'
import { prepare } from './generate'
import { hangUpSignal } from './hang-up'
import { HttpError } from './http-error'
import { requireModel } from './models'
import { parseBody } from './parse-body'
import { readBody, whileHeld } from './read-body'
import { sendJson } from './send-json'

/** The body of `POST /v1/tokenize`. */
export const tokenizeSchema = z.strictObject({
  model: z.string().min(1).nullish(),
  prompt: z.string().nullish(),
  messages: messagesSchema.nullish(),
  tools: listOf(z.record(z.string(), z.unknown()), { max: MAX_TOOLS }).nullish(),
})

/** `POST /v1/tokenize`, as vLLM has it: the tokens of a text, or of a chat with its template around it. */
export async function tokenize(exchange: Exchange): Promise<void> {
  const { model, prompt, messages, tools } = parseBody(tokenizeSchema, (await readBody(exchange)).json)
  const engine = exchange.engine()
  if (model) requireModel(engine.model, model)
  if (typeof prompt === 'string' ? messages : !messages) {
    throw new HttpError(400, 'invalid_value', "Exactly one of 'prompt' and 'messages' must be given.", { param: 'prompt' })
  }
  const signal = hangUpSignal(exchange)
  const chat = { messages: (messages ?? []).map(toEngineMessage), ...(tools?.length && { tools }) }
  const tokens =
    typeof prompt === 'string'
      ? await whileHeld(exchange, () => engine.tokenize(prompt, signal))
      : (await prepare(exchange, chat, { truncation: 'disabled', signal })).tokens
  sendJson(exchange, 200, { count: tokens.length, max_model_len: engine.model.contextSize, tokens }, exchange.headers)
}
