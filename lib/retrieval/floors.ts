import type { Language } from '@/prisma/generated/enums'

export type Floors = Record<Language, number>

/** Counts the ways of scoring that this code has had; a floor that was calibrated by another one says nothing, and is calibrated anew. */
export const SCORING = 1

/**
 * Where nothing was calibrated yet. Of the sample shop's left-out variants that find their rule, 25 % (zh) and 17 % (en) are told there that no
 * rule matches; of what our own written sets ask without any rule, 6 % and 9 % get one all the same. The same sets chose them, so this
 * flatters; above the floor is no proof, and drafts are checked all the same. Figures: bench/README.md.
 */
export const DEFAULT_FLOORS: Floors = { zh: 0.48, en: 0.5 }

/** The score from which a rule of this language may answer; below it, no rule matches. */
export function floorOf(language: Language, floors: Floors = DEFAULT_FLOORS): number {
  return floors[language]
}
