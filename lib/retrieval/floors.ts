import type { Language } from '@/prisma/generated/enums'

const FLOOR: Record<Language, number> = { zh: 0.2, en: 0.3 }

/** The score from which a rule of this language may answer; below it, no rule matches. */
export function floorOf(language: Language): number {
  return FLOOR[language]
}
