'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { TIME_ZONE_COOKIE } from '@/lib/i18n/locales'

const YEAR_SECONDS = 31_536_000

/** Tells the server the browser's time zone, so that both write the same hour; once, and again after a journey. */
export function TimeZoneKeeper({ known }: { known: string | null }) {
  const router = useRouter()
  useEffect(() => {
    const actual = Intl.DateTimeFormat().resolvedOptions().timeZone
    if (!actual || actual === known) return
    // biome-ignore lint/suspicious/noDocumentCookie: CookieStore is missing over plain HTTP, where this product also runs
    document.cookie = `${TIME_ZONE_COOKIE}=${actual}; path=/; max-age=${YEAR_SECONDS}; samesite=lax`
    router.refresh()
  }, [known, router])
  return null
}
