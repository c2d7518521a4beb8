import { type Ranges, union, without } from './code-points'

/**
 * A part of a pattern, for the reckoning of how many ways there are to read one text by it. llama.cpp follows them all, for every token of the
 * vocabulary that does not fit: `.{0,60}.{0,60}` has thousands, and from a hundred `.?` it does not come back.
 */
export type Part = {
  ways: number
  /** What it may hold since it was last plain where a text stands in it; nothing where that is plain now. */
  chars: Ranges
  /** All that it may hold. */
  all: Ranges
  /** What it begins with, if it is anything at all. */
  first: Ranges
  /** It may be nothing. */
  isNullable: boolean
}

export const NOTHING: Part = { ways: 1, chars: [], all: [], first: [], isNullable: true }

/** What a repetition without end counts for: five in a row, `.*.*.*.*.*`, keep nobody waiting (test/model/wire.test.ts). */
const ENDLESS = 5

/**
 * What tokens are made of that have a hundred times the same character: space, punctuation, lines of boxes. A loop that may be read in two
 * ways at each of them, `(.+)+`, has two to the power of a hundred ways; with letters, `([a-z]+-?)+`, it has as many as words are long.
 */
const IN_RUNS: Ranges = [
  [0x20, 0x2f],
  [0x3a, 0x40],
  [0x5b, 0x5e],
  [0x60, 0x60],
  [0x7b, 0x7e],
  [0x2000, 0x206f],
  [0x2500, 0x25ff],
  [0x3000, 0x303f],
  [0xff00, 0xff0f],
]

export function single(chars: Ranges): Part {
  return { ways: 1, chars, all: chars, first: chars, isNullable: false }
}

/**
 * One part and then another. Where the second begins with what the first does not hold, it is plain where the first ended, and
 * their ways do not multiply.
 */
export function followed(before: Part, next: Part): Part {
  const isPlain = areDisjoint(next.first, before.chars)
  const isSync = isPlain && !next.isNullable
  const ways = isSync ? next.ways : isPlain ? Math.max(before.ways, next.ways) : before.ways * next.ways
  return {
    ways,
    chars: ways === 1 ? [] : isSync ? next.chars : union(before.chars, next.chars),
    all: union(before.all, next.all),
    first: before.isNullable ? union(before.first, next.first) : before.first,
    isNullable: before.isNullable && next.isNullable,
  }
}

/** One of several. */
export function either(parts: Part[]): Part {
  return {
    ways: Math.max(...parts.map(({ ways }) => ways)),
    chars: union(...parts.map(({ chars }) => chars)),
    all: union(...parts.map(({ all }) => all)),
    first: union(...parts.map(({ first }) => first)),
    isNullable: parts.some(({ isNullable }) => isNullable),
  }
}

/** From `least` to `most` times the part; no `most`: without end. */
export function repeated(part: Part, least: number, most: number | null): Part {
  if (most === 1 && least === 1) return part
  // Without end it comes back to where it was, and there is no more of it at one time than once.
  const isPlain = most === null || (!part.isNullable && areDisjoint(part.first, part.chars))
  const loops = most === null && part.ways > 1 && !areDisjoint(without(part.first, without(part.first, part.chars)), IN_RUNS)
  const ways = loops ? Number.POSITIVE_INFINITY : (isPlain ? part.ways : part.ways ** most) * (most === null ? ENDLESS : most - least + 1)
  return { ...part, ways, chars: part.all, isNullable: part.isNullable || least === 0 }
}

function areDisjoint(one: Ranges, other: Ranges): boolean {
  return one.length === 0 || other.length === 0 || without(one, other).reduce(sizeOf, 0) === one.reduce(sizeOf, 0)
}

function sizeOf(sum: number, [from, to]: [number, number]): number {
  return sum + to - from + 1
}
