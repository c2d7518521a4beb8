import { stripCitations } from '@/lib/suggestions/grounding/read-citations'

/** Longer phrases that repeat are caught as sentences. */
const MAX_PERIOD = 80
/** A reply is asked for within 100 字 or words; near twice that it will not find its end. */
const DEFAULT_MAX_WORDS = 180

export type LoopDetector = {
  /** Takes the whole text so far (what it has seen is not read again) and says whether it has gone wrong, from then on. */
  push: (textSoFar: string) => boolean
  /** What went wrong: a phrase three times in a row, a sentence a second time, too long. */
  reason: () => 'phrase' | 'sentence' | 'length' | null
}

/**
 * Watches a reply while it is written, for the loops of small models. About `MAX_PERIOD` steps for each new character.
 * Not taken for loops: runs without a letter up to 48 characters (rules, dots, digits), and one word up to three times.
 * @param options.maxWords Han characters, English words and numbers, each counted as one
 */
export function createLoopDetector(options: { maxWords?: number } = {}): LoopDetector {
  const maxWords = options.maxWords ?? DEFAULT_MAX_WORDS
  const runs = new Uint32Array(MAX_PERIOD + 1)
  const sentences = new Set<string>()
  let seen = ''
  let sentenceStart = 0
  let words = 0
  let reason: ReturnType<LoopDetector['reason']> = null

  const read = (text: string, at: number) => {
    if (startsWord(text, at) && ++words > maxWords) reason ??= 'length'
    for (let period = 1; period <= Math.min(MAX_PERIOD, at); period++) {
      const run = text[at] === text[at - period] ? (runs[period] ?? 0) + 1 : 0
      runs[period] = run
      if (run >= 2 * period && repeatsTooOften(text.slice(at - period + 1, at + 1), run + period)) reason ??= 'phrase'
    }
    if (!/[。！？；\n]/.test(text[at] ?? '') && !(/[.!?;]/.test(text[at - 1] ?? '') && text[at] === ' ')) return
    const sentence = stripCitations(text.slice(sentenceStart, at + 1)).replace(/[^\p{L}\p{N}]/gu, '')
    sentenceStart = at + 1
    // Short ones ("好的。", "Thank you.") may come twice.
    if (sentence.length < (/\p{Script=Han}/u.test(sentence) ? 8 : 18)) return
    if (sentences.has(sentence)) reason ??= 'sentence'
    sentences.add(sentence)
  }

  return {
    push(textSoFar) {
      const start = textSoFar.startsWith(seen.slice(-200), Math.max(0, seen.length - 200)) ? seen.length : 0
      if (start < seen.length) {
        // The text began anew.
        runs.fill(0)
        sentences.clear()
        sentenceStart = 0
        words = 0
      }
      for (let at = start; at < textSoFar.length && !reason; at++) read(textSoFar, at)
      seen = textSoFar
      return reason !== null
    },
    reason: () => reason,
  }
}

function startsWord(text: string, at: number): boolean {
  const char = text[at] ?? ''
  if (/\p{Script=Han}/u.test(char)) return true
  return /[\p{L}\p{N}]/u.test(char) && !/[A-Za-z\u00C0-\u024F\d.,'’-]/.test(text[at - 1] ?? ' ')
}

function repeatsTooOften(phrase: string, totalChars: number): boolean {
  if (!/\p{L}/u.test(phrase)) return totalChars >= 48
  if (phrase.length < 4) return totalChars >= 12
  const isOneWord = /^[\s,.!]*[A-Za-z\u00C0-\u024F'’-]+[\s,.!]*[A-Za-z\u00C0-\u024F'’-]*$/.test(phrase)
  return totalChars >= phrase.length * (isOneWord ? 4 : 3)
}
