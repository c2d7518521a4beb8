import { characterInJson, complement, type Ranges } from './code-points'
import { LINE_ENDS, one, readClass, readEscape } from './pattern-class'
import { PatternCursor } from './pattern-cursor'

/** llama.cpp refuses longer repetitions (MAX_REPETITION_THRESHOLD in llama-grammar.cpp). */
export const MAX_REPETITIONS = 2_000
/**
 * `.{0,60}.{0,60}` can be read in thousands of ways, and llama.cpp follows them all for every token: the product of what
 * bounded repetitions leave open is limited.
 */
const MAX_WAYS = 5_000
const ANY = complement([])

/**
 * A regular expression of JSON Schema as GBNF for the inside of a JSON string. What no grammar can say or we do not
 * know (lookaround, back references, word boundaries, properties, anchors inside) is an error and never left out.
 * As JSON Schema has it, a pattern that is not anchored may match anywhere.
 *
 * @param isOurs it was written here and not by a stranger, who might mean to keep the model busy
 * @throws SchemaError
 */
export function patternToGbnf(pattern: string, path: string[], { isOurs = false } = {}): string {
  return new PatternReader(pattern, path, isOurs ? Number.POSITIVE_INFINITY : MAX_WAYS).read()
}

class PatternReader {
  readonly #cursor: PatternCursor
  #ways = 1

  constructor(
    pattern: string,
    path: string[],
    private readonly maxWays: number,
  ) {
    this.#cursor = new PatternCursor(pattern, path)
  }

  read(): string {
    const anything = `${characterInJson(ANY)}*`
    const branches: string[] = []
    do {
      const isAtStart = this.#cursor.eat('^')
      const body = this.#sequence()
      const isAtEnd = this.#cursor.eat('$')
      if (this.#cursor.peek() !== undefined && this.#cursor.peek() !== '|') this.#cursor.refuse('anchors inside')
      branches.push([isAtStart ? '' : anything, body, isAtEnd ? '' : anything].filter((part) => part !== '').join(' '))
    } while (this.#cursor.eat('|'))
    return branches.length === 1 ? (branches[0] as string) : `(${branches.map((branch) => branch || '""').join(' | ')})`
  }

  #sequence(): string {
    const parts: string[] = []
    for (;;) {
      const next = this.#cursor.peek()
      if (next === undefined || next === '|' || next === ')' || (next === '$' && this.#isLastOfBranch())) return parts.join(' ')
      const atom = this.#atom()
      parts.push(atom + this.#quantifier())
    }
  }

  #isLastOfBranch(): boolean {
    const after = this.#cursor.peek(1)
    return after === undefined || after === '|'
  }

  #atom(): string {
    const char = this.#cursor.next()
    if (char === '(') return this.#group()
    if (char === '[') return this.#single(readClass(this.#cursor))
    if (char === '.') return this.#single(complement(LINE_ENDS))
    if (char === '\\') return this.#single(readEscape(this.#cursor))
    if (char === '^' || char === '$') return this.#cursor.refuse('anchors inside')
    return this.#single(one(char))
  }

  #group(): string {
    if (this.#cursor.eat('?')) {
      if (this.#cursor.eat('<')) {
        if (this.#cursor.peek() === '=' || this.#cursor.peek() === '!') this.#cursor.refuse('lookbehind')
        while (this.#cursor.next() !== '>');
      } else if (!this.#cursor.eat(':'))
        this.#cursor.refuse(this.#cursor.peek() === '=' || this.#cursor.peek() === '!' ? 'lookahead' : 'flags inside')
    }
    const branches: string[] = []
    do {
      branches.push(this.#sequence() || '""')
      if (this.#cursor.peek() === '$') this.#cursor.refuse('anchors inside')
    } while (this.#cursor.eat('|'))
    this.#cursor.next()
    return `(${branches.join(' | ')})`
  }

  #quantifier(): string {
    const read = (): string => {
      for (const sign of ['*', '+', '?']) if (this.#cursor.eat(sign)) return sign
      if (!this.#cursor.eat('{')) return ''
      let text = ''
      while (this.#cursor.peek() !== '}') text += this.#cursor.next()
      this.#cursor.next()
      const [least = 0, most = least] = text.split(',').map(Number)
      if (Math.max(least, most) > MAX_REPETITIONS) this.#cursor.refuse(`more than ${MAX_REPETITIONS} repetitions`)
      this.#ways *= Math.max(1, most - least + 1)
      if (this.#ways > this.maxWays) this.#cursor.refuse('so many ways to repeat')
      return `{${text}}`
    }
    const quantifier = read()
    // Lazy or greedy, the same strings match.
    if (quantifier !== '') this.#cursor.eat('?')
    return quantifier
  }

  #single(ranges: Ranges): string {
    // An empty class matches nothing; a grammar has no word for that.
    return characterInJson(ranges) ?? this.#cursor.refuse('an empty character class')
  }
}
