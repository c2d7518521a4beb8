import { characterInJson, complement, literal, type Ranges, union } from './code-points'
import { SchemaError } from './schema-error'

const DIGIT: Ranges = [[0x30, 0x39]]
const WORD: Ranges = union(DIGIT, [
  [0x41, 0x5a],
  [0x5f, 0x5f],
  [0x61, 0x7a],
])
// https://tc39.es/ecma262/#prod-WhiteSpace and LineTerminator
const SPACE: Ranges = union(
  [0x20, 0xa0, 0x1680, 0x202f, 0x205f, 0x3000, 0xfeff].map((code): [number, number] => [code, code]),
  [
    [0x09, 0x0d],
    [0x2000, 0x200a],
    [0x2028, 0x2029],
  ],
)
const LINE_ENDS: Ranges = [
  [0x0a, 0x0a],
  [0x0d, 0x0d],
  [0x2028, 0x2029],
]
const CLASSES: Record<string, Ranges> = {
  d: DIGIT,
  D: complement(DIGIT),
  w: WORD,
  W: complement(WORD),
  s: SPACE,
  S: complement(SPACE),
}
const CONTROLS: Record<string, number> = { n: 10, r: 13, t: 9, f: 12, v: 11, 0: 0 }
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
  readonly #chars: string[]
  #at = 0
  #ways = 1

  constructor(
    pattern: string,
    private readonly path: string[],
    private readonly maxWays: number,
  ) {
    // By UTF-16 unit a character outside the first plane would be two; JSON Schema means the `u` flag.
    this.#chars = [...pattern]
    try {
      new RegExp(pattern, 'u')
    } catch (cause) {
      throw new SchemaError(path, 'pattern', 'is not a valid regular expression', { cause })
    }
  }

  read(): string {
    const anything = `${characterInJson(ANY)}*`
    const branches: string[] = []
    do {
      const isAtStart = this.#eat('^')
      const body = this.#sequence()
      const isAtEnd = this.#eat('$')
      if (this.#peek() !== undefined && this.#peek() !== '|') this.#refuse('anchors inside')
      branches.push([isAtStart ? '' : anything, body, isAtEnd ? '' : anything].filter((part) => part !== '').join(' '))
    } while (this.#eat('|'))
    return branches.length === 1 ? (branches[0] as string) : `(${branches.map((branch) => branch || '""').join(' | ')})`
  }

  #sequence(): string {
    const parts: string[] = []
    for (;;) {
      const next = this.#peek()
      if (next === undefined || next === '|' || next === ')' || (next === '$' && this.#isLastOfBranch())) return parts.join(' ')
      const atom = this.#atom()
      parts.push(atom + this.#quantifier())
    }
  }

  #isLastOfBranch(): boolean {
    const after = this.#chars[this.#at + 1]
    return after === undefined || after === '|'
  }

  #atom(): string {
    const char = this.#next()
    if (char === '(') return this.#group()
    if (char === '[') return this.#single(this.#characterClass())
    if (char === '.') return this.#single(complement(LINE_ENDS))
    if (char === '\\') return this.#single(this.#escape())
    if (char === '^' || char === '$') return this.#refuse('anchors inside')
    return this.#single(one(char))
  }

  #group(): string {
    if (this.#eat('?')) {
      if (this.#eat('<')) {
        if (this.#peek() === '=' || this.#peek() === '!') this.#refuse('lookbehind')
        while (this.#next() !== '>');
      } else if (!this.#eat(':')) this.#refuse(this.#peek() === '=' || this.#peek() === '!' ? 'lookahead' : 'flags inside')
    }
    const branches: string[] = []
    do {
      branches.push(this.#sequence() || '""')
      if (this.#peek() === '$') this.#refuse('anchors inside')
    } while (this.#eat('|'))
    this.#next()
    return `(${branches.join(' | ')})`
  }

  #quantifier(): string {
    const read = (): string => {
      for (const sign of ['*', '+', '?']) if (this.#eat(sign)) return sign
      if (!this.#eat('{')) return ''
      let text = ''
      while (this.#peek() !== '}') text += this.#next()
      this.#next()
      const [least = 0, most = least] = text.split(',').map(Number)
      if (Math.max(least, most) > MAX_REPETITIONS) this.#refuse(`more than ${MAX_REPETITIONS} repetitions`)
      this.#ways *= Math.max(1, most - least + 1)
      if (this.#ways > this.maxWays) this.#refuse('so many ways to repeat')
      return `{${text}}`
    }
    const quantifier = read()
    // Lazy or greedy, the same strings match.
    if (quantifier !== '') this.#eat('?')
    return quantifier
  }

  #escape(): Ranges {
    const char = this.#next()
    if (char in CLASSES) return CLASSES[char] as Ranges
    if (char in CONTROLS) return [[CONTROLS[char] as number, CONTROLS[char] as number]]
    if (char === 'x') return one(String.fromCodePoint(Number.parseInt(this.#next() + this.#next(), 16)))
    if (char === 'u') return this.#unicode()
    if (char === 'c') {
      const code = (this.#next().codePointAt(0) ?? 0) % 32
      return [[code, code]]
    }
    if (/[a-zA-Z1-9]/.test(char)) return this.#refuse(/[1-9k]/.test(char) ? 'back references' : `\\${char}`)
    return one(char)
  }

  #unicode(): Ranges {
    let digits = ''
    if (this.#eat('{')) for (let next = this.#next(); next !== '}'; next = this.#next()) digits += next
    else {
      for (let index = 0; index < 4; index++) digits += this.#next()
      // Two escapes may spell one character.
      const low = this.#chars.slice(this.#at, this.#at + 6).join('')
      if (/^d[89ab]/i.test(digits) && /^\\ud[c-f]/i.test(low)) {
        this.#at += 6
        const pair = String.fromCharCode(Number.parseInt(digits, 16), Number.parseInt(low.slice(2), 16))
        return one(pair)
      }
    }
    const code = Number.parseInt(digits, 16)
    return [[code, code]]
  }

  #characterClass(): Ranges {
    const isNegated = this.#eat('^')
    const parts: Ranges[] = []
    while (!this.#eat(']')) {
      const from = this.#classMember()
      const [start] = from[0] ?? [0]
      const isRange = this.#peek() === '-' && this.#chars[this.#at + 1] !== ']' && from.length === 1 && from[0]?.[0] === from[0]?.[1]
      if (!isRange) {
        parts.push(from)
        continue
      }
      this.#next()
      const to = this.#classMember()
      parts.push([[start, to[0]?.[0] ?? start]])
    }
    const all = union(...parts)
    return isNegated ? complement(all) : all
  }

  #classMember(): Ranges {
    const char = this.#next()
    if (char !== '\\') return one(char)
    if (this.#eat('b')) return [[8, 8]]
    return this.#escape()
  }

  #single(ranges: Ranges): string {
    // An empty class matches nothing; a grammar has no word for that.
    return characterInJson(ranges) ?? this.#refuse('an empty character class')
  }

  #peek(): string | undefined {
    return this.#chars[this.#at]
  }

  #next(): string {
    const char = this.#chars[this.#at++]
    return char ?? this.#refuse('this form')
  }

  #eat(char: string): boolean {
    if (this.#peek() !== char) return false
    this.#at++
    return true
  }

  #refuse(what: string): never {
    throw new SchemaError(this.path, 'pattern', `with ${what} is not permitted`)
  }
}

function one(char: string): Ranges {
  const code = char.codePointAt(0) ?? 0
  return [[code, code]]
}

/** GBNF of a text as it stands in a JSON string, without the quotes. */
export function textInJson(text: string): string {
  return literal(JSON.stringify(text).slice(1, -1))
}
