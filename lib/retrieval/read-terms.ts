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
const HAS_HAN = /\p{Script=Han}/u
const LATIN = /^[a-z]+$/
const LETTERS = /^[\p{L}\p{M}]/u
/** Distinct words kept; a knowledge base has some 20,000. Reading a word anew costs fifty times a look-up. */
const MAX_KNOWN = 200_000

/** A word that is not Han, with the terms that it always has; the same object each time, as long as it is known. */
export type Word = { word: string; grams: string[]; concepts: string[]; all: string[] }
/** What a text is made of: its words, and the terms that belong to no single word. */
export type Pieces = { words: Word[]; loose: string[] }

/** What stands between two blanks, read before: mostly one word, `10k` is two. */
const known = new Map<string, Word[]>()

/** Cuts normalised text (see normaliseText) into the terms that the index counts; repetitions are kept. */
export function readTerms(normalised: string): Terms {
  const terms: Terms = { words: [], grams: [], concepts: [] }
  const stems = walk(normalised, {
    han(run) {
      pushHan(terms.words, run)
      readHanConcepts(run, terms.concepts)
    },
    word({ word, grams, concepts }) {
      terms.words.push(word)
      for (const gram of grams) terms.grams.push(gram)
      for (const concept of concepts) terms.concepts.push(concept)
    },
  })
  readPhraseConcepts(stems, terms.concepts)
  return terms
}

/** The same terms in all, for an index that remembers what it made of a word. */
export function readPieces(normalised: string): Pieces {
  const words: Word[] = []
  const loose: string[] = []
  const stems = walk(normalised, {
    han(run) {
      pushHan(loose, run)
      readHanConcepts(run, loose)
    },
    word: (word) => words.push(word),
  })
  readPhraseConcepts(stems, loose)
  return { words, loose }
}

/** Calls for each run of Han and each other word in order, and returns the stems in a row, '' where Han parts them. */
function walk(normalised: string, found: { han(run: string): void; word(word: Word): void }): string[] {
  const stems: string[] = []
  const take = (word: Word) => {
    found.word(word)
    stems.push(word.word)
  }
  for (const token of normalised.split(' ')) {
    const words = known.get(token)
    if (words) for (const word of words) take(word)
    else if (HAS_HAN.test(token)) {
      for (const [run] of token.matchAll(RUNS)) {
        if (HAN.test(run)) {
          found.han(run)
          stems.push('')
        } else for (const word of readToken(run)) take(word)
      }
    } else for (const word of readToken(token)) take(word)
  }
  return stems
}

function readToken(token: string): Word[] {
  const read = known.get(token) ?? Array.from(token.matchAll(RUNS), ([run]) => readWord(run))
  if (known.size >= MAX_KNOWN) known.clear()
  known.set(token, read)
  return read
}

function readWord(run: string): Word {
  const isWord = LATIN.test(run)
  const word = isWord ? stemWord(run) : run
  const grams = LETTERS.test(run) ? gramsOf(run) : []
  const concepts = isWord && !isCommonWord(word) ? readWordConcepts(run) : []
  return { word, grams, concepts, all: [word, ...grams, ...concepts] }
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
