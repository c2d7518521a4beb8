'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { TicketPriority, TicketStatus } from '@/prisma/generated/enums'
import type { Attempt, Problem } from '../../../_doors/attempt'
import { assignAction, editTagsAction, setPriorityAction, setStatusAction, snoozeAction } from './state-actions'
import { useTicketAttempt } from './use-ticket-attempt'

export type TicketStateShown = {
  status: TicketStatus
  priority: TicketPriority
  tags: string[]
  assignee: { id: string; name: string } | null
  snoozedUntil: Date | null
}

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
  /** What was asked for and is not on the page yet. */
  const [patches, setPatches] = useState<Partial<TicketStateShown>[]>([])
  const state: TicketStateShown = Object.assign({}, stored, ...patches)
  const attempt = (patch: Partial<TicketStateShown>, act: () => Promise<Attempt<void>>) => {
    setPatches((all) => [...all, patch])
    run(act, undefined, () => setPatches((all) => all.filter((each) => each !== patch)))
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
