/** Shorter words are a letter away from too many others. */
const FROM = 4
const TO = 14
const WORDS = new RegExp(`(?<![\\p{L}\\p{N}])(?:(?!\\p{Script=Han})\\p{L}){${FROM},${TO}}(?![\\p{L}\\p{N}])`, 'gu')
const ACCENTS = /[\u0300-\u036f]/g

/** The text with its words replaced, as they are looked for: small, without accents. What is no plain word stays. */
export function replaceWords(text: string, near: (word: string) => string | null): string {
  return text.normalize('NFKC').replace(WORDS, (word) => near(word.toLowerCase().normalize('NFD').replace(ACCENTS, '')) ?? word)
}

/** The most common of the known words that is a letter away; null for a word that is known, as it is or as a beginning, and where there is none. */
export function nearestWord(word: string, known: ReadonlyMap<string, number>): string | null {
  if (known.has(word)) return null
  let best: string | null = null
  for (const [other, count] of known) {
    if (other.startsWith(word)) return null
    if (isSlip(word, other) && count > (best === null ? 0 : (known.get(best) ?? 0))) best = other
  }
  return best
}

/** One letter wrong, one too many, one too few, or two in the wrong order. */
export function isSlip(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1) return false
  let start = 0
  while (start < one.length && one[start] === other[start]) start++
  let end = 0
  while (end < Math.min(one.length, other.length) - start && one.at(-1 - end) === other.at(-1 - end)) end++
  const [a, b] = [one.slice(start, one.length - end), other.slice(start, other.length - end)]
  return (a.length <= 1 && b.length <= 1) || (a.length === 2 && b.length === 2 && a[0] === b[1] && a[1] === b[0])
}
