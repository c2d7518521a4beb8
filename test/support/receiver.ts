import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Received = { headers: IncomingHttpHeaders; body: string }

/** A customer's system: answers each request with the next of `statuses`, the last one from then on. */
export class Receiver {
  readonly received: Received[] = []
  readonly accepted: Received[] = []
  #statuses: number[]
  readonly #headers: Record<string, string>
  readonly #server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const message = { headers: request.headers, body: Buffer.concat(chunks).toString('utf8') }
      const [status = 200, ...rest] = this.#statuses
      if (rest.length > 0) this.#statuses = rest
      this.received.push(message)
      if (status >= 200 && status < 300) this.accepted.push(message)
      // 0 says nothing at all, for ever.
      if (status > 0) response.writeHead(status, this.#headers).end('thanks')
    })
  })

  constructor(statuses: number[] = [200], headers: Record<string, string> = {}) {
    this.#statuses = statuses
    this.#headers = headers
  }

  async start(): Promise<this> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve))
    return this
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}/hook`
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections()
    if (this.#server.listening) await new Promise((resolve) => this.#server.close(resolve))
  }
}
