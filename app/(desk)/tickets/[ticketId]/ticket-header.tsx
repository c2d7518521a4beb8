'use client'

import { ArrowLeft, CircleCheck, PanelRight, RotateCcw, UserMinus, UserPlus } from 'lucide-react'
import Link from 'next/link'
import { useSearchParams } from 'next/navigation'
import { useTranslations } from 'next-intl'
import type { TicketDetail } from '@/lib/tickets/get-ticket'
import { Button } from '../../../_components/button'
import { Notice } from '../../../_components/notice'
import { PaneHeader } from '../../../_components/pane'
import { Tag } from '../../../_components/tag'
import { Tooltip } from '../../../_components/tooltip'
import { useAttempt } from '../../../_doors/use-attempt'
import { CompanionAvatars } from '../../../_presence/companion-avatars'
import { queueSearch, readQueueQuery } from '../_queue/queue-query'
import { assignAction, setStatusAction } from './actions'
import { useReplyState } from './reply-context'

type TicketHeaderProps = {
  ticket: Pick<TicketDetail, 'id' | 'number' | 'subject' | 'status' | 'priority' | 'tags' | 'assignee' | 'language'>
  agentId: string
}

export function TicketHeader({ ticket, agentId }: TicketHeaderProps) {
  const t = useTranslations('ticket')
  const { run, isPending, words } = useAttempt()
  const { isAssistantOpen, setAssistantOpen } = useReplyState()
  const search = queueSearch(readQueueQuery(useSearchParams()))
  const { id: ticketId, status, assignee } = ticket
  const isMine = assignee?.id === agentId
  const isResolved = status === 'resolved'
  return (
    <>
      <PaneHeader className="gap-1.5">
        <Button asChild variant="quiet" size="smallIcon" className="-ml-1.5 md:hidden">
          <Link href={`/tickets${search}`} aria-label={t('header.back')}>
            <ArrowLeft />
          </Link>
        </Button>
        <h1 lang={ticket.language} title={ticket.subject} className="min-w-0 truncate font-semibold text-base">
          {ticket.subject}
        </h1>
        <span className="shrink-0 text-ink-3 text-sm">#{ticket.number}</span>
        <CompanionAvatars />
        <span className="grow" />
        <div className="flex min-w-0 shrink items-center gap-1.5 overflow-hidden max-md:hidden">
          {ticket.tags.slice(0, 3).map((tag, index) => (
            <Tag key={tag} className={index > 0 ? 'max-xl:hidden' : undefined}>
              {tag}
            </Tag>
          ))}
          {ticket.priority !== 'normal' && (
            <Tag className={ticket.priority === 'urgent' ? 'border-red text-red' : undefined}>{t(`priority.${ticket.priority}`)}</Tag>
          )}
          {status !== 'open' && <Tag>{t(`status.${status}`)}</Tag>}
        </div>
        <Tooltip label={assignee ? t('header.assignedTo', { name: assignee.name }) : t('header.assignToMe')} side="bottom">
          <Button
            variant="quiet"
            size="small"
            aria-disabled={isPending}
            onClick={() => run(() => assignAction({ ticketId, toMe: !isMine }))}
            aria-label={isMine ? t('header.release') : t('header.assignToMe')}
          >
            {isMine ? <UserMinus /> : <UserPlus />}
            <span className="max-xl:hidden">{isMine ? t('header.mine') : t('header.assignToMe')}</span>
          </Button>
        </Tooltip>
        <Tooltip label={isResolved ? t('header.reopen') : t('header.resolve')} side="bottom">
          <Button
            variant="quiet"
            size="small"
            aria-disabled={isPending}
            onClick={() => run(() => setStatusAction({ ticketId, status: isResolved ? 'open' : 'resolved' }))}
            aria-label={isResolved ? t('header.reopen') : t('header.resolve')}
          >
            {isResolved ? <RotateCcw /> : <CircleCheck />}
            <span className="max-xl:hidden">{isResolved ? t('header.reopen') : t('header.resolve')}</span>
          </Button>
        </Tooltip>
        <Button
          variant="quiet"
          size="smallIcon"
          className="-mr-1.5 lg:hidden"
          aria-expanded={isAssistantOpen}
          aria-label={isAssistantOpen ? t('header.closeAssistant') : t('header.openAssistant')}
          onClick={() => setAssistantOpen(!isAssistantOpen)}
        >
          <PanelRight />
        </Button>
      </PaneHeader>
      {words && (
        <Notice kind="error" className="rounded-none border-b">
          {words}
        </Notice>
      )}
    </>
  )
}
