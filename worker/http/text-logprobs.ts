import type { TokenLogprob } from '../engine'

/** Likelihoods as `POST /v1/completions` has them; `text_offset` counts characters (code points, as Python's clients do). */
export type TextLogprobs = { tokens: string[]; token_logprobs: number[]; top_logprobs: Record<string, number>[]; text_offset: number[] }

/** @param offset characters of the text before the first of these tokens */
export function textLogprobs(tokens: TokenLogprob[], offset: number): TextLogprobs | null {
  if (tokens.length === 0) return null
  let at = offset
  const offsets = tokens.map(({ bytes }) => {
    const start = at
    // Of a character in several tokens the first has it: each by itself would show as one that is broken, and count.
    at += bytes.filter((byte) => (byte & 0xc0) !== 0x80).length
    return start
  })
  return {
    tokens: tokens.map(({ token }) => token),
    token_logprobs: tokens.map(({ logprob }) => logprob),
    top_logprobs: tokens.map(({ top }) => Object.fromEntries(top.map(({ token, logprob }) => [token, logprob]))),
    text_offset: offsets,
  }
}

/** Characters of a text, as `text_offset` counts them. */
export function characterCount(text: string): number {
  let count = 0
  for (const _ of text) count++
  return count
}
