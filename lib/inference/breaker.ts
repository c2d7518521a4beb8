/**
 * A circuit breaker: after `threshold` failures in a row calls fail at once, so that the next tickets need not wait for
 * a model that is down. After `openMs` one call may try; its success closes the circuit, its failure opens it again for
 * twice as long, at most `maxOpenMs`. (Nygard, Release It!, 2nd ed., "Circuit Breaker".)
 */
export class Breaker {
  #failures = 0
  #openUntil = 0
  #openMs: number
  #isProbing = false
  readonly #options: { threshold: number; openMs: number; maxOpenMs: number; now: () => number }

  constructor(options: { threshold?: number; openMs?: number; maxOpenMs?: number; now?: () => number } = {}) {
    this.#options = { threshold: 3, openMs: 5_000, maxOpenMs: 60_000, now: Date.now, ...options }
    this.#openMs = this.#options.openMs
  }

  /** Whether calls would fail at once now. */
  get isOpen(): boolean {
    return this.#failures >= this.#options.threshold && (this.#isProbing || this.#options.now() < this.#openUntil)
  }

  /** Asks to make a call; true at most once while half open. Who got true must report success, failure or `release`. */
  tryEnter(): boolean {
    if (this.#failures < this.#options.threshold) return true
    if (this.isOpen) return false
    this.#isProbing = true
    return true
  }

  success(): void {
    this.#failures = 0
    this.#isProbing = false
    this.#openMs = this.#options.openMs
  }

  failure(): void {
    this.#failures++
    if (this.#failures < this.#options.threshold) return
    if (this.#isProbing) this.#openMs = Math.min(this.#openMs * 2, this.#options.maxOpenMs)
    this.#isProbing = false
    this.#openUntil = this.#options.now() + this.#openMs
  }

  /** The call ended without telling anything about the server (given up by us, or the server was merely busy). */
  release(): void {
    this.#isProbing = false
  }
}
