import { stemmer } from 'stemmer'

export type Tokens = {
  /** Han characters and their neighbouring pairs, stems of other words, numbers as they stand. */
  words: string[]
  /** Three and four characters of each word that is not Han, its ends marked with a space: `" re", "ref" …`. */
  grams: string[]
}

const RUNS = /\p{Script=Han}+|\p{Nd}[\p{Nd}.]*|(?:(?!\p{Script=Han})[\p{L}\p{M}])+/gu
const HAN = /^\p{Script=Han}/u
const LATIN = /^[a-z]+$/
const LETTERS = /^[\p{L}\p{M}]/u

/** Cuts normalised text (see normaliseText) into the terms that the index counts; repetitions are kept. */
export function tokenizeText(normalised: string): Tokens {
  const words: string[] = []
  const grams: string[] = []
  for (const [run] of normalised.matchAll(RUNS)) {
    if (HAN.test(run)) pushHan(words, run)
    else {
      words.push(LATIN.test(run) ? stemmer(run) : run)
      if (LETTERS.test(run)) pushGrams(grams, run)
    }
  }
  return { words, grams }
}

function pushHan(words: string[], run: string) {
  const characters = [...run]
  for (let at = 0; at < characters.length; at++) {
    const character = characters[at] ?? ''
    words.push(character)
    const next = characters[at + 1]
    if (next !== undefined) words.push(character + next)
  }
}

function pushGrams(grams: string[], word: string) {
  const padded = ` ${word} `
  for (let at = 0; at + 3 <= padded.length; at++) {
    grams.push(padded.slice(at, at + 3))
    if (at + 4 <= padded.length) grams.push(padded.slice(at, at + 4))
  }
}
