import { type ClassValue, clsx } from 'clsx'
import { mergeClasses } from './merge-classes'

/** A screen says the same few hundred things over and over. */
const MOST_KNOWN = 1_000
const known = new Map<string, string>()

/** Class names joined; of two that contradict each other the later one stays. */
export function cn(...classes: ClassValue[]): string {
  const joined = clsx(classes)
  const before = known.get(joined)
  if (before !== undefined) return before
  if (known.size === MOST_KNOWN) known.clear()
  const merged = mergeClasses(joined)
  known.set(joined, merged)
  return merged
}
