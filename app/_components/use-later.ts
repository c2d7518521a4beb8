'use client'

import { useEffect, useState } from 'react'

/** How soon a part is asked for again while the server cannot be reached. */
const RETRY_MS = 1_000

/**
 * A part of the desk whose scripts are fetched when it is first wanted; null until they are here. `lazy` would throw the whole screen away where the
 * connection is lost at that moment; here it is tried again.
 * @param load the same function each time: `const load = () => import('./part')` outside of the component
 */
export function useLater<Part extends object>(load: () => Promise<Part>, isWanted: boolean): Part | null {
  const [part, setPart] = useState<Part | null>(null)
  const isMissing = isWanted && part === null
  useEffect(() => {
    if (!isMissing) return
    let isOver = false
    let again: ReturnType<typeof setTimeout>
    const fetchIt = () =>
      load().then(
        (loaded) => isOver || setPart(loaded),
        () => {
          if (!isOver) again = setTimeout(fetchIt, RETRY_MS)
        },
      )
    fetchIt()
    return () => {
      isOver = true
      clearTimeout(again)
    }
  }, [load, isMissing])
  return part
}
