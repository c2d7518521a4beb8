/** A token with a meaning of its own (`<|im_end|>`, `<think>`…): how it is written and its id. */
export type SpecialToken = { text: string; id: number }

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
  const spelled = specials.filter((token) => token.text.length > 1)
  const ids = new Set(spelled.map((token) => token.id))
  const longestFirst = spelled.map((token) => token.text).sort((a, b) => b.length - a.length)
  const pattern = longestFirst.length > 0 ? new RegExp(longestFirst.map(quote).join('|'), 'g') : null

  return (text) => {
    const tokens: number[] = []
    // A megabyte of one special token is a hundred thousand times the same piece; encoding each anew took seconds.
    const known = new Map<string, number[]>()
    for (const piece of pattern ? cut(text, pattern) : [text]) {
      if (piece === '') continue
      const encoded = known.get(piece) ?? tokenize(piece)
      known.set(piece, encoded)
      for (const token of encoded) tokens.push(token)
    }
    if (tokens.some((token) => ids.has(token))) throw new Error('A special token came out of plain text.')
    return tokens
  }
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
