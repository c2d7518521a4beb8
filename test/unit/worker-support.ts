import { once } from 'node:events'
import type { AddressInfo, Socket } from 'node:net'
import { promisify } from 'node:util'
import { vi } from 'vitest'
import {
  type Engine,
  EngineError,
  type EngineInput,
  type EngineLoad,
  type EngineModel,
  type EnginePrompt,
  type EngineReply,
  type EngineRequest,
  type PrepareOptions,
} from '@/worker/engine'
import type { HttpError } from '@/worker/http/http-error'
import { createWorkerServer, type WorkerServerOptions, type WorkerStatus } from '@/worker/server'

export const MODEL: EngineModel = {
  name: 'deskhand-pocket',
  maxRules: 1,
  maxTurns: 0,
  titleBy: 'category',
  maxRuleWords: 30,
  isDemo: true,
  contextSize: 1024,
  quantization: 'Q8_0',
  device: 'cpu',
  threads: 1,
  vocabularySize: 6144,
  loadedAt: new Date(1_700_000_000_000),
}

export const REPLY: EngineReply = {
  text: '您好，48小时内发货。[1]',
  finishReason: 'stop',
  promptTokens: 12,
  cachedTokens: 4,
  completionTokens: 7,
}

/** An engine without a model: it keeps what it was given and answers as the test tells it to. */
export class FakeEngine implements Engine {
  readonly model = MODEL
  readonly requests: EngineRequest[] = []
  readonly inputs: EngineInput[] = []
  failedRounds = 0
  loadNow: EngineLoad = { slots: 4, busySlots: 0, waiting: 0, queueCapacity: 64, estimatedWaitMs: 0 }
  answer: (request: EngineRequest) => Promise<EngineReply> = async (request) => {
    for (const piece of REPLY.text.match(/.{1,3}/gu) ?? []) request.onText?.(piece)
    request.onStep?.(1)
    request.onStep?.(REPLY.completionTokens - 1)
    return REPLY
  }

  submit(request: EngineRequest): Promise<EngineReply> {
    this.requests.push(request)
    return this.answer(request)
  }

  async prepare(input: EngineInput, _options: PrepareOptions): Promise<EnginePrompt> {
    this.inputs.push(input)
    return { tokens: [1], droppedMessages: 0 }
  }

  /** A token a byte. */
  async tokenize(text: string): Promise<number[]> {
    return [...Buffer.from(text)]
  }

  detokenize(tokens: number[]): string {
    return Buffer.from(tokens).toString()
  }

  load(): EngineLoad {
    return this.loadNow
  }

  counts() {
    return { rounds: 0, failedRounds: this.failedRounds, draftedTokens: 0, acceptedTokens: 0, promptTokens: 0, cachedTokens: 0 }
  }

  async finish(): Promise<void> {}
  async free(): Promise<void> {}
}

/** Waits for a condition for as long as a busy machine may need; vitest alone gives it a second. */
export function until<Value>(condition: () => Value | Promise<Value>) {
  return vi.waitUntil(condition, { timeout: 20_000 })
}

/** Rejects as the engine does when the client hangs up, with so many tokens written by then. */
export function untilAborted(request: EngineRequest, writtenTokens = 0): Promise<EngineReply> {
  const lost = Object.assign(new EngineError('aborted', 'gone'), { writtenTokens })
  return new Promise((_, reject) => request.signal.addEventListener('abort', () => reject(lost)))
}

export type TestServer = {
  url: string
  port: number
  errors: HttpError[]
  connections: () => Promise<number>
  /** Serves a connection that was made elsewhere. */
  take: (socket: Socket) => void
  close: () => Promise<void>
}

/** The worker's server on a free port. */
export async function startServer(status: () => WorkerStatus, options: Partial<WorkerServerOptions> = {}): Promise<TestServer> {
  const errors: HttpError[] = []
  const server = createWorkerServer({ ...options, status, onError: (error) => errors.push(error) })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    port: (server.address() as AddressInfo).port,
    errors,
    connections: () => promisify(server.getConnections.bind(server))(),
    take: (socket) => server.emit('connection', socket),
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

/** Posts a chat request; `body` is merged over a small valid one. */
export function chat(url: string, body: Record<string, unknown> = {}, init: RequestInit = {}): Promise<Response> {
  const whole = { model: 'qwen3', messages: [{ role: 'user', content: 'Hello' }], ...body }
  return fetch(`${url}/v1/chat/completions`, { method: 'POST', body: JSON.stringify(whole), ...init })
}

/** The `data:` lines of a finished event stream. */
export async function readEvents(response: Response): Promise<string[]> {
  const text = await response.text()
  return text
    .split('\n\n')
    .filter((event) => event !== '')
    .map((event) => event.replace(/^data: /, ''))
}
