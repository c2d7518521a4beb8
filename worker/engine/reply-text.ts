import type { Vocabulary } from './decoder'

// A character has at most four bytes, so at most four tokens; a longer run of broken bytes is what the model wrote.
const MAX_PENDING_TOKENS = 16

/**
 * Turns drawn tokens into text that can be shown at once: half a character is held back until its other half comes,
 * and whatever could be the beginning of a stop string until it is clear that it is not.
 */
export class ReplyText {
  readonly #decode: Vocabulary['decode']
  readonly #stops: string[]
  #pending: number[] = []
  #shown = 0
  #held = ''
  #isStopped = false

  constructor(decode: Vocabulary['decode'], stops: string[]) {
    this.#decode = decode
    this.#stops = stops
  }

  /** Whether a stop string was met; what came before it has been given out, nothing else will be. */
  get isStopped(): boolean {
    return this.#isStopped
  }

  /** Takes one more token; returns the text that is now certain, often all of it, sometimes none. */
  push(token: number): string {
    this.#pending.push(token)
    const text = this.#decode(this.#pending)
    const isWhole = !text.endsWith('\uFFFD') || this.#pending.length >= MAX_PENDING_TOKENS
    const certain = isWhole ? text : text.replace(/\uFFFD+$/, '')
    const fresh = certain.slice(this.#shown)
    this.#shown = isWhole ? 0 : certain.length
    if (isWhole) this.#pending = []
    return this.#untilStop(fresh)
  }

  /** The reply is over: gives out what was held back. */
  finish(): string {
    if (this.#isStopped) return ''
    const rest = this.#untilStop(this.#decode(this.#pending).slice(this.#shown))
    this.#pending = []
    this.#shown = 0
    const held = this.#isStopped ? '' : this.#held
    this.#held = ''
    return rest + held
  }

  #untilStop(fresh: string): string {
    if (this.#isStopped) return ''
    const text = this.#held + fresh
    const met = this.#stops.map((stop) => text.indexOf(stop)).filter((at) => at >= 0)
    if (met.length > 0) {
      this.#isStopped = true
      this.#held = ''
      return text.slice(0, Math.min(...met))
    }
    const keep = Math.max(0, ...this.#stops.map((stop) => beginningAtEnd(text, stop)))
    this.#held = text.slice(text.length - keep)
    return text.slice(0, text.length - keep)
  }
}

/** How many characters at the end of `text` are the beginning of `stop`. */
function beginningAtEnd(text: string, stop: string): number {
  for (let length = Math.min(stop.length - 1, text.length); length > 0; length--) if (text.endsWith(stop.slice(0, length))) return length
  return 0
}
