'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { useState } from 'react'
import { TicketPriority, TicketStatus } from '@/prisma/generated/enums'
import { cn } from '../../../_components/cn'
import { Picker } from '../../../_components/picker'
import { useHotkeys } from '../../../_components/use-hotkeys'
import { MergePicker } from './merge-picker'
import { SnoozePicker } from './snooze-picker'
import { StateButton } from './state-button'
import { useChoices } from './use-choices'
import type { useTicketState } from './use-ticket-state'

type List = 'status' | 'assignee' | 'priority' | 'tags' | 'snooze' | 'merge'

type StateBarProps = { ticketId: string; number: number; agent: { id: string; name: string }; ticket: ReturnType<typeof useTicketState> }

/** What state a ticket is in: each word is the button that changes it, and each has a key. */
export function StateBar({ ticketId, number, agent, ticket: { state, isPending, change } }: StateBarProps) {
  const t = useTranslations('state')
  const words = useTranslations('ticket')
  const [open, setOpen] = useState<List | null>(null)
  const { choices, hasFailed, load } = useChoices()
  const show = (list: List | null) => {
    if (list === 'assignee' || list === 'tags') load()
    setOpen(list)
  }
  const opens = (list: List) => (event: KeyboardEvent) => {
    event.preventDefault()
    show(list)
  }
  useHotkeys({
    s: opens('status'),
    a: opens('assignee'),
    p: opens('priority'),
    t: opens('tags'),
    h: opens('snooze'),
    m: opens('merge'),
  })
  const of = (list: List) => ({ isOpen: open === list, onOpenChange: (isOpen: boolean) => show(isOpen ? list : null) })
  const notice = choices ? undefined : hasFailed ? t('choicesFailed') : t('loading')
  const people = [agent, ...(choices?.agents.filter(({ id }) => id !== agent.id) ?? [])]
  const tags = [...state.tags, ...(choices?.tags.filter((tag) => !state.tags.includes(tag)) ?? [])]

  return (
    <div
      role="toolbar"
      aria-label={t('label')}
      aria-busy={isPending}
      className="flex h-9 shrink-0 items-center gap-0.5 overflow-x-auto border-b bg-pane px-2 text-sm [scrollbar-width:none]"
    >
      <Picker
        {...of('status')}
        label={t('status')}
        empty={t('none')}
        trigger={<StateButton name={t('status')} value={words(`status.${state.status}`)} keys="s" />}
        options={Object.values(TicketStatus).map((status) => ({
          value: status,
          label: words(`status.${status}`),
          isChosen: status === state.status,
        }))}
        onPick={(value) => change.status(value as TicketStatus)}
      />
      <Picker
        {...of('assignee')}
        label={t('assignee')}
        empty={t('nobodyFound')}
        notice={notice}
        trigger={
          <StateButton
            name={t('assignee')}
            value={state.assignee ? (state.assignee.id === agent.id ? words('header.mine') : state.assignee.name) : t('unassigned')}
            isFaint={!state.assignee}
            keys="a"
          />
        }
        options={[
          ...people.map(({ id, name }) => ({
            value: id,
            label: name,
            hint: id === agent.id ? t('me') : undefined,
            isChosen: id === state.assignee?.id,
          })),
          ...(state.assignee ? [{ value: NOBODY, label: t('unassign') }] : []),
        ]}
        onPick={(value) => change.assignee(people.find(({ id }) => id === value) ?? null)}
      />
      <Picker
        {...of('priority')}
        label={t('priority')}
        empty={t('none')}
        trigger={
          <StateButton
            name={t('priority')}
            value={words(`priority.${state.priority}`)}
            isFaint={state.priority === 'normal'}
            className={state.priority === 'urgent' ? 'text-red' : undefined}
            keys="p"
          />
        }
        options={Object.values(TicketPriority)
          .reverse()
          .map((priority) => ({ value: priority, label: words(`priority.${priority}`), isChosen: priority === state.priority }))}
        onPick={(value) => change.priority(value as TicketPriority)}
      />
      <Picker
        {...of('tags')}
        isMany
        label={t('tags')}
        empty={t('tagsEmpty')}
        notice={notice}
        maxLength={40}
        trigger={
          <StateButton
            name={t('tags')}
            value={state.tags.length > 0 ? <TagNames tags={state.tags} /> : t('addTag')}
            isFaint={state.tags.length === 0}
            // What gives way where the bar is narrow: the icons at its end stay in sight.
            className="shrink"
            keys="t"
          />
        }
        options={tags.map((tag) => ({ value: tag, label: tag, isChosen: state.tags.includes(tag) }))}
        onPick={(tag) => change.tag(tag, !state.tags.includes(tag))}
        create={(tag) => t('createTag', { tag })}
        onCreate={(tag) => change.tag(tag, true)}
      />
      <span className="grow" />
      <SnoozePicker {...of('snooze')} keys="h" until={state.snoozedUntil} isResolved={state.status === 'resolved'} onPick={change.snooze} />
      <MergePicker {...of('merge')} ticketId={ticketId} number={number} keys="m" />
    </div>
  )
}

const NOBODY = ' nobody'
/** On a phone one, so that the icons at the end of the bar stay in sight. */
const SHOWN_TAGS = 2

function TagNames({ tags }: { tags: string[] }) {
  const format = useFormatter()
  const more = (shown: number, className: string) =>
    tags.length > shown && <span className={cn('shrink-0 text-ink-3', className)}>+{format.number(tags.length - shown)}</span>
  return (
    <span className="flex min-w-0 gap-1">
      {tags.slice(0, SHOWN_TAGS).map((tag, index) => (
        <span
          key={tag}
          className={cn(
            'min-w-6 max-w-28 truncate rounded-sm border border-line-strong px-1.5 text-ink-2 text-xs',
            index > 0 && 'max-md:hidden',
          )}
        >
          {tag}
        </span>
      ))}
      {more(SHOWN_TAGS, 'max-md:hidden')}
      {more(1, 'md:hidden')}
    </span>
  )
}
