import type { Language } from '@/prisma/generated/enums'

/** Characters a minute. */
export type Speeds = Record<Language, { typing: number; reading: number }>
/** Characters of drafts that were decided on, and those of them that were sent as they were. */
export type Characters = Record<Language, { drafted: number; kept: number }>

/**
 * The minutes that drafts have saved: what did not have to be typed, less what had to be read, also of the drafts that were dismissed.
 * May be negative.
 */
export function minutesSaved(characters: Characters, speeds: Speeds): number {
  const of = (language: Language) =>
    characters[language].kept / speeds[language].typing - characters[language].drafted / speeds[language].reading
  return of('zh') + of('en')
}
