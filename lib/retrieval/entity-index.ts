// biome-ignore-all lint/style/noNonNullAssertion: every place read here was counted before, and these are the hot loops.

import { clean } from '@/lib/retrieval/read-question'
import { readTerms } from '@/lib/retrieval/read-terms'

/** The names of what rules are about. */
export type EntityIndex = {
  /** The number of each rule's name, by the rule's position; 0 for a rule about all of them. */
  nameOf: Int32Array
  /** How much of each name was said, 0 to 1, by its number. Takes the texts latest first: of two names the one said later is meant. */
  shareNamed(texts: string[]): Float32Array
  /** Whether a term belongs to a name. */
  isNamePart(term: string): boolean
}

/** What a name loses with every turn since it was said. */
const PER_TURN = 0.95
/** From this share on a name was said. */
const SURE = 0.6

/**
 * Names are compared by their words and by three and four characters of them, rare ones counting more: "Lensfield" alone is enough for
 * "The Lensfield Hotel", and a name that a speech recogniser spelt otherwise still keeps most of its characters.
 */
export function buildEntityIndex(entities: string[], { isLearned }: { isLearned: boolean }): EntityIndex {
  const numbers = new Map<string, number>([['', 0]])
  // Many rules are about one thing: each name is read once.
  const known = new Map<string, number>()
  const nameOf = Int32Array.from(entities, (entity) => {
    const before = known.get(entity)
    if (before !== undefined) return before
    const name = clean(entity)
    const number = numbers.get(name) ?? numbers.size
    numbers.set(name, number)
    known.set(entity, number)
    return number
  })
  const holders = new Map<string, number[]>()
  for (const [name, number] of numbers) {
    for (const term of termsOf(name)) {
      const numbersOf = holders.get(term)
      if (numbersOf) numbersOf.push(number)
      else holders.set(term, [number])
    }
  }
  const worthOf = (term: string) => Math.log(1 + numbers.size / (holders.get(term)?.length ?? 1))
  const whole = new Float32Array(numbers.size)
  for (const [name, number] of numbers) whole[number] = [...termsOf(name)].reduce((sum, term) => sum + worthOf(term), 0)

  return {
    nameOf,
    isNamePart: (term) => holders.has(term),
    shareNamed(texts) {
      const best = new Float32Array(numbers.size)
      const said = new Float32Array(numbers.size)
      texts.forEach((text, turnsAgo) => {
        said.fill(0)
        for (const term of termsOf(clean(text))) {
          const names = holders.get(term)
          if (names) for (const number of names) said[number]! += worthOf(term)
        }
        for (let number = 1; number < said.length; number++) {
          best[number] = Math.max(best[number]!, (said[number]! / whole[number]!) * PER_TURN ** turnsAgo)
        }
      })
      // Nobody said that these rules are about single things, so where none is named all stay as they are.
      if (isLearned && Math.max(...best) < SURE) return best.fill(1)
      // Beside the one that is meant, one said earlier or one that only shares a word fades.
      const most = Math.max(SURE, ...best)
      for (let number = 1; number < best.length; number++) best[number] = (best[number]! / most) ** 2
      best[0] = 1
      return best
    },
  }
}

function termsOf(normalised: string): Set<string> {
  const { words, grams } = readTerms(normalised)
  return new Set([...words, ...grams])
}
