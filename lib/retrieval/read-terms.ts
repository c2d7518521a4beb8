import { isCommonWord } from '@/lib/retrieval/common-words'
import { readHanConcepts, readPhraseConcepts, readWordConcepts } from '@/lib/retrieval/read-concepts'
import { stemWord } from '@/lib/retrieval/stem-word'

/** The kinds of terms that texts are compared by, each with a say of its own. */
export type Terms = {
  /** Han characters and their neighbouring pairs, stems of other words, numbers as they stand. */
  words: string[]
  /** Three and four characters of each word that is not Han, its ends marked with a space: `"# re", "#ref" …`. */
  grams: string[]
  /** What the words mean, where the tables of concepts know it: `≈7`. */
  concepts: string[]
}

const RUNS = /\p{Script=Han}+|\p{Nd}[\p{Nd}.]*|(?:(?!\p{Script=Han})[\p{L}\p{M}])+/gu
const HAN = /^\p{Script=Han}/u
const LATIN = /^[a-z]+$/
const LETTERS = /^[\p{L}\p{M}]/u
/** Distinct words kept; a knowledge base has some 20,000. Reading a word anew costs fifty times a look-up. */
const MAX_KNOWN = 200_000

type Word = { word: string; grams: string[]; concepts: string[] }
const known = new Map<string, Word>()

/** Cuts normalised text (see normaliseText) into the terms that the index counts; repetitions are kept. */
export function readTerms(normalised: string): Terms {
  const terms: Terms = { words: [], grams: [], concepts: [] }
  const latin: string[] = []
  for (const [run] of normalised.matchAll(RUNS)) {
    if (HAN.test(run)) {
      pushHan(terms.words, run)
      readHanConcepts(run, terms.concepts)
      latin.push('')
    } else {
      const { word, grams, concepts } = readWord(run)
      terms.words.push(word)
      for (const gram of grams) terms.grams.push(gram)
      for (const concept of concepts) terms.concepts.push(concept)
      latin.push(word)
    }
  }
  readPhraseConcepts(latin, terms.concepts)
  return terms
}

function readWord(run: string): Word {
  const found = known.get(run)
  if (found) return found
  const isWord = LATIN.test(run)
  const read = {
    word: isWord ? stemWord(run) : run,
    grams: LETTERS.test(run) ? gramsOf(run) : [],
    concepts: isWord && !isCommonWord(stemWord(run)) ? readWordConcepts(run) : [],
  }
  if (known.size >= MAX_KNOWN) known.clear()
  known.set(run, read)
  return read
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

function gramsOf(word: string): string[] {
  const grams: string[] = []
  const padded = ` ${word} `
  for (let at = 0; at + 3 <= padded.length; at++) {
    grams.push(`#${padded.slice(at, at + 3)}`)
    if (at + 4 <= padded.length) grams.push(`#${padded.slice(at, at + 4)}`)
  }
  return grams
}
