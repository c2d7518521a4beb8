import type { Steps } from './take-turns'

/** A token with a meaning of its own (`<|im_end|>`, `<think>`…): how it is written and its id. */
export type SpecialToken = { text: string; id: number }

/** Shorter pieces are remembered: a text may spell the same special token again and again. */
const KNOWN_CHARS = 64

/** A text as a part of a regular expression. */
export const quote = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/**
 * An encoder for text that others wrote. llama.cpp leaves control tokens alone when it is told to, but it still finds
 * the "user defined" ones (`<think>`, `<tool_call>` in Qwen3) in any text. So every place that spells a special token
 * is cut behind its first character and the pieces are encoded by themselves: the model reads the same characters.
 *
 * @param tokenize the vocabulary's own encoder, told not to parse special tokens
 */
export function plainTextEncoder(tokenize: (text: string) => number[], specials: SpecialToken[]): (text: string) => number[] {
  const piecesOf = plainTextPieces(specials)
  const isSpecial = specialTest(specials)
  return (text) => {
    const tokens: number[] = []
    // A megabyte of one special token is a hundred thousand times the same piece; encoding each anew took seconds.
    const known = new Map<string, number[]>()
    for (const piece of piecesOf(text)) {
      const encoded = known.get(piece) ?? tokenize(piece)
      known.set(piece, encoded)
      for (const token of encoded) tokens.push(token)
    }
    if (tokens.some(isSpecial)) throw new Error('A special token came out of plain text.')
    return tokens
  }
}

/**
 * The same for a text of any length, step by step.
 *
 * @param slice cuts a piece so that the tokens of the slices are those of the piece; not at all, where that is not known
 */
export function longTextEncoder(
  tokenize: (text: string) => number[],
  specials: SpecialToken[],
  slice: (piece: string) => Iterable<string> = (piece) => [piece],
): (text: string) => Steps<number[]> {
  const piecesOf = plainTextPieces(specials)
  const isSpecial = specialTest(specials)
  return function* (text) {
    const tokens: number[] = []
    const known = new Map<string, number[]>()
    for (const piece of piecesOf(text)) {
      for (const one of slice(piece)) {
        const encoded = known.get(one) ?? tokenize(one)
        if (encoded.some(isSpecial)) throw new Error('A special token came out of plain text.')
        if (one.length < KNOWN_CHARS) known.set(one, encoded)
        for (const token of encoded) tokens.push(token)
        // What is known already costs nothing but its place in the list.
        yield Math.max(one.length, KNOWN_CHARS)
      }
    }
    return tokens
  }
}

function specialTest(specials: SpecialToken[]): (token: number) => boolean {
  const ids = new Set(specials.filter((token) => token.text.length > 1).map((token) => token.id))
  return (token) => ids.has(token)
}

/** Cuts a text where it spells a special token; empty pieces are left out. */
function plainTextPieces(specials: SpecialToken[]): (text: string) => string[] {
  const longestFirst = specials
    .map((token) => token.text)
    .filter((text) => text.length > 1)
    .sort((a, b) => b.length - a.length)
  const pattern = longestFirst.length > 0 ? new RegExp(longestFirst.map(quote).join('|'), 'g') : null
  return (text) => (pattern ? cut(text, pattern) : [text]).filter((piece) => piece !== '')
}

function cut(text: string, pattern: RegExp): string[] {
  const pieces: string[] = []
  let start = 0
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    pieces.push(text.slice(start, match.index + 1))
    start = match.index + 1
    // From the next character on, not behind the match: one spelling can begin inside another.
    pattern.lastIndex = start
  }
  pieces.push(text.slice(start))
  return pieces
}
