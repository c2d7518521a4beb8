'use client'

import { useTranslations } from 'next-intl'
import { useOptimistic } from 'react'
import type { TicketPriority, TicketStatus } from '@/prisma/generated/enums'
import type { Attempt } from '../../../_doors/attempt'
import { useAttempt } from '../../../_doors/use-attempt'
import { assignAction, editTagsAction, setPriorityAction, setStatusAction, snoozeAction } from './state-actions'

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
  const [state, show] = useOptimistic(stored, (now: TicketStateShown, patch: Partial<TicketStateShown>) => ({ ...now, ...patch }))
  const { run, isPending, problem, words } = useAttempt()
  const attempt = (patch: Partial<TicketStateShown>, act: () => Promise<Attempt<void>>) =>
    run(() => {
      show(patch)
      return act()
    })
  const change = {
    status: (status: TicketStatus) =>
      attempt({ status, ...(status === 'resolved' && { snoozedUntil: null }) }, () => setStatusAction({ ticketId, status })),
    priority: (priority: TicketPriority) => attempt({ priority }, () => setPriorityAction({ ticketId, priority })),
    assignee: (assignee: TicketStateShown['assignee']) =>
      attempt({ assignee }, () => assignAction({ ticketId, assigneeId: assignee?.id ?? null, insteadOf: stored.assignee?.id ?? null })),
    tag: (tag: string, isOn: boolean) =>
      attempt({ tags: isOn ? [...state.tags, tag] : state.tags.filter((each) => each !== tag) }, () =>
        editTagsAction({ ticketId, add: isOn ? [tag] : [], remove: isOn ? [] : [tag] }),
      ),
    snooze: (until: Date | null) => attempt({ snoozedUntil: until }, () => snoozeAction({ ticketId, until: until?.toISOString() ?? null })),
  }
  const REASONS = { assigned_meanwhile: t('assignedMeanwhile'), merged: t('mergedMeanwhile'), snooze_time: t('snoozeTime') }
  const reason = problem?.reason as keyof typeof REASONS | undefined
  return { state, isPending, change, words: (reason && REASONS[reason]) ?? words }
}
