import type { Server, ServerResponse } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'

/** The answers of a server that are being written. */
export class OpenResponses {
  readonly #open = new Set<ServerResponse>()

  constructor(server: Server) {
    server.on('request', (_, response) => {
      this.#open.add(response)
      response.once('close', () => this.#open.delete(response))
    })
  }

  /** Until all that are open now are written or their clients have gone, at most so long. */
  async finish(deadlineMs: number): Promise<void> {
    // Not events.once: it rejects when a client breaks off.
    const closed = [...this.#open].map((response) => new Promise((resolve) => response.once('close', resolve)))
    await Promise.race([Promise.all(closed), wait(deadlineMs)])
  }
}
