import type { EngineMark } from '../engine'
import type { TokenCounter } from './count-tokens'
import type { Steps } from './take-turns'

/** Part of one batch: some tokens of one sequence, and how many tokens are to be drawn after them. */
export type DecodeRow = {
  sequence: number
  position: number
  tokens: number[]
  /**
   * 0: none. 1: one, after the last token. More: the last `draws - 1` tokens are guesses; drawing begins before the first
   * of them and goes on for as long as what is drawn is what was guessed.
   */
  draws: number
  /** Computed in a batch of its own, so that its sums round the same whatever else there is to compute. */
  isApart?: boolean
}

/** A drawn token; with logprobs of the model's own distribution (before bias, penalties, temperature, grammar) if asked for. */
export type DrawnToken = { token: number; logprob?: number; top?: [token: number, logprob: number][] }

/** What was drawn after one row; with an error, the draw behind the last of them failed. */
export type RowResult = { drawn: DrawnToken[]; error?: unknown }

/** Where a text stands in its grammar; it moves on with each token that is drawn. */
export type GrammarState = { readonly kind: 'grammar' }

export type Sampling = {
  temperature: number
  topP: number
  /** 0: every token. */
  topK: number
  minP: number
  seed: number
  presencePenalty: number
  frequencyPenalty: number
  logitBias: Map<number, number>
  grammar: GrammarState | null
  /** How many of the likeliest tokens are told with each draw; null: no logprobs at all. */
  topLogprobs: number | null
}

/** What a decoder may lack; `endBias` is a bias on the tokens that end a reply. */
export type DecoderFeature = 'copies' | 'guesses' | 'logprobs' | 'endBias'

/**
 * The loaded model as the scheduler sees it: some sequences side by side in one context, decoded in common batches.
 * Nothing may be called while `decode`, `keepPrefix` or `copySequence` is under way.
 */
export interface Decoder {
  readonly sequences: number
  /** Tokens that one sequence can hold. */
  readonly contextSize: number
  /** Most tokens of one `decode`. */
  readonly batchSize: number
  readonly features: ReadonlySet<DecoderFeature>
  /**
   * Rows of so many tokens and more are computed in another way than smaller ones, which rounds otherwise. Where the bits
   * must not depend on what else goes on, a prompt is read in such rows and a reply in smaller ones. 0: no difference.
   */
  readonly tileRows: number
  /** Computes the rows together; the results stand in the order of the rows. Rejects when the batch failed as a whole. */
  decode(rows: DecodeRow[]): Promise<RowResult[]>
  /**
   * Sets how tokens of this sequence are drawn from now on. The n-th token of a reply is drawn from the seed and n alone,
   * so a reply can go on in another sequence.
   *
   * @param drawn what has been drawn of this reply already
   */
  setSampling(sequence: number, sampling: Sampling, drawn: number[]): void
  /** @throws Error when this is no grammar */
  startGrammar(gbnf: string): GrammarState
  /** Forgets all but the first `length` tokens. False: this model cannot forget a part, and the sequence is now empty. */
  keepPrefix(sequence: number, length: number): Promise<boolean>
  /** Makes `target` a copy of `source`. Only with the feature `copies`. */
  copySequence(target: number, source: number): Promise<void>
  dispose(): Promise<void>
}

/** Text to tokens and back. */
export type Vocabulary = {
  /** Special tokens never come out of this, whatever the text says. */
  encode(text: string): number[]
  /** The same for a text of any length. */
  encodeLong(text: string): Steps<number[]>
  /** How many tokens a text has; when they are more than `limit`, a number above that which may be too small. See tokenCounter. */
  count: TokenCounter
  /** A token that is part of a character decodes to U+FFFD. Special tokens decode to nothing. */
  decode(tokens: number[]): string
  /** The bytes that a token stands for, which may be a part of a character. */
  bytes(token: number): number[]
  isEnd(token: number): boolean
  isSpecial(token: number): boolean
  /** The special token that is written this way, if there is one. */
  special(text: string): number | undefined
  markOf(token: number): EngineMark | undefined
}
