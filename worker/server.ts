import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Engine } from './engine'
import { apiKeyCheck } from './http/api-keys'
import { completeChat, sendFailure } from './http/complete-chat'
import { sendEmbeddings } from './http/embeddings'
import { HttpError } from './http/http-error'
import { WorkerMetrics } from './http/metrics'
import { modelEntry, modelList, requireModel } from './http/models'
import { sendRerank } from './http/rerank'
import { sendJson } from './http/send-json'
import { sideEntries, sideStates } from './http/side-models'
import { NO_SIDE_MODELS, type SideModels } from './meaning/side-models'

/** What the worker can do right now. It listens before its model is loaded and after it has begun to stop. */
export type WorkerStatus = { state: 'loading' | 'stopping' } | { state: 'ready'; engine: Engine }

export type WorkerServerOptions = {
  apiKeys: string[]
  status: () => WorkerStatus
  /** The models beside the one that replies; none by default. */
  sides?: () => SideModels
  /** Told of every 500, which is a fault of ours; never with words of a prompt. */
  onError: (error: HttpError) => void
}

/** The worker's HTTP server: OpenAI's chat API under `/v1`, and `/health`, `/ready`, `/metrics` for those who watch over it. */
export function createWorkerServer({ apiKeys, status, sides = () => NO_SIDE_MODELS, onError }: WorkerServerOptions): Server {
  const checkKey = apiKeyCheck(apiKeys)
  const metrics = new WorkerMetrics(() => {
    const now = status()
    return now.state === 'ready' ? now.engine.load() : null
  })

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [path = '/'] = (request.url ?? '/').split('?')
    if (path === '/health') return only(request, 'GET', () => sendJson(response, 200, { status: 'alive' }))
    if (path === '/ready') return only(request, 'GET', () => sendReady(response, status(), sides()))
    if (path === '/metrics') return only(request, 'GET', async () => sendText(response, await metrics.text(), metrics.contentType))
    if (!path.startsWith('/v1/')) throw notFound()

    checkKey(request)
    const engine = () => requireReady(status())
    if (path === '/v1/chat/completions') return only(request, 'POST', () => completeChat(request, response, engine(), metrics))
    if (path === '/v1/embeddings') return only(request, 'POST', () => sendEmbeddings(request, response, sides()))
    if (path === '/v1/rerank') return only(request, 'POST', () => sendRerank(request, response, sides()))
    if (path === '/v1/models') return only(request, 'GET', () => sendJson(response, 200, modelList(engine().model, sideEntries(sides()))))
    if (path.startsWith('/v1/models/')) {
      return only(request, 'GET', () => {
        const name = decodeName(path.slice('/v1/models/'.length))
        const side = sideEntries(sides()).find(({ id }) => id === name)
        if (side) return sendJson(response, 200, side)
        requireModel(engine().model, name)
        sendJson(response, 200, modelEntry(engine().model))
      })
    }
    throw notFound()
  }

  const server = createServer((request, response) => {
    const isChat = request.url?.startsWith('/v1/chat/completions') ?? false
    const count = (code: number) => isChat && metrics.countRequest(code)
    answer(request, response).then(
      () => count(response.statusCode),
      (error: unknown) => {
        const failure = toHttpError(error, response)
        if (failure.status === 500) onError(failure)
        count(failure.status)
        sendFailure(response, failure)
      },
    )
  })
  // Time for a request to arrive whole; replies may take as long as they take.
  server.requestTimeout = 30_000
  return server
}

async function only(request: IncomingMessage, method: 'GET' | 'POST', handle: () => unknown): Promise<void> {
  const isHead = method === 'GET' && request.method === 'HEAD'
  if (request.method !== method && !isHead)
    throw new HttpError(405, 'method_not_allowed', `Only ${method} is allowed here.`, { headers: { allow: method } })
  await handle()
}

function requireReady(status: WorkerStatus): Engine {
  if (status.state === 'ready') return status.engine
  const message = status.state === 'loading' ? 'The model is still being loaded.' : 'The server is stopping.'
  throw new HttpError(503, `model_${status.state}`, message, { headers: { 'retry-after': '2' } })
}

function sendReady(response: ServerResponse, status: WorkerStatus, sides: SideModels): void {
  if (status.state !== 'ready') {
    sendJson(response, 503, { status: status.state, ...sideStates(sides) })
    return
  }
  const { name, device, threads } = status.engine.model
  sendJson(response, 200, { status: 'ready', model: name, device, threads, load: status.engine.load(), ...sideStates(sides) })
}

function sendText(response: ServerResponse, text: string, contentType: string): void {
  response.writeHead(200, { 'content-type': contentType })
  response.end(text)
}

function decodeName(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch (cause) {
    throw new HttpError(400, 'invalid_url', 'The name of the model is not properly encoded.', { cause })
  }
}

function notFound(): HttpError {
  return new HttpError(404, 'not_found', 'There is nothing at this address.')
}

function toHttpError(error: unknown, response: ServerResponse): HttpError {
  if (error instanceof HttpError) return error
  // Reading a request whose sender has gone fails with ECONNRESET.
  if (response.destroyed) return new HttpError(499, 'aborted', 'The client has gone.', { cause: error })
  return new HttpError(500, 'internal', 'The server failed.', { cause: error })
}
