'use client'

import { useEffect, useState } from 'react'

/** Whole seconds until a moment of this page's clock, counting down. */
export function useSecondsLeft(endsAt: number): number {
  const left = () => Math.max(0, Math.ceil((endsAt - performance.now()) / 1_000))
  const [seconds, setSeconds] = useState(left)
  // biome-ignore lint/correctness/useExhaustiveDependencies: `left` is the arithmetic above
  useEffect(() => {
    setSeconds(left())
    const timer = setInterval(() => setSeconds(left()), 200)
    return () => clearInterval(timer)
  }, [endsAt])
  return seconds
}
