/** Part of one batch: some tokens of one sequence, and whether the next token is to be drawn after the last of them. */
export type DecodeRow = { sequence: number; position: number; tokens: number[]; wantsToken: boolean }

export type Sampling = { temperature: number; topP: number; seed: number }

/**
 * The loaded model as the scheduler sees it: some sequences side by side in one context, decoded in common batches.
 * Nothing may be called while `decode` or `copySequence` is under way, except `decode`'s own awaiting.
 */
export interface Decoder {
  readonly sequences: number
  /** Tokens that one sequence can hold. */
  readonly contextSize: number
  /** Most tokens of one `decode`. */
  readonly batchSize: number
  /** Computes the rows together; one drawn token for each row, null where none was wanted. */
  decode(rows: DecodeRow[]): Promise<(number | null)[]>
  /** Sets how tokens of this sequence are drawn from now on; the same seed starts the same draws. */
  setSampling(sequence: number, sampling: Sampling): void
  /** Forgets all but the first `length` tokens. False: this model cannot forget a part, and the sequence is now empty. */
  keepPrefix(sequence: number, length: number): boolean
  /** Makes `target` a copy of `source`. */
  copySequence(target: number, source: number): Promise<void>
  dispose(): Promise<void>
}

/** Text to tokens and back. */
export type Vocabulary = {
  /** Special tokens never come out of this, whatever the text says. */
  encode(text: string): number[]
  /** A token that is part of a character decodes to U+FFFD. Special tokens decode to nothing. */
  decode(tokens: number[]): string
  isEnd(token: number): boolean
}
