import type { IncomingMessage, ServerResponse } from 'node:http'
import type { ChatChunk, ErrorBody } from '../../lib/inference/protocol'
import { type Engine, EngineError, type EngineInput, type EngineReply, type EngineRequest } from '../engine'
import { readChatRequest, readPriority, toEngineInput, toEngineRequest } from './chat-request'
import { chatShapes } from './chat-shapes'
import { fromEngineError, type HttpError } from './http-error'
import type { WorkerMetrics } from './metrics'
import { requireModel } from './models'
import { sendJson } from './send-json'

/**
 * `POST /v1/chat/completions`, as one JSON object or as a stream of events. A client that hangs up aborts its request.
 *
 * @throws HttpError for everything that goes wrong before the first byte of the answer
 */
export async function completeChat(
  request: IncomingMessage,
  response: ServerResponse,
  engine: Engine,
  metrics: WorkerMetrics,
): Promise<void> {
  const startedAt = performance.now()
  const hangUp = new AbortController()
  response.once('close', () => hangUp.abort())
  const priority = readPriority(request)
  const chat = await readChatRequest(request)
  requireModel(engine.model, chat.model)

  const shapes = chatShapes(engine.model.name)
  let hasText = false
  const engineRequest: Omit<EngineRequest, 'prompt'> = {
    ...toEngineRequest(chat),
    priority,
    signal: hangUp.signal,
    onText(piece) {
      if (!hasText) metrics.observeFirstText(performance.now() - startedAt)
      hasText = true
      if (chat.stream) beginStream(response, shapes.first()).write(toEvent(shapes.piece(piece)))
    },
  }
  const reply = submit(engine, toEngineInput(chat), engineRequest)
  if (!chat.stream) {
    const complete = await reply
    metrics.observeReply(complete, performance.now() - startedAt)
    sendJson(response, 200, shapes.response(complete))
    return
  }

  // At once and not with the first text: a client in the queue knows that it was taken.
  beginStream(response, shapes.first())
  const complete = await reply
  metrics.observeReply(complete, performance.now() - startedAt)
  response.write(toEvent(shapes.last(complete)))
  if (chat.stream_options?.include_usage) response.write(toEvent(shapes.usage(complete)))
  response.end('data: [DONE]\n\n')
}

/** Hands the request to the engine; its errors, thrown at once or later, become answers. */
function submit(engine: Engine, input: EngineInput, request: Omit<EngineRequest, 'prompt'>): Promise<EngineReply> {
  const translate = (error: unknown): never => {
    if (!(error instanceof EngineError)) throw error
    throw fromEngineError(error, retryAfterSeconds(engine))
  }
  try {
    const prompt = engine.prepare(input, { truncation: 'disabled', maxTokens: request.maxTokens })
    return engine.submit({ ...request, prompt }).catch(translate)
  } catch (error) {
    return translate(error)
  }
}

/** About a second a reply and slot; a guess that keeps a crowd from coming back all at once. */
function retryAfterSeconds(engine: Engine): number {
  const { waiting, slots } = engine.load()
  return Math.min(30, Math.max(1, Math.ceil(waiting / slots)))
}

/** Sends the head of a stream and its first event, unless that has been done. */
function beginStream(response: ServerResponse, first: ChatChunk): ServerResponse {
  if (response.headersSent) return response
  response.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-cache, no-transform',
    'x-accel-buffering': 'no',
  })
  response.write(toEvent(first))
  return response
}

function toEvent(body: ChatChunk | ErrorBody): string {
  return `data: ${JSON.stringify(body)}\n\n`
}

/** The answer to a failure: a status and a JSON body, or the last event of a stream that had already begun. */
export function sendFailure(response: ServerResponse, error: HttpError): void {
  if (response.destroyed) return
  if (!response.headersSent) sendJson(response, error.status, error.body, error.headers)
  else response.end(toEvent(error.body))
}
