import { randomUUID } from 'node:crypto'
import { createServer, type Server, type ServerResponse } from 'node:http'
import type { Engine } from './engine'
import { apiKeyCheck } from './http/api-keys'
import { completeChat } from './http/chat/complete-chat'
import { clientAddress, networkOf, parseRanges, requireAllowed } from './http/client-address'
import { completeText } from './http/complete-text'
import { sendEmbeddings } from './http/embeddings'
import type { Exchange, WireLimits } from './http/exchange'
import { HttpError } from './http/http-error'
import { JobFiles } from './http/job-files'
import { JobStore } from './http/jobs'
import { WorkerMetrics } from './http/metrics'
import { showModel, showModels } from './http/models'
import { corsHeaders, preflightHeaders } from './http/origins'
import { RateLimits } from './http/rate-limits'
import { requireReady, sendReady } from './http/ready'
import { sendRerank } from './http/rerank'
import { findRoute, labelOf, notFound, only, type Route, restOf } from './http/routing'
import { sendAway } from './http/send-away'
import { sendJson } from './http/send-json'
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
  /** A folder in which jobs wait for the next process; without it they end with this one. */
  jobsFolder?: string | null
  limits?: Partial<WireLimits>
}

/** Everything that wants a key. */
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
  // Proxies close connections on which nothing is said for a minute or so.
  commentMs: 25_000,
  // Qwen-VL reads an image in seconds on a GPU, and then writes a token after the other.
  visionFirstMs: 120_000,
  visionStallMs: 60_000,
  maxConnections: 10_000,
}
// A phone's photo in base64.
const BODY_BYTES_WITH_IMAGES = 20_000_000

/**
 * The worker's HTTP server: OpenAI's API under `/v1`, and `/health`, `/ready`, `/metrics` for those who watch over it.
 *
 * @throws Error when the folder of jobs cannot be made or read
 */
export function createWorkerServer({ status, onError, sides = () => NO_SIDE_MODELS, ...options }: WorkerServerOptions): Server {
  const checkKey = apiKeyCheck(options.apiKeys ?? [])
  const rates = new RateLimits(options.rateLimits ?? { requests: null, tokens: null })
  const allowed = parseRanges(options.allowedIps ?? [])
  const trusted = parseRanges(options.trustedProxies ?? [])
  const vision = options.vision ?? null
  const limits = { ...LIMITS, ...(vision && { maxBodyBytes: BODY_BYTES_WITH_IMAGES }), ...options.limits }
  const jobs = new JobStore({ onError, files: options.jobsFolder ? new JobFiles(options.jobsFolder) : null })
  const bodies = { bytes: 0 }
  const metrics = new WorkerMetrics(() => {
    const now = status()
    return now.state === 'ready' ? { name: now.engine.model.name, load: now.engine.load(), counts: now.engine.counts() } : null
  })

  async function answer(exchange: Exchange, path: string): Promise<void> {
    const { request, response } = exchange
    if (path === '/health') return only(request, 'GET', () => sendJson(exchange, 200, { status: 'alive' }))
    if (path === '/ready') return only(request, 'GET', () => sendReady(exchange, status(), sides()))
    const address = clientAddress(request, trusted)
    requireAllowed(address, allowed)
    if (path === '/metrics')
      return only(request, 'GET', async () => response.writeHead(200, { 'content-type': metrics.contentType }).end(await metrics.text()))
    if (!path.startsWith('/v1/')) throw notFound()

    Object.assign(exchange.headers, corsHeaders(request, options.corsOrigins ?? []))
    if (request.method === 'OPTIONS' && request.headers.origin !== undefined) {
      response.writeHead(204, preflightHeaders(request, exchange.headers)).end()
      return
    }
    const key = checkKey(request)
    const route = findRoute(ROUTES, request, path)
    exchange.caller = key ?? `address ${address}`
    exchange.rest = restOf(route, path)
    const payer = key ?? `address ${networkOf(address)}`
    exchange.spend = (tokens, isWritten) => {
      rates.takeTokens(payer, tokens, isWritten)
      Object.assign(exchange.headers, rates.headers(payer))
    }
    if (route.method === 'POST') {
      rates.takeRequest(payer)
      Object.assign(exchange.headers, rates.headers(payer))
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
      hasEngine: () => status().state === 'ready',
      sides,
      metrics,
      jobs,
      vision,
      limits,
      bodies,
      bodyBytes: 0,
      caller: '',
      headers: { 'x-request-id': `req_${randomUUID()}` },
      startedAt: performance.now(),
      spend: () => {},
    }
    if (status().state === 'stopping') response.setHeader('connection', 'close')
    const count = (code: number) => metrics.countRequest(labelOf(ROUTES, path), code)
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
  server.on('clientError', sendAway)
  return server
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
  if (!response.headersSent) sendJson(exchange, error.status, error.body, { ...exchange.headers, ...error.headers })
  else if (exchange.onFailure) exchange.onFailure(error)
  else response.destroy()
}
