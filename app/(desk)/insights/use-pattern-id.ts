import { useId } from 'react'

/** An id for the patterns of one drawing, without the characters that a `url()` may not hold. */
export function usePatternId(): string {
  return `tone${useId().replace(/\W/g, '')}`
}
