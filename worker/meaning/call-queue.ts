import { setTimeout as wait } from 'node:timers/promises'
import type { Priority } from '../../lib/inference/protocol'
import { EngineError } from '../engine'
import { cannotStart } from '../engine/rounds'

/** How long a background call lets replies in progress have the machine to themselves, before it takes one turn between their steps. */
const YIELD_MS = 500
const LOOK_EVERY_MS = 20

type Waiting = { priority: Priority; start: () => void }

export type CallOptions = {
  priority: Priority
  signal: AbortSignal
  /** Refused at once when the first call is not to be expected to begin by then, and in its turn when that came too late. */
  startWithinMs?: number
}

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
  /** Calls that are still to be made for people, and all of them. */
  readonly #ahead = { interactive: 0, all: 0 }
  /** What a call took of late; 0 before the first. */
  #callMs = 0
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
   * Before anything is done for a request, or paid for it.
   *
   * @throws EngineError `queue_full`, `cannot_start_in_time`
   */
  requireRoom({ priority, startWithinMs = Number.POSITIVE_INFINITY }: Pick<CallOptions, 'priority' | 'startWithinMs'>): void {
    if (this.#requests >= this.#capacity) throw new EngineError('queue_full', `${this.#requests} requests are waiting already.`)
    const waitMs = this.#callMs * (priority === 'interactive' ? this.#ahead.interactive : this.#ahead.all)
    if (waitMs > startWithinMs) throw cannotStart(waitMs)
  }

  /**
   * Makes the calls of one request, one after the other.
   *
   * @returns what they returned, in order
   * @throws EngineError `queue_full` and `cannot_start_in_time` at once, the latter also later; `aborted` and `stopping` before the next call
   */
  async run<Input, Output>(inputs: Input[], options: CallOptions, call: (input: Input) => Promise<Output>): Promise<Output[]> {
    this.requireRoom(options)
    const { priority, startWithinMs = Number.POSITIVE_INFINITY } = options
    this.#requests++
    let left = inputs.length
    this.#expect(priority, left)
    const startBy = performance.now() + startWithinMs
    try {
      const outputs: Output[] = []
      for (const input of inputs) {
        outputs.push(await this.#takeTurn(options, outputs.length === 0 ? startBy : null, () => call(input)))
        this.#expect(priority, -1)
        left--
      }
      return outputs
    } finally {
      this.#expect(priority, -left)
      this.#requests--
      if (this.#requests === 0) this.#onEmpty?.()
    }
  }

  #expect(priority: Priority, calls: number): void {
    this.#ahead.all += calls
    if (priority === 'interactive') this.#ahead.interactive += calls
  }

  async #takeTurn<Output>({ priority, signal }: CallOptions, startBy: number | null, call: () => Promise<Output>): Promise<Output> {
    const since = performance.now()
    if (priority === 'background') await this.#letChatGoFirst(signal)
    await this.#enter(priority)
    const startedAt = performance.now()
    try {
      if (this.#hasStopped) throw new EngineError('stopping', 'The server is stopping.')
      if (signal.aborted) throw new EngineError('aborted', 'The client has gone.')
      if (startBy !== null && startedAt > startBy) throw cannotStart(startedAt - since)
      const running = call()
      this.#running = running
      const output = await running
      const ms = performance.now() - startedAt
      this.#callMs = this.#callMs === 0 ? ms : 0.8 * this.#callMs + 0.2 * ms
      return output
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
