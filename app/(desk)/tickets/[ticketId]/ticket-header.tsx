'use client'

import { ArrowLeft, CircleCheck, PanelRight, RotateCcw, UserMinus, UserPlus } from 'lucide-react'
import Link from 'next/link'
import { useSearchParams } from 'next/navigation'
import { useTranslations } from 'next-intl'
import type { TicketDetail } from '@/lib/tickets/get-ticket'
import { Button } from '../../../_components/button'
import { Notice } from '../../../_components/notice'
import { PaneHeader } from '../../../_components/pane'
import { Tooltip } from '../../../_components/tooltip'
import { useHotkeys } from '../../../_components/use-hotkeys'
import { CompanionAvatars } from '../../../_presence/companion-avatars'
import { DueMark } from '../_queue/due-mark'
import { queueSearch, readQueueQuery } from '../_queue/queue-query'
import { useReplyState } from './reply-context'
import { SnoozedStrip } from './snooze-picker'
import { StateBar } from './state-bar'
import { useTicketState } from './use-ticket-state'

type TicketHeaderProps = {
  ticket: Pick<
    TicketDetail,
    | 'id'
    | 'number'
    | 'subject'
    | 'status'
    | 'priority'
    | 'tags'
    | 'assignee'
    | 'language'
    | 'snoozedUntil'
    | 'mergedInto'
    | 'firstResponseDueAt'
    | 'resolutionDueAt'
  >
  agent: { id: string; name: string }
}

/** What the ticket is about, what state it is in, and the two things one does with that most. */
export function TicketHeader({ ticket, agent }: TicketHeaderProps) {
  const t = useTranslations('ticket.header')
  const { isAssistantOpen, setAssistantOpen } = useReplyState()
  const search = queueSearch(readQueueQuery(useSearchParams()))
  const { id: ticketId, number, subject, language, mergedInto } = ticket
  const shown = useTicketState(ticketId, ticket)
  const { state, change, words } = shown
  const isMine = state.assignee?.id === agent.id
  const isResolved = state.status === 'resolved'
  const take = () => change.assignee(isMine ? null : agent)
  const resolve = () => change.status(isResolved ? 'open' : 'resolved')
  useHotkeys({ i: () => !mergedInto && take(), e: () => !mergedInto && resolve() })
  return (
    <>
      <PaneHeader className="@container gap-1.5">
        <Button asChild variant="quiet" size="smallIcon" className="-ml-1.5 md:hidden">
          <Link href={`/tickets${search}`} aria-label={t('back')}>
            <ArrowLeft />
          </Link>
        </Button>
        {/* On a phone the subject has a line of its own. */}
        <div className="flex min-w-0 grow items-center gap-1.5 max-md:flex-wrap max-md:gap-x-2 max-md:gap-y-0">
          <h1
            lang={language}
            dir="auto"
            title={subject}
            className="min-w-0 truncate font-semibold text-base max-md:w-full max-md:leading-4.5"
          >
            {subject}
          </h1>
          <span className="shrink-0 text-ink-3 text-sm max-md:text-xs">#{number}</span>
          <CompanionAvatars />
          <span className="grow max-md:hidden" />
          <DueMark
            firstResponseDueAt={ticket.firstResponseDueAt?.getTime() ?? null}
            resolutionDueAt={ticket.resolutionDueAt?.getTime() ?? null}
          />
        </div>
        {!mergedInto && (
          <>
            <Tooltip label={isMine ? t('release') : t('assignToMe')} keys="I" side="bottom">
              <Button
                variant="quiet"
                size="small"
                onClick={take}
                aria-keyshortcuts="i"
                aria-label={isMine ? t('release') : t('assignToMe')}
              >
                {isMine ? <UserMinus /> : <UserPlus />}
                <span className="max-xl:hidden">{isMine ? t('mine') : t('assignToMe')}</span>
              </Button>
            </Tooltip>
            <Tooltip label={isResolved ? t('reopen') : t('resolve')} keys="E" side="bottom">
              <Button
                variant="quiet"
                size="small"
                onClick={resolve}
                aria-keyshortcuts="e"
                aria-label={isResolved ? t('reopen') : t('resolve')}
              >
                {isResolved ? <RotateCcw /> : <CircleCheck />}
                <span className="max-xl:hidden">{isResolved ? t('reopen') : t('resolve')}</span>
              </Button>
            </Tooltip>
          </>
        )}
        <Button
          variant="quiet"
          size="smallIcon"
          className="-mr-1.5 lg:hidden"
          aria-expanded={isAssistantOpen}
          aria-label={isAssistantOpen ? t('closeAssistant') : t('openAssistant')}
          onClick={() => setAssistantOpen(!isAssistantOpen)}
        >
          <PanelRight />
        </Button>
      </PaneHeader>
      {!mergedInto && <StateBar ticketId={ticketId} number={number} agent={agent} ticket={shown} />}
      {words && (
        <Notice kind="error" className="rounded-none border-b">
          {words}
        </Notice>
      )}
      {state.snoozedUntil && <SnoozedStrip until={state.snoozedUntil} onWake={() => change.snooze(null)} />}
    </>
  )
}
