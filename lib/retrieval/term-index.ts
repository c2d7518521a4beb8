// biome-ignore-all lint/style/noNonNullAssertion: every place read here was counted before, and these are the hot loops.

import type { Pieces, Word } from '@/lib/retrieval/read-terms'

/** What a text has in one field. `weight` is what one occurrence counts: less in an answer than in a question, less in a long text. */
export type TermField = { pieces: Pieces; weight: number; isAnswer?: boolean }

/** Which terms stand in which texts, with their BM25 weight; a text's number is its place in what was indexed. Never changes. */
export type TermIndex = {
  size: number
  /** The number of a term here; -1 where no text has it. */
  numberOf(term: string): number
  /** How many texts have the term of this number. */
  holdersOf(number: number): number
  /** Adds to `sheet`, from `offset` on one place a text, what having the term is worth, by how much of it each text has. */
  score(number: number, worth: number, sheet: Float32Array, offset: number): void
  /** How much of a term one text has: in all its fields, and in those that are no answer. Null where it has none. */
  weightsOf(number: number, text: number): { all: number; asked: number } | null
}

/** How soon repetitions of a term stop counting. Measured in bench/README.md, as are the weights of the fields. */
const K1 = 1.2
const saturated = (times: number) => ((K1 + 1) * times) / (times + K1)

/**
 * Collects texts and makes an inverted index of them in flat arrays. The occurrences of a term in all fields of a text add up before they
 * saturate (BM25F), so what the question already says gains little from standing in the answer too.
 */
export class TermIndexBuilder {
  #terms = new Map<string, number>()
  /** The numbers of the terms of each word met: looking up a word takes a tenth of looking up its grams. */
  #words = new Map<Word, Int32Array>()
  #entries = new Entries()
  // Where the present text counts a term, by the term's number; a Map for each text takes twice the time.
  #counted: number[] = []
  #size = 0

  add(fields: TermField[]): void {
    const first = this.#entries.length
    for (const { pieces, weight, isAnswer = false } of fields) {
      for (const word of pieces.words) {
        const numbers = this.#numbersOf(word)
        for (let at = 0; at < numbers.length; at++) this.#count(numbers[at]!, { first, weight, isAnswer })
      }
      for (const term of pieces.loose) this.#count(this.#numberOf(term), { first, weight, isAnswer })
    }
    this.#size++
  }

  #count(term: number, { first, weight, isAnswer }: { first: number; weight: number; isAnswer: boolean }): void {
    const entries = this.#entries
    let place = this.#counted[term]!
    if (place < first) {
      place = entries.push(term, this.#size)
      this.#counted[term] = place
    }
    entries.all[place]! += weight
    if (!isAnswer) entries.asked[place]! += weight
  }

  #numbersOf(word: Word): Int32Array {
    const known = this.#words.get(word)
    if (known) return known
    const numbers = Int32Array.from(word.all, (term) => this.#numberOf(term))
    this.#words.set(word, numbers)
    return numbers
  }

  #numberOf(term: string): number {
    const known = this.#terms.get(term)
    if (known !== undefined) return known
    const fresh = this.#terms.size
    this.#terms.set(term, fresh)
    this.#counted.push(-1)
    return fresh
  }

  finish(): TermIndex {
    return fileEntries(this.#terms, this.#entries, this.#size)
  }
}

function fileEntries(terms: Map<string, number>, entries: Entries, size: number): TermIndex {
  // The texts of a term lie side by side, from start[term] to start[term + 1]: one pass counts them, a second one files them.
  const start = new Int32Array(terms.size + 1)
  for (let at = 0; at < entries.length; at++) start[entries.term[at]! + 1]!++
  for (let term = 0; term < terms.size; term++) start[term + 1]! += start[term]!
  const next = start.slice()
  const holder = new Int32Array(entries.length)
  const all = new Float32Array(entries.length)
  const asked = new Float32Array(entries.length)
  for (let at = 0; at < entries.length; at++) {
    const place = next[entries.term[at]!]!++
    holder[place] = entries.text[at]!
    all[place] = saturated(entries.all[at]!)
    asked[place] = saturated(entries.asked[at]!)
  }

  return {
    size,
    numberOf: (word) => terms.get(word) ?? -1,
    holdersOf: (number) => start[number + 1]! - start[number]!,
    score(number, worth, sheet, offset) {
      const to = start[number + 1]!
      for (let place = start[number]!; place < to; place++) sheet[offset + holder[place]!]! += worth * all[place]!
    },
    weightsOf(number, text) {
      const place = findSorted(holder, text, { from: start[number]!, to: start[number + 1]! })
      return place < 0 ? null : { all: all[place]!, asked: asked[place]! }
    },
  }
}

/** The place of `value` between `from` and `to`, where the values rise; -1 where it is not. */
function findSorted(values: Int32Array, value: number, { from, to }: { from: number; to: number }): number {
  let low = from
  let high = to
  while (low < high) {
    const middle = (low + high) >>> 1
    if (values[middle]! < value) low = middle + 1
    else high = middle
  }
  return low < to && values[low] === value ? low : -1
}

/** Term, text and weights in arrays that double when they are full: millions of them, and no object each. */
class Entries {
  length = 0
  term = new Int32Array(4096)
  text = new Int32Array(4096)
  all = new Float32Array(4096)
  asked = new Float32Array(4096)

  /** Returns the place of a new one, with weights of 0. */
  push(term: number, text: number): number {
    if (this.length === this.term.length) {
      const wider = <A extends Int32Array | Float32Array>(values: A, into: A): A => {
        into.set(values)
        return into
      }
      const size = this.length * 2
      this.term = wider(this.term, new Int32Array(size))
      this.text = wider(this.text, new Int32Array(size))
      this.all = wider(this.all, new Float32Array(size))
      this.asked = wider(this.asked, new Float32Array(size))
    }
    this.term[this.length] = term
    this.text[this.length] = text
    return this.length++
  }
}
