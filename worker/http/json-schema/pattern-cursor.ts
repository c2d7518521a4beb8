import { SchemaError } from './schema-error'

/** Reads a regular expression character by character; with its way to refuse what cannot be a grammar. */
export class PatternCursor {
  readonly #chars: string[]
  #at = 0

  /** @throws SchemaError when it is no regular expression */
  constructor(
    pattern: string,
    private readonly path: string[],
  ) {
    // By UTF-16 unit a character outside the first plane would be two; JSON Schema means the `u` flag.
    this.#chars = [...pattern]
    try {
      new RegExp(pattern, 'u')
    } catch (cause) {
      throw new SchemaError(path, 'pattern', 'is not a valid regular expression', { cause })
    }
  }

  /** The character `ahead` of the next one; undefined behind the end. */
  peek(ahead = 0): string | undefined {
    return this.#chars[this.#at + ahead]
  }

  /** The characters to come, as many as there are of so many. */
  coming(count: number): string {
    return this.#chars.slice(this.#at, this.#at + count).join('')
  }

  skip(count: number): void {
    this.#at += count
  }

  next(): string {
    const char = this.#chars[this.#at++]
    return char ?? this.refuse('this form')
  }

  /** Steps over this character if it is the next one. */
  eat(char: string): boolean {
    if (this.peek() !== char) return false
    this.#at++
    return true
  }

  refuse(what: string): never {
    throw new SchemaError(this.path, 'pattern', `with ${what} is not permitted`)
  }
}
