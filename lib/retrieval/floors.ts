import type { RuleIndex } from '@/lib/retrieval/schema'
import { Language } from '@/prisma/generated/enums'

/** The score from which a rule of each language may answer; below it, no rule matches. */
export type Floors = Record<Language, number>

/** Counts the ways of scoring that this code has had; a floor that was calibrated by another one says nothing, and is calibrated anew. */
export const SCORING = 2

/**
 * What a question in new words scores depends on how many ways to ask its rule knows: the lower quartile of such scores was 0.21 to 0.33 on
 * our sets of single questions without variants, 0.31 to 0.33 with two, 0.53 to 0.62 with four; nine in ten questions without a rule scored
 * below 0.19 to 0.39, 0.36 and 0.53. In talks about named houses without variants it was only 0.13 to 0.16, so there about half of the right
 * hits are refused until an admin moves the floor. (The sets of bench/eval-dev.ts, 25 November 2026; they chose the line, so it flatters.)
 */
const BARE = 0.25
const A_VARIANT = 0.062
const ENOUGH_VARIANTS = 4
/** A learnt phrasing counts in the index as half a written one. */
const LEARNED_SHARE = 0.5

/**
 * The floors of these rules as long as they have too few phrasings to calibrate them. Above the floor is no proof, and drafts are checked
 * all the same. Without any rule of a language, the floor of rules without variants.
 */
export function usualFloors(index: RuleIndex): Floors {
  const floor = (language: Language) => {
    const rules = index.parts[language].segments.flatMap((segment) => segment.rules)
    const known = rules.reduce((sum, { variants, learned = [] }) => sum + variants.length + LEARNED_SHARE * learned.length, 0)
    const each = Math.min(ENOUGH_VARIANTS, known / Math.max(1, rules.length))
    return Math.round(100 * (BARE + A_VARIANT * each)) / 100
  }
  return { zh: floor(Language.zh), en: floor(Language.en) }
}
