import { setTimeout as wait } from 'node:timers/promises'
import type { Priority } from '../../lib/inference/protocol'
import { EngineError } from '../engine'

/** How long a background call lets replies in progress have the machine to themselves, before it takes one turn between their steps. */
const YIELD_MS = 500
const LOOK_EVERY_MS = 20

type Waiting = { priority: Priority; start: () => void }

/**
 * The calls to a model that computes one at a time. A request may need many calls; between two of them, those that somebody waits for go
 * ahead of those made in the background.
 */
export class CallQueue {
  readonly #capacity: number
  readonly #isChatBusy: () => boolean
  #requests = 0
  #waiting: Waiting[] = []
  #isTaken = false
  #running: Promise<unknown> | null = null
  #hasStopped = false
  #onEmpty: (() => void) | null = null

  constructor({ capacity, isChatBusy }: { capacity: number; isChatBusy: () => boolean }) {
    this.#capacity = capacity
    this.#isChatBusy = isChatBusy
  }

  /** Requests that are in it, the one that computes included. */
  get requests(): number {
    return this.#requests
  }

  /**
   * Makes the calls of one request, one after the other.
   *
   * @returns what they returned, in order
   * @throws EngineError `queue_full` at once, `aborted` and `stopping` before the next call
   */
  async run<Input, Output>(
    inputs: Input[],
    { priority, signal }: { priority: Priority; signal: AbortSignal },
    call: (input: Input) => Promise<Output>,
  ): Promise<Output[]> {
    if (this.#requests >= this.#capacity) throw new EngineError('queue_full', `${this.#requests} requests are waiting already.`)
    this.#requests++
    try {
      const outputs: Output[] = []
      for (const input of inputs) outputs.push(await this.#takeTurn(priority, signal, () => call(input)))
      return outputs
    } finally {
      this.#requests--
      if (this.#requests === 0) this.#onEmpty?.()
    }
  }

  async #takeTurn<Output>(priority: Priority, signal: AbortSignal, call: () => Promise<Output>): Promise<Output> {
    if (priority === 'background') await this.#letChatGoFirst(signal)
    await this.#enter(priority)
    try {
      if (this.#hasStopped) throw new EngineError('stopping', 'The server is stopping.')
      if (signal.aborted) throw new EngineError('aborted', 'The client has gone.')
      const running = call()
      this.#running = running
      return await running
    } finally {
      this.#running = null
      this.#leave()
    }
  }

  #enter(priority: Priority): Promise<void> | undefined {
    if (!this.#isTaken) {
      this.#isTaken = true
      return undefined
    }
    return new Promise((start) => {
      const at = priority === 'interactive' ? this.#waiting.findIndex((other) => other.priority === 'background') : -1
      this.#waiting.splice(at < 0 ? this.#waiting.length : at, 0, { priority, start })
    })
  }

  /** Hands the turn to the next, or nobody has it. */
  #leave(): void {
    const next = this.#waiting.shift()
    if (next) next.start()
    else this.#isTaken = false
  }

  async #letChatGoFirst(signal: AbortSignal): Promise<void> {
    const until = performance.now() + YIELD_MS
    while (this.#isChatBusy() && performance.now() < until && !signal.aborted && !this.#hasStopped) await wait(LOOK_EVERY_MS)
  }

  /** Until all that was asked for is done, at most so long; then the rest is refused, and the call in progress waited for. */
  async finish(deadlineMs: number): Promise<void> {
    const empty = new Promise<void>((resolve) => {
      this.#onEmpty = resolve
    })
    if (this.#requests > 0) await Promise.race([empty, wait(deadlineMs)])
    await this.stop()
  }

  /** Takes no further call and waits for the one in progress. */
  async stop(): Promise<void> {
    this.#hasStopped = true
    await this.#running?.catch(() => undefined)
  }
}
