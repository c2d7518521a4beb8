import type { IndexedRule, RuleIndex } from '@/lib/retrieval/schema'
import type { Language } from '@/prisma/generated/enums'

/** The score from which a rule of each language may answer; below it, no rule matches. */
export type Floors = Record<Language, number>

/** Counts the ways of scoring that this code has had; a floor that was calibrated by another one says nothing, and is calibrated anew. */
export const SCORING = 3

/**
 * What a question in new words scores depends on how many ways to ask its rule knows: on our sets of single questions without variants a
 * floor of 0.22 loses 15 in 100 right hits and lets 27 in 100 questions without a rule through; the lower quartile of right hits was 0.31 to
 * 0.33 with two variants, 0.53 to 0.62 with four. In a knowledge base about single things (houses, products) scores are lower, for what is
 * asked comes in long talks and another house's rule counts a fifth: there 0.14 loses 15 and lets 18 through, and 0.25 would lose half.
 * (The sets of bench/eval-dev.ts and five more that nothing was chosen on one by one, 26 November 2026; they chose these, so they flatter.)
 */
const BARE = 0.22
const BARE_NAMED = 0.14
const A_VARIANT = 0.07
const ENOUGH_VARIANTS = 4
/** A learnt phrasing counts in the index as half a written one. */
const LEARNED_SHARE = 0.5
/** With this share of the rules about single things, the knowledge base is. */
const MOSTLY = 0.6
/** Whatever the phrasings say, above this anything would be refused. */
const MOST = 0.62
/** Of how customers really ask; with fewer learnt phrasings, admins judge by themselves. */
const MANY_LEARNED = 100
/**
 * One person's variants are nearer to each other than customers' words are: a floor calibrated on them alone refused up to nine in ten right
 * hits where customers asked in far other words (the brokerage of bench/eval-dev.ts, 0.50 instead of 0.36).
 */
const ABOVE_USUAL = 0.08

/**
 * The floors of these rules as long as they have too few phrasings to calibrate them. Above the floor is no proof, and drafts are checked
 * all the same. Without any rule of a language, the floor of rules without variants.
 */
export function usualFloors(index: RuleIndex): Floors {
  const floor = (language: Language) => usualFloor(index.parts[language].segments.flatMap((segment) => segment.rules))
  return { zh: floor('zh'), en: floor('en') }
}

/** Between what a floor of these rules, all of one language, may be calibrated. */
export function floorBounds(rules: IndexedRule[]): { least: number; most: number } {
  const learned = rules.reduce((sum, rule) => sum + (rule.learned?.length ?? 0), 0)
  return { least: bareFloor(rules), most: learned >= MANY_LEARNED ? MOST : Math.min(MOST, usualFloor(rules) + ABOVE_USUAL) }
}

function usualFloor(rules: IndexedRule[]): number {
  const known = rules.reduce((sum, { variants, learned = [] }) => sum + variants.length + LEARNED_SHARE * learned.length, 0)
  const each = Math.min(ENOUGH_VARIANTS, known / Math.max(1, rules.length))
  return Math.round(100 * (bareFloor(rules) + A_VARIANT * each)) / 100
}

function bareFloor(rules: IndexedRule[]): number {
  const named = rules.filter(({ entity, learnedEntity }) => entity || learnedEntity).length
  return named > 0 && named >= rules.length * MOSTLY ? BARE_NAMED : BARE
}
