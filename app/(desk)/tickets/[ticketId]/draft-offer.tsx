'use client'

import { useTranslations } from 'next-intl'
import { Button } from '../../../_components/button'
import { useReplyState } from './reply-context'

/** What an agent who has begun to edit is told about drafts: a newer one waits, or the old edits are back. */
export function DraftOffer() {
  const t = useTranslations('ticket.draft')
  const { hasNewer, isRestored, takeDraft, declineNewer } = useReplyState()
  if (!hasNewer && !isRestored) return null
  return (
    <div role="status" className="flex items-center gap-1.5 rounded-md bg-accent-bg py-1 pr-1 pl-3 text-accent text-sm">
      <span className="grow">{t(hasNewer ? 'newer' : 'restored')}</span>
      {hasNewer && (
        <Button variant="quiet" size="small" className="text-accent" onClick={declineNewer}>
          {t('keepMine')}
        </Button>
      )}
      <Button size="small" onClick={takeDraft}>
        {t(hasNewer ? 'useNewer' : 'discard')}
      </Button>
    </div>
  )
}
