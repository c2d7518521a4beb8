'use client'

import { useFormatter } from 'next-intl'

/** A score or a floor as the desk writes it: two places. */
export function useScore(): (score: number) => string {
  const format = useFormatter()
  return (score) => format.number(score, { minimumFractionDigits: 2, maximumFractionDigits: 2 })
}
