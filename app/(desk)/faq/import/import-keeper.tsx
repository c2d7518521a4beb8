'use client'

import { useRouter } from 'next/navigation'
import { startTransition, useEffect } from 'react'
import { useLiveRefresh } from '../../../_live/use-live-refresh'

/** An event that came between the making of the page and its listening was not heard; nor is one told by a process that ended. */
const LOOK_AGAIN_MS = 3_000

/** Shows how far an import is, as it goes. */
export function ImportKeeper({ importId }: { importId: string }) {
  const router = useRouter()
  useLiveRefresh((event) => event.kind === 'import' && event.importId === importId)
  useEffect(() => {
    const timer = setInterval(() => startTransition(() => router.refresh()), LOOK_AGAIN_MS)
    return () => clearInterval(timer)
  }, [router])
  return null
}
