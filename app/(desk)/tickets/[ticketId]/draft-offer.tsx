'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Button } from '../../../_components/button'
import { useAltKeys, useAltName } from '../../../_components/use-alt-keys'
import { useReplyState } from './reply-context'

/** What an agent who has begun to edit is told: a newer draft waits, or another window has changed the same reply. */
export function DraftOffer() {
  const t = useTranslations('ticket.draft')
  const other = useTranslations('composer.other')
  const altName = useAltName()
  const { hasNewer, takeDraft, declineNewer, autosave } = useReplyState()
  const isConflict = autosave.status === 'conflict'
  useAltKeys(
    { u: () => (isConflict ? autosave.choose('other') : takeDraft()), l: () => (isConflict ? autosave.choose('mine') : declineNewer()) },
    isConflict || hasNewer,
  )
  if (autosave.status === 'conflict') {
    const isGone = autosave.other?.words === null
    return (
      <Offer words={other(isGone ? 'gone' : 'changed')}>
        <Button variant="quiet" size="small" className="text-accent" title={altName('L')} onClick={() => autosave.choose('mine')}>
          {other('keep')}
        </Button>
        <Button size="small" title={altName('U')} onClick={() => autosave.choose('other')}>
          {other(isGone ? 'discard' : 'take')}
        </Button>
      </Offer>
    )
  }
  if (!hasNewer) return null
  return (
    <Offer words={t('newer')}>
      <Button variant="quiet" size="small" className="text-accent" title={altName('L')} onClick={declineNewer}>
        {t('keepMine')}
      </Button>
      <Button size="small" title={altName('U')} onClick={takeDraft}>
        {t('useNewer')}
      </Button>
    </Offer>
  )
}

function Offer({ words, children }: { words: string; children: ReactNode }) {
  return (
    <div
      role="status"
      className="flex flex-wrap items-center justify-end gap-1.5 rounded-md bg-accent-bg py-1 pr-1 pl-3 text-accent text-sm"
    >
      <span className="min-w-40 grow">{words}</span>
      {children}
    </div>
  )
}
