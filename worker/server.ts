import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Engine } from './engine'
import { apiKeyCheck } from './http/api-keys'
import { completeChat } from './http/chat/complete-chat'
import { clientAddress, parseRanges, requireAllowed } from './http/client-address'
import { completeText } from './http/complete-text'
import { sendEmbeddings } from './http/embeddings'
import type { Exchange, WireLimits } from './http/exchange'
import { HttpError } from './http/http-error'
import { JobStore } from './http/jobs'
import { WorkerMetrics } from './http/metrics'
import { showModel, showModels } from './http/models'
import { corsHeaders, preflightHeaders } from './http/origins'
import { RateLimits } from './http/rate-limits'
import { sendRerank } from './http/rerank'
import { sendJson } from './http/send-json'
import { sideStates } from './http/side-models'
import { tokenize } from './http/tokenize'
import type { Vision } from './http/vision'
import type { LoadErrorCode } from './load-error'
import { NO_SIDE_MODELS, type SideModels } from './meaning/side-models'

/** What the worker can do right now. It listens before its model is loaded and after it has begun to stop. */
export type WorkerStatus =
  | { state: 'loading' | 'stopping' }
  /** The model cannot be loaded; it is tried again. */
  | { state: 'failed'; code: LoadErrorCode | 'model_unusable'; message: string; retryAt: number }
  | { state: 'ready'; engine: Engine }

export type WorkerServerOptions = {
  status: () => WorkerStatus
  /** The models beside the one that replies; none by default. */
  sides?: () => SideModels
  /** Told of every 500, which is a fault of ours; never with words of a prompt. */
  onError: (error: HttpError) => void
  apiKeys?: string[]
  /** A minute and key, or address where there are no keys. */
  rateLimits?: { requests: number | null; tokens: number | null }
  /** Addresses and blocks that may ask; empty: all. */
  allowedIps?: string[]
  /** Whose X-Forwarded-For is believed. */
  trustedProxies?: string[]
  corsOrigins?: string[]
  vision?: Vision | null
  limits?: Partial<WireLimits>
}

type Route = { method: 'GET' | 'POST' | 'DELETE'; path: string; answer: (exchange: Exchange) => void | Promise<void> }

/** Everything that wants a key. A path that ends in `/*` takes one more part. */
const ROUTES: Route[] = [
  { method: 'POST', path: '/v1/chat/completions', answer: completeChat },
  { method: 'POST', path: '/v1/completions', answer: completeText },
  { method: 'POST', path: '/v1/tokenize', answer: tokenize },
  { method: 'POST', path: '/v1/embeddings', answer: sendEmbeddings },
  { method: 'POST', path: '/v1/rerank', answer: sendRerank },
  { method: 'GET', path: '/v1/models', answer: showModels },
  { method: 'GET', path: '/v1/models/*', answer: showModel },
  { method: 'GET', path: '/v1/jobs/*', answer: (exchange) => exchange.jobs.show(exchange) },
  { method: 'DELETE', path: '/v1/jobs/*', answer: (exchange) => exchange.jobs.delete(exchange) },
]

const LIMITS: WireLimits = {
  maxBodyBytes: 1_000_000,
  maxBodiesBytes: 256_000_000,
  headersMs: 10_000,
  requestMs: 30_000,
  stallMs: 30_000,
  maxConnections: 10_000,
}
// A phone's photo in base64.
const BODY_BYTES_WITH_IMAGES = 20_000_000

/** The worker's HTTP server: OpenAI's API under `/v1`, and `/health`, `/ready`, `/metrics` for those who watch over it. */
export function createWorkerServer({ status, onError, sides = () => NO_SIDE_MODELS, ...options }: WorkerServerOptions): Server {
  const checkKey = apiKeyCheck(options.apiKeys ?? [])
  const rates = new RateLimits(options.rateLimits ?? { requests: null, tokens: null })
  const allowed = parseRanges(options.allowedIps ?? [])
  const trusted = parseRanges(options.trustedProxies ?? [])
  const vision = options.vision ?? null
  const limits = { ...LIMITS, ...(vision && { maxBodyBytes: BODY_BYTES_WITH_IMAGES }), ...options.limits }
  const jobs = new JobStore()
  const bodies = { bytes: 0 }
  const metrics = new WorkerMetrics(() => {
    const now = status()
    return now.state === 'ready' ? { name: now.engine.model.name, load: now.engine.load(), counts: now.engine.counts() } : null
  })

  async function answer(exchange: Exchange, path: string): Promise<void> {
    const { request, response } = exchange
    if (path === '/health') return only(request, 'GET', () => sendJson(response, 200, { status: 'alive' }))
    if (path === '/ready') return only(request, 'GET', () => sendReady(response, status(), sides()))
    const address = clientAddress(request, trusted)
    requireAllowed(address, allowed)
    if (path === '/metrics') return only(request, 'GET', async () => sendText(response, await metrics.text(), metrics.contentType))
    if (!path.startsWith('/v1/')) throw notFound()

    Object.assign(exchange.headers, corsHeaders(request, options.corsOrigins ?? []))
    if (request.method === 'OPTIONS' && request.headers.origin !== undefined) {
      response.writeHead(204, preflightHeaders(exchange.headers)).end()
      return
    }
    const key = checkKey(request)
    const route = findRoute(request, path)
    exchange.caller = key ?? `address ${address}`
    exchange.rest = route.path.endsWith('/*') ? decodeName(path.slice(route.path.length - 1)) : ''
    exchange.spend = (tokens, isWritten) => {
      rates.takeTokens(exchange.caller, tokens, isWritten)
      Object.assign(exchange.headers, rates.headers(exchange.caller))
    }
    if (route.method === 'POST') {
      rates.takeRequest(exchange.caller)
      Object.assign(exchange.headers, rates.headers(exchange.caller))
    }
    await route.answer(exchange)
  }

  const timeouts = {
    headersTimeout: limits.headersMs,
    requestTimeout: limits.requestMs,
    connectionsCheckingInterval: Math.min(1_000, limits.headersMs),
  }
  const server = createServer(timeouts, (request, response) => {
    const [path = '/'] = (request.url ?? '/').split('?')
    const exchange: Exchange = {
      request,
      response,
      rest: '',
      engine: () => requireReady(status()),
      sides,
      metrics,
      jobs,
      vision,
      limits,
      bodies,
      caller: '',
      headers: { 'x-request-id': `req_${randomUUID()}` },
      startedAt: performance.now(),
      spend: () => {},
    }
    if (status().state === 'stopping') response.setHeader('connection', 'close')
    const count = (code: number) => metrics.countRequest(labelOf(path), code)
    answer(exchange, path).then(
      () => count(response.statusCode),
      (error: unknown) => {
        const failure = toHttpError(error, response)
        if (failure.status === 500) onError(failure)
        count(failure.status)
        sendFailure(exchange, failure)
      },
    )
  })
  server.maxConnections = limits.maxConnections
  // What is no HTTP at all gets an answer that is, and nothing is logged: anyone can send it.
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    if (!socket.writable || error.code === 'ECONNRESET') return void socket.destroy()
    const line =
      error.code === 'ERR_HTTP_REQUEST_TIMEOUT'
        ? '408 Request Timeout'
        : error.code === 'HPE_HEADER_OVERFLOW'
          ? '431 Request Header Fields Too Large'
          : '400 Bad Request'
    socket.end(`HTTP/1.1 ${line}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
  })
  return server
}

/** @throws HttpError 404, or 405 with the methods that are allowed */
function findRoute(request: IncomingMessage, path: string): Route {
  const routes = ROUTES.filter((route) => matches(route, path))
  if (routes.length === 0) throw notFound()
  const method = request.method === 'HEAD' ? 'GET' : request.method
  const route = routes.find((one) => one.method === method)
  if (!route) throw wrongMethod(routes.map((one) => one.method))
  return route
}

function matches(route: Route, path: string): boolean {
  if (!route.path.endsWith('/*')) return route.path === path
  const rest = path.slice(route.path.length - 1)
  return path.startsWith(route.path.slice(0, -1)) && rest !== ''
}

/** A path as a label: what others made up would make a metric each. */
function labelOf(path: string): string {
  return ROUTES.find((route) => matches(route, path))?.path ?? (['/health', '/ready', '/metrics'].includes(path) ? path : 'other')
}

async function only(request: IncomingMessage, method: 'GET', handle: () => unknown): Promise<void> {
  if (request.method !== method && request.method !== 'HEAD') throw wrongMethod([method])
  await handle()
}

function wrongMethod(allowed: string[]): HttpError {
  return new HttpError(405, 'method_not_allowed', `Only ${allowed.join(' or ')} is allowed here.`, {
    headers: { allow: allowed.join(', ') },
  })
}

function requireReady(status: WorkerStatus): Engine {
  if (status.state === 'ready') return status.engine
  if (status.state === 'failed') {
    const retryAfter = String(Math.max(1, Math.ceil((status.retryAt - Date.now()) / 1000)))
    throw new HttpError(503, status.code, status.message, { headers: { 'retry-after': retryAfter } })
  }
  const message = status.state === 'loading' ? 'The model is still being loaded.' : 'The server is stopping.'
  throw new HttpError(503, `model_${status.state}`, message, { headers: { 'retry-after': '2' } })
}

function sendReady(response: ServerResponse, status: WorkerStatus, sides: SideModels): void {
  if (status.state === 'failed') {
    const retryInMs = Math.max(0, status.retryAt - Date.now())
    // `missing`, `corrupt`, `too_large`, `unsupported`, `device_unavailable`
    sendJson(response, 503, {
      status: status.code.replace('model_', ''),
      message: status.message,
      retry_in_ms: retryInMs,
      ...sideStates(sides),
    })
    return
  }
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
    throw new HttpError(400, 'invalid_url', 'The last part of the address is not properly encoded.', { cause })
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

/** The answer to a failure: a status and a JSON body, or the last event of a stream that had already begun. */
function sendFailure(exchange: Exchange, error: HttpError): void {
  const { response } = exchange
  if (response.destroyed) return
  if (!response.headersSent) sendJson(response, error.status, error.body, { ...exchange.headers, ...error.headers })
  else if (exchange.onFailure) exchange.onFailure(error)
  else response.destroy()
}
