// biome-ignore-all lint/style/noNonNullAssertion: every place read here was counted before, and these are the hot loops.

/** How soon repetitions of a term stop counting (k1), and how much a long text is held against its terms (b). */
export type Saturation = { k1: number; b: number }

/** Which terms stand in which texts, with their BM25 weight; a text's number is its place in what was indexed. */
export type TermIndex = {
  /** Writes into `sheet`, one place a text, how much of the terms (with their importance) each text has: 0, to about 1 for all of them. */
  score(terms: Map<string, number>, sheet: Float32Array): void
  /** The same for one text alone. */
  scoreOf(terms: Map<string, number>, text: number): number
}

/**
 * A knowledge base is counted as at least this large. In one of three rules every term that a rule has would pass for
 * common, a question about other things would score as high as one the rule answers, and no floor would hold.
 */
const SMALL = 40

/**
 * An inverted index in flat arrays. A text's BM25 sum is divided by the sum of a text that has every term of the question about once;
 * terms that no text has count in that divisor, so a question about other things stays low and scores of different questions compare.
 */
export function buildTermIndex<T>(texts: T[], termsOf: (text: T) => string[], { k1, b }: Saturation): TermIndex {
  const { terms, lengths, entries } = countTerms(texts, termsOf)
  const meanLength = Math.max(1, lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length))

  // The texts of a term lie side by side, from start[term] to start[term + 1]: one pass counts them, a second one files them.
  const start = new Int32Array(terms.size + 1)
  for (let at = 0; at < entries.length; at += 3) start[entries.at(at) + 1]!++
  for (let term = 0; term < terms.size; term++) start[term + 1]! += start[term]!
  const next = start.slice()
  const holder = new Int32Array(entries.length / 3)
  const weight = new Float32Array(entries.length / 3)
  for (let at = 0; at < entries.length; at += 3) {
    const place = next[entries.at(at)]!++
    const text = entries.at(at + 1)
    const times = entries.at(at + 2)
    holder[place] = text
    weight[place] = (times * (k1 + 1)) / (times + k1 * (1 - b + (b * lengths[text]!) / meanLength))
  }

  const size = Math.max(lengths.length, SMALL)
  const rarity = (holders: number) => Math.log(1 + (size - holders + 0.5) / (holders + 0.5))
  /** Where the texts of each term lie, and what having the term is worth. */
  const lookUp = (asked: Map<string, number>) =>
    [...asked].map(([word, importance]) => {
      const term = terms.get(word)
      const from = term === undefined ? 0 : start[term]!
      const to = term === undefined ? 0 : start[term + 1]!
      return { from, to, worth: importance * rarity(to - from) }
    })
  const wholeOf = (looked: { worth: number }[]) => looked.reduce((sum, { worth }) => sum + worth, 0) || 1

  return {
    score(asked, sheet) {
      sheet.fill(0)
      const looked = lookUp(asked)
      const whole = wholeOf(looked)
      for (const { from, to, worth } of looked) {
        const share = worth / whole
        for (let place = from; place < to; place++) sheet[holder[place]!]! += share * weight[place]!
      }
    },
    scoreOf(asked, text) {
      const looked = lookUp(asked)
      const sum = looked.reduce((sofar, { from, to, worth }) => {
        const place = findSorted(holder, text, { from, to })
        return place < 0 ? sofar : sofar + worth * weight[place]!
      }, 0)
      return sum / wholeOf(looked)
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

/** Every term's number, every text's length in terms, and the triples term, text, times. */
function countTerms<T>(texts: T[], termsOf: (text: T) => string[]) {
  const terms = new Map<string, number>()
  const lengths: number[] = []
  const entries = new IntList()
  // Where the present text counts a term, by the term's number; a Map for each text takes twice the time.
  const counted: number[] = []
  texts.forEach((text, number) => {
    const first = entries.length
    const words = termsOf(text)
    for (const word of words) {
      let term = terms.get(word)
      if (term === undefined) {
        term = terms.size
        terms.set(word, term)
        counted.push(-1)
      }
      if (counted[term]! >= first) entries.increment(counted[term]! + 2)
      else counted[term] = entries.push(term, number, 1)
    }
    lengths.push(words.length)
  })
  return { terms, lengths, entries }
}

/** Triples of integers in one array that doubles when it is full: millions of them, and no object each. */
class IntList {
  length = 0
  #values = new Int32Array(3 * 1024)

  at(place: number): number {
    return this.#values[place]!
  }

  increment(place: number): void {
    this.#values[place]!++
  }

  /** Returns the place of the first of the three. */
  push(first: number, second: number, third: number): number {
    if (this.length + 3 > this.#values.length) {
      const wider = new Int32Array(this.#values.length * 2)
      wider.set(this.#values)
      this.#values = wider
    }
    const place = this.length
    this.#values[place] = first
    this.#values[place + 1] = second
    this.#values[place + 2] = third
    this.length += 3
    return place
  }
}
