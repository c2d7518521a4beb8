import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** How the fake answers the next requests. */
export type FakeBehaviour =
  | { kind: 'reply'; text: string | ((prompt: string) => string); pauseMs?: number }
  /** The first half of the text, and the other once `until` has resolved. */
  | { kind: 'held'; text: string; until: Promise<void> }
  /** Accepts the request and never says a word. */
  | { kind: 'hang' }
  | { kind: 'status'; status: number }
  /** 200 with bytes that are not the protocol. */
  | { kind: 'nonsense' }
  /** Some words, then the connection breaks. */
  | { kind: 'break'; text: string }

const CHUNK = { id: 'x', object: 'chat.completion.chunk', created: 1, model: 'fake-model' }

/**
 * A FAKE model server that speaks the worker's protocol, for tests in which the real engine cannot be made to hang,
 * break or write a given text. Everything else is tested on the real engine (test/model, test/e2e).
 */
export class FakeModel {
  behaviour: FakeBehaviour = { kind: 'reply', text: '' }
  /** What was asked, oldest first. */
  readonly requests: { messages: { role: string; content: string }[]; priority: string | undefined }[] = []
  /** Requests whose caller hung up before the end. */
  hangUps = 0
  maxRules = 4
  #server = createServer((request, response) => void this.#serve(request, response))

  /** @param port where it was before, to come back there; any free one by default */
  async start(port = 0): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(port, '127.0.0.1', resolve))
    return this.url
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections()
    if (this.#server.listening) await new Promise((resolve) => this.#server.close(resolve))
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.url === '/v1/models') {
      const deskhand = { maxRules: this.maxRules, isDemo: false, contextSize: 4096, quantization: 'none', device: 'cpu', threads: 1 }
      response.writeHead(200, { 'content-type': 'application/json' })
      response.end(JSON.stringify({ object: 'list', data: [{ id: 'fake-model', object: 'model', deskhand }] }))
      return
    }
    let body = ''
    for await (const chunk of request) body += chunk
    const { messages } = JSON.parse(body) as { messages: { role: string; content: string }[] }
    this.requests.push({ messages, priority: request.headers['x-priority'] as string | undefined })
    response.on('close', () => {
      if (!response.writableFinished) this.hangUps++
    })
    await this.#answer(messages, response)
  }

  async #answer(messages: { content: string }[], response: ServerResponse): Promise<void> {
    const { behaviour } = this
    if (behaviour.kind === 'hang') return
    if (behaviour.kind === 'status') {
      response.writeHead(behaviour.status, { 'content-type': 'application/json' })
      response.end(JSON.stringify({ error: { message: 'fake', type: 'server_error', param: null, code: null } }))
      return
    }
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    if (behaviour.kind === 'nonsense') {
      response.end('data: <html>not a chat chunk</html>\n\n')
      return
    }
    const text = typeof behaviour.text === 'string' ? behaviour.text : behaviour.text(messages.at(-1)?.content ?? '')
    const send = (delta: object, finish_reason: string | null) =>
      response.write(`data: ${JSON.stringify({ ...CHUNK, choices: [{ index: 0, delta, finish_reason }] })}\n\n`)
    const pieces = text.match(/[\s\S]{1,12}/g) ?? []
    for (const [index, piece] of pieces.entries()) {
      if (behaviour.kind === 'held' && index === pieces.length >> 1) await behaviour.until
      send({ content: piece }, null)
      if (behaviour.kind === 'reply' && behaviour.pauseMs) await new Promise((resolve) => setTimeout(resolve, behaviour.pauseMs))
    }
    if (behaviour.kind === 'break') {
      response.destroy()
      return
    }
    send({}, 'stop')
    const usage = { prompt_tokens: 321, completion_tokens: pieces.length, total_tokens: 321 + pieces.length }
    response.end(`data: ${JSON.stringify({ ...CHUNK, choices: [], usage })}\n\ndata: [DONE]\n\n`)
  }
}
