/** Sorted code points, ends included, that neither touch nor overlap. */
export type Ranges = [from: number, to: number][]

const LAST = 0x10_ffff
/** Halves of UTF-16 pairs are no characters by themselves. */
const HALVES: Ranges = [[0xd800, 0xdfff]]

export function union(...many: Ranges[]): Ranges {
  const merged: Ranges = []
  for (const [from, to] of many.flat().sort((a, b) => a[0] - b[0])) {
    const last = merged.at(-1)
    if (last && from <= last[1] + 1) last[1] = Math.max(last[1], to)
    else merged.push([from, to])
  }
  return merged
}

export function complement(ranges: Ranges): Ranges {
  const rest: Ranges = []
  let next = 0
  for (const [from, to] of union(ranges)) {
    if (from > next) rest.push([next, from - 1])
    next = to + 1
  }
  if (next <= LAST) rest.push([next, LAST])
  return rest
}

export function without(ranges: Ranges, taken: Ranges): Ranges {
  return complement(union(complement(ranges), taken))
}

const QUOTE = 0x22
const BACKSLASH = 0x5c
/** What a JSON string holds in no other form than escaped; DEL with them, which llama.cpp's own JSON grammar escapes too. */
const ESCAPED: Ranges = [
  [0, 0x1f],
  [QUOTE, QUOTE],
  [BACKSLASH, BACKSLASH],
  [0x7f, 0x7f],
]
const SHORT: Record<number, string> = { 8: 'b', 9: 't', 10: 'n', 12: 'f', 13: 'r', [QUOTE]: '"', [BACKSLASH]: '\\' }

/** GBNF for one character of the set as it stands in a JSON string: itself, or its escape where it needs one. Null: no character. */
export function characterInJson(ranges: Ranges): string | null {
  const options: string[] = []
  const plain = without(without(ranges, ESCAPED), HALVES)
  if (plain.length > 0)
    options.push(`[${plain.map(([from, to]) => (from === to ? inClass(from) : `${inClass(from)}-${inClass(to)}`)).join('')}]`)
  for (const [first, last] of ESCAPED) {
    for (let code = first; code <= last; code++) {
      if (ranges.some(([from, to]) => from <= code && code <= to)) options.push(literal(escapeInJson(code)))
    }
  }
  if (options.length === 0) return null
  return options.length === 1 ? (options[0] as string) : `(${options.join(' | ')})`
}

function escapeInJson(code: number): string {
  const short = SHORT[code]
  return short ? `\\${short}` : `\\u${code.toString(16).padStart(4, '0')}`
}

/** A GBNF literal that spells exactly this text. */
export function literal(text: string): string {
  return `"${Array.from(text, inLiteral).join('')}"`
}

function inLiteral(char: string): string {
  const code = char.codePointAt(0) ?? 0
  const isPlain = code > 0xa0 || (code >= 0x20 && code <= 0x7e && char !== '"' && char !== '\\')
  return isPlain ? char : hex(code)
}

function inClass(code: number): string {
  return /[A-Za-z0-9 ]/.test(String.fromCodePoint(code)) && code < 0x80 ? String.fromCodePoint(code) : hex(code)
}

function hex(code: number): string {
  if (code <= 0xff) return `\\x${code.toString(16).padStart(2, '0').toUpperCase()}`
  if (code <= 0xffff) return `\\u${code.toString(16).padStart(4, '0').toUpperCase()}`
  return `\\U${code.toString(16).padStart(8, '0').toUpperCase()}`
}

/** GBNF of a text as it stands in a JSON string, without the quotes. */
export function textInJson(text: string): string {
  return literal(JSON.stringify(text).slice(1, -1))
}
