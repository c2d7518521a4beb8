'use client'

import { ArrowLeft } from 'lucide-react'
import Link from 'next/link'
import { useSearchParams } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useRef } from 'react'
import { Button } from '../../../../../_components/button'
import { LinkWait } from '../../../../../_components/link-wait'
import { useHotkeys } from '../../../../../_components/use-hotkeys'
import { queueSearch, readQueueQuery } from '../../../_queue/queue-query'

/** The way back, by the key that led here; the queue beside stays as it is. */
export function BackToTicket({ ticketId }: { ticketId: string }) {
  const t = useTranslations('assistant.why')
  const search = queueSearch(readQueueQuery(useSearchParams()))
  const link = useRef<HTMLAnchorElement>(null)
  useHotkeys({ y: () => link.current?.click() })
  return (
    <Button asChild variant="quiet" size="smallIcon" className="relative -ml-1.5">
      <Link ref={link} href={`/tickets/${ticketId}${search}`} aria-label={t('back')} aria-keyshortcuts="y" title={`${t('back')} (Y)`}>
        <ArrowLeft />
        <LinkWait edge="bottom" />
      </Link>
    </Button>
  )
}
