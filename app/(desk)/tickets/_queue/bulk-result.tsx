'use client'

import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { TicketChange } from '@/lib/tickets/change-tickets'
import { Button } from '../../../_components/button'
import type { useBulk } from './use-bulk'
import type { QueueChoices } from './use-filter-words'

type BulkResultProps = { work: ReturnType<typeof useBulk>; choices: QueueChoices; agentId: string }

/** How far a deed on many is; then how many it changed, how many it left, and the way back. */
export function BulkResult({ work, choices, agentId }: BulkResultProps) {
  const t = useTranslations('queueTools')
  const deed = useDeedWords(choices, agentId)
  const { bulk, takeBack, goOn, forget } = work
  if (bulk.state === 'idle') return null
  if (bulk.state === 'running') {
    const { done, total, isTakingBack } = bulk
    return (
      <div className="flex flex-col gap-1 py-1 text-ink-2 text-sm">
        <span>{t(isTakingBack ? 'takingBack' : 'changing', { done, total })}</span>
        <progress className="h-1 w-full accent-accent" max={total} value={done} aria-label={t('bulk')} />
      </div>
    )
  }
  const { change, before, left, missed, isTakenBack } = bulk
  const n = before.length
  const hasFailed = missed > 0
  return (
    <div className="flex flex-wrap items-center gap-x-2 py-0.5 text-sm">
      <span role="status" className={hasFailed ? 'grow text-red' : 'min-w-0 grow basis-1/2 text-ink-2'}>
        {hasFailed
          ? t(isTakenBack ? 'stoppedBack' : 'stopped', { n, missed })
          : isTakenBack
            ? t('takenBack', { n })
            : t('changed', { n, deed: deed(change) })}
        {left > 0 && ` ${t(isTakenBack ? 'leftChanged' : 'leftSame', { n: left })}`}
      </span>
      {hasFailed && (
        <Button variant="quiet" size="small" className="text-accent" onClick={goOn}>
          {t('goOn', { n: missed })}
        </Button>
      )}
      {!isTakenBack && n > 0 && (
        <Button variant="quiet" size="small" className="text-accent" onClick={takeBack}>
          {t('takeBack')}
        </Button>
      )}
      <Button variant="quiet" size="smallIcon" aria-label={t('dismiss')} onClick={forget}>
        <X />
      </Button>
    </div>
  )
}

function useDeedWords({ agents }: QueueChoices, agentId: string): (change: TicketChange) => string {
  const t = useTranslations('queueTools')
  const ticket = useTranslations('ticket')
  return (change) => {
    switch (change.kind) {
      case 'assign': {
        if (change.assigneeId === null) return t('deeds.release')
        const name = change.assigneeId === agentId ? t('me') : (agents.find(({ id }) => id === change.assigneeId)?.name ?? t('somebody'))
        return t('deeds.assign', { name })
      }
      case 'status':
        return t(`deeds.${change.status}`)
      case 'priority':
        return t('deeds.priority', { priority: ticket(`priority.${change.priority}`) })
      default:
        return t(`deeds.${change.kind}`, { tag: change.tag })
    }
  }
}
