'use client'

import { Check, ChevronsUp, ChevronUp, CircleAlert, CircleCheck, Minus } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { memo } from 'react'
import { Avatar } from '../../../_components/avatar'
import { cn } from '../../../_components/cn'
import { LinkWait } from '../../../_components/link-wait'
import { RungChip } from '../../../_components/rung-chip'
import { DueTime } from './due-mark'
import type { QueueItem } from './queue-item'
import { ShortTime } from './short-time'

type QueueRowProps = {
  item: QueueItem
  index: number
  href: string
  isOpen: boolean
  isChosen: boolean
  onOpen: (item: QueueItem) => void
  onChoose: (index: number, isRange: boolean) => void
  /** The eye or the hand is on the row: its page is likely to be wanted. */
  onNear: (id: string, href: string) => void
}

/** Two lines: who and since when; subject and last words, who has it, and what the draft is worth. */
export const QueueRow = memo(function QueueRow({ item, index, href, isOpen, isChosen, onOpen, onChoose, onNear }: QueueRowProps) {
  const t = useTranslations('queue')
  const tools = useTranslations('queueTools')
  return (
    <div
      data-row={item.id}
      className={cn('group relative h-13 border-b', isOpen ? 'bg-accent-bg' : isChosen ? 'bg-sunk' : 'hover:bg-sunk')}
    >
      <span className="absolute top-0 left-0 z-1 h-full w-6">
        <input
          type="checkbox"
          checked={isChosen}
          tabIndex={-1}
          aria-label={tools('choose', { number: item.number })}
          className="peer absolute inset-0 size-full cursor-default opacity-0"
          onChange={(event) => onChoose(index, event.nativeEvent instanceof MouseEvent && event.nativeEvent.shiftKey)}
        />
        <span
          aria-hidden
          className="absolute top-2.5 left-1.5 grid size-3.5 place-items-center rounded-sm border border-control bg-pane text-on-accent opacity-0 peer-checked:border-accent peer-checked:bg-accent peer-checked:opacity-100 peer-hover:opacity-100 peer-focus-visible:opacity-100 peer-focus-visible:outline-2 peer-focus-visible:outline-accent"
        >
          {isChosen && <Check className="size-2.5" strokeWidth={4} />}
        </span>
        {item.isUnread && !isChosen && (
          <span
            role="img"
            aria-label={t('unread')}
            className="pointer-events-none absolute top-3.5 left-2.25 size-1.75 rounded-full bg-accent peer-hover:hidden"
          />
        )}
      </span>
      <Link
        href={href}
        prefetch={false}
        onNavigate={() => onOpen(item)}
        onClick={(event) => {
          if (!event.shiftKey) return
          event.preventDefault()
          onChoose(index, true)
        }}
        onMouseEnter={() => onNear(item.id, href)}
        onFocus={() => onNear(item.id, href)}
        data-ticket={item.id}
        aria-current={isOpen ? 'true' : undefined}
        className="flex h-full flex-col justify-center pr-3.5 pl-6.5 text-sm focus-visible:-outline-offset-2"
      >
        <LinkWait />
        <span className="flex min-w-0 items-center gap-1.5">
          <PriorityMark priority={item.priority} />
          <span dir="auto" className={cn('truncate', item.isUnread ? 'font-semibold' : 'font-medium')}>
            {item.who ?? t('anonymous')}
          </span>
          <span className="shrink-0 text-ink-3">#{item.number}</span>
          <abbr title={tools(`languages.${item.language}`)} className="shrink-0 text-2xs text-ink-3 no-underline">
            {tools(`shortLanguages.${item.language}`)}
          </abbr>
          <span className="ml-auto shrink-0 whitespace-nowrap pl-0.5 text-ink-3 text-xs">
            <RowTime item={item} />
          </span>
        </span>
        <span className="flex min-w-0 items-center gap-1">
          <RowWords item={item} />
          {item.assignee && (
            <span
              role="img"
              title={tools('assignedTo', { name: item.assignee })}
              aria-label={tools('assignedTo', { name: item.assignee })}
              className="shrink-0"
            >
              <Avatar name={item.assignee} className="size-4 text-[10px]" />
            </span>
          )}
          <DraftMark item={item} isOpen={isOpen} />
        </span>
      </Link>
    </div>
  )
})

/** What it is about, and the last that was said; where there is room for one only, what it is about. */
function RowWords({ item: { subject, lastWords, language } }: { item: QueueItem }) {
  const isSame = lastWords === '' || lastWords === subject
  return (
    <span lang={language} title={isSame ? subject : `${subject}\n${lastWords}`} className="mr-1 flex min-w-0 grow gap-1.5 text-ink-3">
      <span dir="auto" className={cn('shrink-0 truncate text-ink-2', isSame ? 'max-w-full' : 'max-w-[62%]')}>
        {subject}
      </span>
      {!isSame && (
        <span dir="auto" className="min-w-0 truncate">
          {lastWords}
        </span>
      )}
    </span>
  )
}

/** How long the customer waits, else when something last happened; and what is left of the time for it. */
function RowTime({ item: { waitingSince, dueAt, activeAt } }: { item: QueueItem }) {
  const t = useTranslations('queueTools')
  const waiting = waitingSince !== null && <ShortTime at={waitingSince} label={t('waitingSince')} />
  if (dueAt === null) return waiting || <ShortTime at={activeAt} label={t('activeSince')} />
  return (
    <>
      {waiting}
      {waiting && ' · '}
      <DueTime at={dueAt} />
    </>
  )
}

const PRIORITY_MARKS = {
  urgent: { Icon: ChevronsUp, className: 'text-red' },
  high: { Icon: ChevronUp, className: 'text-amber' },
  low: { Icon: Minus, className: 'text-ink-3' },
}

/** A shape for every priority that is not the usual one. */
function PriorityMark({ priority }: { priority: QueueItem['priority'] }) {
  const t = useTranslations('ticket.priority')
  if (priority === 'normal') return null
  const { Icon, className } = PRIORITY_MARKS[priority]
  return (
    <span role="img" aria-label={t(priority)} title={t(priority)} className={cn('-mx-0.5 shrink-0', className)}>
      <Icon aria-hidden className="size-3.5" strokeWidth={2.5} />
    </span>
  )
}

function DraftMark({ item: { draft, isGap }, isOpen }: { item: QueueItem; isOpen: boolean }) {
  const t = useTranslations('rung')
  const tools = useTranslations('queueTools')
  if (!draft) return null
  if (draft.status === 'pending' || draft.status === 'running')
    return <span className="shrink-0 text-[11.5px] text-ink-3">{t('drafting')}</span>
  if (draft.status === 'failed') return <span className="shrink-0 text-[11.5px] text-amber">{t('failed')}</span>
  if (draft.status !== 'ready' || !draft.rung) return null
  // A reply that only puts the customer off says nothing that could be right or wrong.
  const check = isGap || draft.isGrounded === null ? null : draft.isGrounded ? 'passed' : 'failed'
  const Icon = check === 'passed' ? CircleCheck : CircleAlert
  return (
    <>
      {check && (
        <span role="img" aria-label={tools(`checks.${check}`)} title={tools(`checks.${check}`)} className="shrink-0">
          <Icon aria-hidden className={cn('size-3.5', check === 'passed' ? 'text-green' : 'text-amber')} />
        </span>
      )}
      <RungChip rung={isGap ? 'holding' : draft.rung} className={cn(isOpen && draft.rung === 'model' && 'bg-pane')} />
    </>
  )
}
