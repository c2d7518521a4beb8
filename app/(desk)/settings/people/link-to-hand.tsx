'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { MOMENT } from '../../../_components/moments'
import { ValueRow } from '../../../_components/value-row'

/** A link that an admin hands to somebody, while it can still be read. */
export function LinkToHand({ label, url, expiresAt }: { label: string; url: string; expiresAt: Date }) {
  const t = useTranslations('people')
  const format = useFormatter()
  return (
    <section aria-label={label} role="status" className="rounded-md border px-3.5 py-3">
      <ValueRow label={label} value={url} hint={t('linkHint', { when: format.dateTime(expiresAt, MOMENT) })} />
    </section>
  )
}
