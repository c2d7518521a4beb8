'use client'

import { useTranslations } from 'next-intl'
import { useConnectionLost } from '../_live/live-provider'

/** Says that the screen may be out of date, for as long as that is so. */
export function ConnectionStrip() {
  const t = useTranslations('shell')
  const isLost = useConnectionLost()
  return (
    <div role="status">
      {isLost && <p className="border-b bg-amber-bg px-4 py-1 text-center text-[12.5px] text-amber">{t('connectionLost')}</p>}
    </div>
  )
}
