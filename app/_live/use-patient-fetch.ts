'use client'

import { useEffect } from 'react'

/** How soon to ask again for a server that could not be reached. */
const RETRY_MS = 1_000

/**
 * A page that the router cannot fetch becomes a navigation, to the browser's own page of failure, and the desk would be gone with what stands
 * on it. So its requests wait here for the connection to come back; the strip says meanwhile that it is lost. What is only fetched ahead may fail.
 */
export function usePatientFetch(): void {
  useEffect(() => {
    const plain = window.fetch
    window.fetch = async (input, init) => {
      for (;;) {
        try {
          return await plain(input, init)
        } catch (cause) {
          if (!isPage(init) || init?.signal?.aborted || !(cause instanceof TypeError)) throw cause
          await new Promise((resolve) => setTimeout(resolve, RETRY_MS))
        }
      }
    }
    return () => {
      window.fetch = plain
    }
  }, [])
}

/** Whether it is the router's request for a page that it is about to show. */
function isPage(init: RequestInit | undefined): boolean {
  const headers = new Headers(init?.headers)
  return headers.has('rsc') && !headers.has('next-router-prefetch') && !headers.has('next-router-segment-prefetch')
}
