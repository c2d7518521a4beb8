import { randomBytes } from 'node:crypto'

/** A piece of a rendered template: its own, or what somebody else wrote. */
export type RenderedPart = { isOwn: boolean; text: string }

/**
 * Stands in for everything in a chat that the template did not write. A template that is rendered with placeholders
 * cannot be led astray by what a text says, and afterwards it is known of every character whose it is.
 */
export class Placeholders {
  // Nobody can spell a placeholder, because nobody knows the nonce of this one rendering.
  readonly #nonce = randomBytes(12).toString('hex')
  readonly #texts: string[] = []

  /** A placeholder for a text; white space around it stays, because templates trim. An empty text stays empty. */
  text(text: string): string {
    const core = text.trim()
    if (core === '') return text
    const start = text.indexOf(core)
    return text.slice(0, start) + this.#hide(core) + text.slice(start + core.length)
  }

  /** The same value with a placeholder for each string in it, but for keys that are plain names: a template looks for those. */
  value(value: unknown): unknown {
    if (typeof value === 'string') return this.#hide(value)
    if (Array.isArray(value)) return value.map((item) => this.value(item))
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [/^[\w$.-]*$/.test(key) ? key : this.#hide(key), this.value(item)]),
    )
  }

  /** Cuts a rendered template at the placeholders and puts back what they stood for. */
  split(rendered: string): RenderedPart[] {
    const parts: RenderedPart[] = []
    let start = 0
    for (const match of rendered.matchAll(new RegExp(`q${this.#nonce}(\\\\?)"(\\d+)q`, 'g'))) {
      const text = this.#texts[Number(match[2])] ?? ''
      parts.push({ isOwn: true, text: rendered.slice(start, match.index) })
      // A quote that was escaped on the way means that the template wrote JSON here.
      parts.push({ isOwn: false, text: match[1] === '' ? text : JSON.stringify(text).slice(1, -1) })
      start = match.index + match[0].length
    }
    parts.push({ isOwn: true, text: rendered.slice(start) })
    return parts
  }

  #hide(text: string): string {
    this.#texts.push(text)
    return `q${this.#nonce}"${this.#texts.length - 1}q`
  }
}
