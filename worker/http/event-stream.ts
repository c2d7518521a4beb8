import type { ServerResponse } from 'node:http'
import type { WireLimits } from './exchange'
import { PacedWriter } from './paced-writer'

export type EventStreamOptions<Event> = {
  /** One event in place of two that a client did not take in time, or null when they cannot be one. */
  merge: (earlier: Event, later: Event) => Event | null
  /** See WireLimits. */
  limits: Pick<WireLimits, 'stallMs' | 'commentMs'>
}

/** A client that has not taken so much of a reply is cut off; 8,192 tokens with twenty likelihoods each are about as long. */
const MAX_PENDING_BYTES = 16_000_000

/**
 * A stream of server-sent events to a client that may read slowly or not at all. While its socket is full, events are
 * kept here and become one where they can, so that a client costs about as much memory as its reply has text; a client
 * that does not read for `stallMs` loses its connection, which aborts its request.
 */
export class EventStream<Event extends object> {
  readonly #response: ServerResponse
  readonly #options: EventStreamOptions<Event>
  readonly #writer: PacedWriter
  #pending: Event[] = []
  #pendingBytes = 0
  #isEnding = false
  readonly #comments: NodeJS.Timeout

  constructor(response: ServerResponse, headers: Record<string, string>, options: EventStreamOptions<Event>) {
    this.#response = response
    this.#options = options
    response.writeHead(200, {
      ...headers,
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-cache, no-transform',
      'x-accel-buffering': 'no',
    })
    this.#writer = new PacedWriter(response, { stallMs: options.limits.stallMs, onFree: () => this.#write(this.#takePending()) })
    response.once('close', () => this.#forget())
    // No event to any client, but some that were written in a hurry stumble over it, so it comes only where the silence is
    // long: in a full queue.
    this.#comments = setTimeout(() => {
      if (!this.#writer.isBusy && !this.#isEnding) this.#write(': still here\n\n')
    }, options.limits.commentMs).unref()
  }

  send(event: Event): void {
    if (this.#response.destroyed || this.#isEnding) return
    if (!this.#writer.isBusy) {
      this.#write(toEvent(event))
      return
    }
    const last = this.#pending.at(-1)
    const merged = last && this.#options.merge(last, event)
    if (merged) this.#pending[this.#pending.length - 1] = merged
    else this.#pending.push(event)
    // At most: a merged event has one frame for all that it was made of.
    this.#pendingBytes += JSON.stringify(event).length
    if (this.#pendingBytes > MAX_PENDING_BYTES) this.#response.destroy()
  }

  /** The last events, with `[DONE]` after a reply that is whole. */
  end(isWhole: boolean): void {
    if (this.#response.destroyed || this.#isEnding) return
    this.#isEnding = true
    clearTimeout(this.#comments)
    this.#writer.end(this.#takePending() + (isWhole ? 'data: [DONE]\n\n' : ''))
  }

  #write(text: string): void {
    if (text === '') return
    // Also when it has fired: each silence is counted from the last word.
    this.#comments.refresh()
    this.#writer.write(text)
  }

  #takePending(): string {
    const text = this.#pending.map(toEvent).join('')
    this.#pending = []
    this.#pendingBytes = 0
    return text
  }

  #forget(): void {
    clearTimeout(this.#comments)
    this.#pending = []
  }
}

function toEvent(body: object): string {
  return `data: ${JSON.stringify(body)}\n\n`
}
