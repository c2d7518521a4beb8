'use client'

import { PenLine } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useNamed } from './companion-avatars'
import { useCompanions } from './ticket-presence'

/** Above the reply box, where the hand is: that a colleague answers this customer at this moment. */
export function WritersNote() {
  const t = useTranslations('notifications.here')
  const named = useNamed()
  const { writing } = useCompanions()
  return (
    // While nobody writes there is no gap for it either.
    <div role="status" className="empty:-mb-2">
      {writing.length > 0 && (
        <p className="flex items-center gap-1.5 rounded-md bg-amber-bg px-3 py-1.5 text-amber text-sm">
          <PenLine aria-hidden="true" className="size-3.5 shrink-0" />
          {t('writing', named(writing))}
        </p>
      )}
    </div>
  )
}
