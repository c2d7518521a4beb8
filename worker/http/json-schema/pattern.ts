import { characterInJson, complement, type Ranges } from './code-points'
import { LINE_ENDS, one, readClass, readEscape } from './pattern-class'
import { PatternCursor } from './pattern-cursor'
import { either, followed, NOTHING, type Part, repeated, single } from './pattern-ways'
import { SchemaError } from './schema-error'

/** llama.cpp refuses longer repetitions (MAX_REPETITION_THRESHOLD in llama-grammar.cpp). */
export const MAX_REPETITIONS = 2_000
/** Ways to read one text; see pattern-ways.ts. */
const MAX_WAYS = 5_000
/** Parts that may be left out, repeated or chosen: each may be a place where a text goes on, and all are looked at for every token. */
const MAX_OPEN = 300
/** Characters of one pattern, which nobody else is served while it is read. */
const MAX_CHARS = 10_000
/** Each level takes stack, here and in llama.cpp. */
const MAX_DEPTH = 32
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
  return new PatternReader(pattern, path, isOurs).read()
}

type Read = { text: string; part: Part }

class PatternReader {
  readonly #cursor: PatternCursor
  #open = 0
  #depth = 0

  constructor(
    pattern: string,
    path: string[],
    private readonly isOurs: boolean,
  ) {
    if (pattern.length > MAX_CHARS) throw new SchemaError(path, 'pattern', `with more than ${MAX_CHARS} characters is not permitted`)
    this.#cursor = new PatternCursor(pattern, path)
  }

  read(): string {
    const anything = `${characterInJson(ANY)}*`
    const branches: string[] = []
    do {
      if (branches.length > 0) this.#leaveOpen()
      const isAtStart = this.#cursor.eat('^')
      const { text } = this.#sequence()
      const isAtEnd = this.#cursor.eat('$')
      if (this.#cursor.peek() !== undefined && this.#cursor.peek() !== '|') this.#cursor.refuse('anchors inside')
      branches.push([isAtStart ? '' : anything, text, isAtEnd ? '' : anything].filter((part) => part !== '').join(' '))
    } while (this.#cursor.eat('|'))
    return branches.length === 1 ? (branches[0] as string) : `(${branches.map((branch) => branch || '""').join(' | ')})`
  }

  #sequence(): Read {
    const texts: string[] = []
    let all = NOTHING
    for (;;) {
      const next = this.#cursor.peek()
      if (next === undefined || next === '|' || next === ')' || (next === '$' && this.#isLastOfBranch()))
        return { text: texts.join(' '), part: all }
      const { text, part } = this.#quantified(this.#atom())
      texts.push(text)
      all = this.#within(followed(all, part))
    }
  }

  #isLastOfBranch(): boolean {
    const after = this.#cursor.peek(1)
    return after === undefined || after === '|'
  }

  #atom(): Read {
    const char = this.#cursor.next()
    if (char === '(') return this.#group()
    if (char === '[') return this.#single(readClass(this.#cursor))
    if (char === '.') return this.#single(complement(LINE_ENDS))
    if (char === '\\') return this.#single(readEscape(this.#cursor))
    if (char === '^' || char === '$') return this.#cursor.refuse('anchors inside')
    return this.#single(one(char))
  }

  #group(): Read {
    if (this.#cursor.eat('?')) {
      if (this.#cursor.eat('<')) {
        if (this.#cursor.peek() === '=' || this.#cursor.peek() === '!') this.#cursor.refuse('lookbehind')
        while (this.#cursor.next() !== '>');
      } else if (!this.#cursor.eat(':'))
        this.#cursor.refuse(this.#cursor.peek() === '=' || this.#cursor.peek() === '!' ? 'lookahead' : 'flags inside')
    }
    if (++this.#depth > MAX_DEPTH) this.#cursor.refuse(`groups nested deeper than ${MAX_DEPTH}`)
    const branches: Read[] = []
    do {
      if (branches.length > 0) this.#leaveOpen()
      branches.push(this.#sequence())
      if (this.#cursor.peek() === '$') this.#cursor.refuse('anchors inside')
    } while (this.#cursor.eat('|'))
    this.#cursor.next()
    this.#depth--
    return { text: `(${branches.map(({ text }) => text || '""').join(' | ')})`, part: either(branches.map(({ part }) => part)) }
  }

  /** What was read with the quantifier that follows it, if one does. */
  #quantified({ text, part }: Read): Read {
    const [sign, least, most] = this.#quantifier()
    if (sign === '') return { text, part }
    // Lazy or greedy, the same strings match.
    this.#cursor.eat('?')
    if (least !== most) this.#leaveOpen()
    return { text: text + sign, part: this.#within(repeated(part, least, most)) }
  }

  #quantifier(): [sign: string, least: number, most: number | null] {
    if (this.#cursor.eat('*')) return ['*', 0, null]
    if (this.#cursor.eat('+')) return ['+', 1, null]
    if (this.#cursor.eat('?')) return ['?', 0, 1]
    if (!this.#cursor.eat('{')) return ['', 1, 1]
    let text = ''
    while (this.#cursor.peek() !== '}') text += this.#cursor.next()
    this.#cursor.next()
    const [least = 0, most = least] = text.split(',').map(Number)
    if (Math.max(least, most) > MAX_REPETITIONS) this.#cursor.refuse(`more than ${MAX_REPETITIONS} repetitions`)
    return [`{${text}}`, least, /,$/.test(text) ? null : most]
  }

  #within(part: Part): Part {
    if (part.ways > MAX_WAYS && !this.isOurs) this.#cursor.refuse('so many ways to repeat')
    return part
  }

  #leaveOpen(): void {
    this.#open++
    if (this.#open > MAX_OPEN && !this.isOurs) this.#cursor.refuse(`more than ${MAX_OPEN} parts that may be left out, repeated or chosen`)
  }

  #single(ranges: Ranges): Read {
    // An empty class matches nothing; a grammar has no word for that.
    return { text: characterInJson(ranges) ?? this.#cursor.refuse('an empty character class'), part: single(ranges) }
  }
}
