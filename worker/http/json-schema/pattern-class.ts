import { complement, type Ranges, union } from './code-points'
import type { PatternCursor } from './pattern-cursor'

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
/** What a dot does not match. */
export const LINE_ENDS: Ranges = [
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

/** The characters that an escape means; its backslash has been read. */
export function readEscape(cursor: PatternCursor): Ranges {
  const char = cursor.next()
  if (char in CLASSES) return CLASSES[char] as Ranges
  if (char in CONTROLS) return [[CONTROLS[char] as number, CONTROLS[char] as number]]
  if (char === 'x') return one(String.fromCodePoint(Number.parseInt(cursor.next() + cursor.next(), 16)))
  if (char === 'u') return readUnicode(cursor)
  if (char === 'c') {
    const code = (cursor.next().codePointAt(0) ?? 0) % 32
    return [[code, code]]
  }
  if (/[a-zA-Z1-9]/.test(char)) return cursor.refuse(/[1-9k]/.test(char) ? 'back references' : `\\${char}`)
  return one(char)
}

function readUnicode(cursor: PatternCursor): Ranges {
  let digits = ''
  if (cursor.eat('{')) for (let next = cursor.next(); next !== '}'; next = cursor.next()) digits += next
  else {
    for (let index = 0; index < 4; index++) digits += cursor.next()
    // Two escapes may spell one character.
    const low = cursor.coming(6)
    if (/^d[89ab]/i.test(digits) && /^\\ud[c-f]/i.test(low)) {
      cursor.skip(6)
      const pair = String.fromCharCode(Number.parseInt(digits, 16), Number.parseInt(low.slice(2), 16))
      return one(pair)
    }
  }
  const code = Number.parseInt(digits, 16)
  return [[code, code]]
}

/** The characters of a class; its opening bracket has been read. */
export function readClass(cursor: PatternCursor): Ranges {
  const isNegated = cursor.eat('^')
  const parts: Ranges[] = []
  while (!cursor.eat(']')) {
    const from = readMember(cursor)
    const [start] = from[0] ?? [0]
    const isRange = cursor.peek() === '-' && cursor.peek(1) !== ']' && from.length === 1 && from[0]?.[0] === from[0]?.[1]
    if (!isRange) {
      parts.push(from)
      continue
    }
    cursor.next()
    const to = readMember(cursor)
    parts.push([[start, to[0]?.[0] ?? start]])
  }
  const all = union(...parts)
  return isNegated ? complement(all) : all
}

function readMember(cursor: PatternCursor): Ranges {
  const char = cursor.next()
  if (char !== '\\') return one(char)
  if (cursor.eat('b')) return [[8, 8]]
  return readEscape(cursor)
}

/** This character alone. */
export function one(char: string): Ranges {
  const code = char.codePointAt(0) ?? 0
  return [[code, code]]
}
