import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'

/** One request for the desk's stream of events, and what came of it. */
export type StreamOfEvents = {
  /** What the browser said it had heard last; null when it said nothing. */
  lastEventId: string | null
  /** The last number that went through to the browser. */
  sentId: string | null
  /** Whether the desk has told all that was missed. */
  hasResumed: boolean
}

/** A line between browser and desk that can be cut and mended, as a cable or a proxy on the way. The browser is not told: it finds out. */
export class BreakableLine {
  /** Every stream of events that was asked for, in order. */
  readonly streams: StreamOfEvents[] = []
  #isCut = false
  /** Open connections, and the stream of events that each carries. */
  readonly #sockets = new Map<Socket, StreamOfEvents | null>()
  readonly #target: URL
  readonly #server = createServer((client) => this.#pass(client))

  private constructor(target: string) {
    this.#target = new URL(target)
  }

  /** A line to the desk at `target`, until the test is over. */
  static async to(target: string): Promise<BreakableLine> {
    const line = new BreakableLine(target)
    line.#server.listen(0, '127.0.0.1')
    await once(line.#server, 'listening')
    onTestFinished(async () => {
      line.#end(line.#sockets.keys())
      line.#server.close()
      await once(line.#server, 'close')
    })
    return line
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  /** Nothing goes through any more, in either direction, until `mend`. */
  cut(): void {
    this.#isCut = true
    this.#end(this.#sockets.keys())
  }

  mend(): void {
    this.#isCut = false
  }

  /** Ends the streams of events alone, as a proxy does that holds no connection for long. */
  cutStreams(): void {
    this.#end([...this.#sockets].flatMap(([socket, stream]) => (stream ? [socket] : [])))
  }

  #end(sockets: Iterable<Socket>): void {
    for (const socket of [...sockets]) socket.resetAndDestroy()
  }

  #pass(client: Socket): void {
    if (this.#isCut) return void client.resetAndDestroy()
    const server = connect(Number(this.#target.port), this.#target.hostname)
    this.#sockets.set(client, null)
    client.on('data', (bytes) => {
      this.#sockets.set(client, this.#readRequest(bytes.toString('latin1')))
      server.write(bytes)
    })
    server.on('data', (bytes) => {
      const stream = this.#sockets.get(client)
      if (stream) noteSent(stream, bytes.toString('latin1'))
      client.write(bytes)
    })
    for (const [one, other] of [
      [client, server],
      [server, client],
    ] as const) {
      one.on('error', () => other.destroy())
      one.on('close', () => {
        this.#sockets.delete(client)
        other.destroy()
      })
    }
  }

  /** The stream that a request asks for. A browser's request for one comes whole, in one piece. */
  #readRequest(head: string): StreamOfEvents | null {
    if (!head.startsWith('GET /api/events')) return null
    const stream = { lastEventId: /^last-event-id: (.*?)\r?$/im.exec(head)?.[1] ?? null, sentId: null, hasResumed: false }
    this.streams.push(stream)
    return stream
  }
}

function noteSent(stream: StreamOfEvents, text: string): void {
  stream.sentId = [...text.matchAll(/^id: (\S+)$/gm)].at(-1)?.[1] ?? stream.sentId
  stream.hasResumed ||= /"kind":"res(?:umed|ync)"/.test(text)
}
