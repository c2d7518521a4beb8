import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/** What a stream of the worker says up to its first words. */
const FIRST_WORDS = /^[\s\S]*?"content":"[^"]+"[^\n]*\n\n/

/**
 * A line to a server that lets the first words of a reply through and no more, as a slow network would, until the
 * connection ends at the other side. The pocket model writes a reply in 30 ms: this is how to meet it in the middle.
 */
export class SlowLine {
  isSlow = false
  readonly #sockets = new Set<Socket>()
  readonly #server = createServer((client) => this.#pass(client))
  readonly #target: URL

  constructor(target: string) {
    this.#target = new URL(target)
  }

  async start(): Promise<string> {
    this.#server.listen(0, '127.0.0.1')
    await once(this.#server, 'listening')
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  async stop(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy()
    this.#server.close()
    await once(this.#server, 'close')
  }

  #pass(client: Socket): void {
    const server = connect(Number(this.#target.port), this.#target.hostname)
    let held: string | null = null
    client.on('data', (bytes) => {
      if (this.isSlow && bytes.includes('POST /v1/chat/completions')) held = ''
      server.write(bytes)
    })
    server.on('data', (bytes) => {
      if (held === null) return client.write(bytes)
      const isThrough = FIRST_WORDS.test(held)
      // One byte a character: a piece may end within one.
      held += bytes.toString('latin1')
      const words = FIRST_WORDS.exec(held)?.[0]
      if (words && !isThrough) client.write(words, 'latin1')
    })
    for (const [one, other] of [
      [client, server],
      [server, client],
    ] as const) {
      this.#sockets.add(one)
      // A killed process resets its connections; the other side learns that it is over.
      one.on('error', () => other.destroy())
      one.on('close', () => {
        this.#sockets.delete(one)
        other.destroy()
      })
    }
  }
}
