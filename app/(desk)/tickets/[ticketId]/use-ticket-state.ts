'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { TicketPriority, TicketStatus } from '@/prisma/generated/enums'
import type { Attempt, Problem } from '../../../_doors/attempt'
import { useReplyState } from './reply-context'
import { assignAction, editTagsAction, setPriorityAction, setStatusAction, snoozeAction } from './state-actions'
import { useTicketAttempt } from './use-ticket-attempt'

export type TicketStateShown = {
  status: TicketStatus
  priority: TicketPriority
  tags: string[]
  assignee: { id: string; name: string } | null
  snoozedUntil: Date | null
}

/** What was asked for and is not on the page yet; once it is done, on the page of that moment. */
type Patch = { part: Partial<TicketStateShown>; doneOn?: number }

/**
 * The state of a ticket as it is shown: changed with the key, and back as it was, with the reason, when the server would
 * not have it.
 */
export function useTicketState(ticketId: string, stored: TicketStateShown) {
  const t = useTranslations('state')
  const REASONS: Record<string, string> = {
    assigned_meanwhile: t('assignedMeanwhile'),
    merged: t('mergedMeanwhile'),
    snooze_time: t('snoozeTime'),
  }
  const { run, isPending, words } = useTicketAttempt(({ reason }: Problem) => (reason === undefined ? undefined : REASONS[reason]))
  const { readAt } = useReplyState()
  const [patches, setPatches] = useState<Patch[]>([])
  const isAhead = ({ doneOn }: Patch) => doneOn === undefined || doneOn === readAt
  const state: TicketStateShown = Object.assign({}, stored, ...patches.filter(isAhead).map(({ part }) => part))
  const attempt = (part: Partial<TicketStateShown>, act: () => Promise<Attempt<void>>) => {
    const own: Patch = { part }
    const change = (to: Patch[]) => setPatches((all) => all.flatMap((each) => (each === own ? to : [each])))
    setPatches((all) => [...all.filter(isAhead), own])
    run(
      act,
      (_done, doneOn) => change([{ part, doneOn }]),
      () => change([]),
    )
  }
  const change = {
    status: (status: TicketStatus) =>
      attempt({ status, ...(status === 'resolved' && { snoozedUntil: null }) }, () => setStatusAction({ ticketId, status })),
    priority: (priority: TicketPriority) => attempt({ priority }, () => setPriorityAction({ ticketId, priority })),
    assignee: (assignee: TicketStateShown['assignee']) =>
      attempt({ assignee }, () => assignAction({ ticketId, assigneeId: assignee?.id ?? null, insteadOf: state.assignee?.id ?? null })),
    tag: (tag: string, isOn: boolean) =>
      attempt({ tags: isOn ? [...state.tags, tag] : state.tags.filter((each) => each !== tag) }, () =>
        editTagsAction({ ticketId, add: isOn ? [tag] : [], remove: isOn ? [] : [tag] }),
      ),
    snooze: (until: Date | null) => attempt({ snoozedUntil: until }, () => snoozeAction({ ticketId, until: until?.toISOString() ?? null })),
  }
  return { state, isPending, change, words }
}
