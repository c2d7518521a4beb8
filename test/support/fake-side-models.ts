import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export type SideBehaviour = 'answer' | 'hang' | 'nonsense' | { status: number }

/**
 * A FAKE server of embeddings and reranking, for tests in which vectors and scores must be known or the server must fail. What real models
 * of random weights answer is tested in test/model/side-models.test.ts and, through the desk, in test/integration/meaning-real.test.ts.
 */
export class FakeSideModels {
  behaviour: SideBehaviour = 'answer'
  /** Its models as `GET /v1/models` lists them, by task. */
  models: { embedding?: string; rerank?: string } = { embedding: 'fake-embedding', rerank: undefined }
  /** Texts that were embedded, request by request, and the priority each had. */
  readonly embedded: { texts: string[]; priority: string | undefined }[] = []
  readonly reranked: { query: string; documents: string[] }[] = []
  /** Requests that were answered with what `behaviour` says is wrong. */
  failures = 0
  /** Most requests of embeddings that are answered; the next ones are 503. */
  limit = Number.POSITIVE_INFINITY
  vectorOf: (text: string) => number[] = () => [1, 0, 0]
  relevanceOf: (document: string) => number = () => 0.5
  #server = createServer((request, response) => void this.#serve(request, response))

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve))
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections()
    if (this.#server.listening) await new Promise((resolve) => this.#server.close(resolve))
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.url === '/v1/models') return send(response, 200, { object: 'list', data: this.#list() })
    let text = ''
    for await (const chunk of request) text += chunk
    if (this.behaviour !== 'answer') {
      this.failures++
      if (this.behaviour === 'hang') return
      if (this.behaviour === 'nonsense') return send(response, 200, { results: 'many', data: 'some' })
      return send(response, this.behaviour.status, { error: { message: 'fake', code: null } })
    }
    if (request.url === '/v1/rerank') {
      const { query, documents } = JSON.parse(text) as { query: string; documents: string[] }
      this.reranked.push({ query, documents })
      return send(response, 200, { results: documents.map((document, index) => ({ index, relevance_score: this.relevanceOf(document) })) })
    }
    if (this.embedded.length >= this.limit) return send(response, 503, { error: { message: 'fake', code: null } })
    const { input } = JSON.parse(text) as { input: string[] }
    this.embedded.push({ texts: input, priority: request.headers['x-deskhand-priority'] as string | undefined })
    const data = input.map((text, index) => ({ object: 'embedding', index, embedding: this.vectorOf(text) }))
    send(response, 200, { object: 'list', data: data.reverse(), model: 'fake', usage: { prompt_tokens: 1, total_tokens: 1 } })
  }

  #list() {
    return Object.entries(this.models).flatMap(([task, id]) =>
      id ? [{ id, object: 'model', deskhand_side: { task, contextSize: 2048 } }] : [],
    )
  }
}

function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' })
  response.end(JSON.stringify(body))
}
