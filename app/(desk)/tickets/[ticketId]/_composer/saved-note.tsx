'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { CLOCK } from '../../../../_components/moments'
import { useReplyState } from '../reply-context'

/** Quietly: where the agent's own words are kept. */
export function SavedNote() {
  const t = useTranslations('composer.saved')
  const format = useFormatter()
  const {
    isOwn,
    autosave: { status, savedAt },
  } = useReplyState()
  if (status === 'unsaved') return <span className="min-w-0 truncate text-amber">{t('here')}</span>
  if (!isOwn || status !== 'saved' || savedAt === null) return null
  return <span className="shrink-0 max-md:hidden">{t('at', { time: format.dateTime(savedAt, CLOCK) })}</span>
}
