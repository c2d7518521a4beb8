import { unsignedRange } from './integer-range'

export type Bounds = { min: number | null; max: number | null; isMinOpen: boolean; isMaxOpen: boolean }

const FRACTION = '"." [0-9]{1,15}'
/** A fraction that is more than nothing. */
const SOME_FRACTION = '"." [0-9]{0,14} [1-9]'
const MOST = 999_999_999_999_999

/** GBNF for decimal numbers between whole bounds; an open bound is not among them. */
export function numberRange({ min, max, isMinOpen, isMaxOpen }: Bounds): string | null {
  const options: string[] = []
  if (max === null || max > 0 || (max === 0 && !isMaxOpen)) {
    const isFromZero = min === null || min < 0
    options.push(...magnitudes(isFromZero ? 0 : min, max, { isLowOpen: !isFromZero && isMinOpen, isHighOpen: isMaxOpen }))
  }
  if (min === null || min < 0) {
    // Zero itself stands among those above, if it may.
    const isToZero = max === null || max >= 0
    const low = isToZero ? 0 : -max
    const parts = magnitudes(low, min === null ? null : -min, { isLowOpen: isToZero || isMaxOpen, isHighOpen: isMinOpen })
    if (parts.length > 0) options.push(`"-" (${parts.join(' | ')})`)
  }
  return options.length === 0 ? null : `(${options.join(' | ')})`
}

function magnitudes(low: number, high: number | null, { isLowOpen, isHighOpen }: { isLowOpen: boolean; isHighOpen: boolean }): string[] {
  const options: string[] = []
  const lastWithFraction = high === null ? MOST : high - 1
  if (isLowOpen) {
    if (low <= lastWithFraction) options.push(`"${low}" ${SOME_FRACTION}`)
    if (low + 1 <= lastWithFraction) options.push(`(${unsignedRange(low + 1, lastWithFraction)}) (${FRACTION})?`)
  } else if (low <= lastWithFraction) options.push(`(${unsignedRange(low, lastWithFraction)}) (${FRACTION})?`)
  if (high !== null && !isHighOpen && (high > low || !isLowOpen)) options.push(`"${high}"`)
  return options
}
