import { stemmer } from 'stemmer'

/** The stem of an English word in lower case: `returning`, `returns` → `return`. */
export function stemWord(word: string): string {
  return stemmer(word)
}
