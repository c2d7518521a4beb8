'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { CLOCK, MOMENT } from '../../../_components/moments'
import { useDeliveryReason } from './delivery-state'
import type { EventEntry } from './thread-entry'
import { TicketLink } from './ticket-link'

/** What was done between two messages, in one quiet line. */
export function EventLine({ entry }: { entry: EventEntry }) {
  const format = useFormatter()
  const words = useEventWords(entry)
  const { facts } = entry
  const at = new Date(entry.at)
  return (
    <p className="self-center text-center text-ink-3 text-xs wrap-anywhere">
      {'ticketId' in facts ? (
        <TicketLink href={`/tickets/${facts.ticketId}`} className="underline decoration-line-strong underline-offset-3 hover:text-ink">
          {words}
        </TicketLink>
      ) : (
        words
      )}{' '}
      ·{' '}
      <time dateTime={at.toISOString()} title={format.dateTime(at, MOMENT)}>
        {format.dateTime(at, CLOCK)}
      </time>
    </p>
  )
}

function useEventWords({ actor, facts }: EventEntry): string {
  const t = useTranslations('thread.events')
  const ticket = useTranslations('ticket')
  const common = useTranslations('common')
  const rung = useTranslations('rung')
  const format = useFormatter()
  const reason = useDeliveryReason(facts.kind === 'delivery_failed' ? facts.errorCode : null)
  const who = actor ?? t('system')
  switch (facts.kind) {
    case 'assigned':
      if (!facts.to) return t('released', { who })
      return facts.to.name === actor ? t('taken', { who }) : t('assigned', { who, to: facts.to.name })
    case 'status':
      return t('status', { who, to: ticket(`status.${facts.to}`) })
    case 'priority':
      return t('priority', { who, from: ticket(`priority.${facts.from}`), to: ticket(`priority.${facts.to}`) })
    case 'tags': {
      const list = (tags: string[]) => tags.join(common('listEnd'))
      if (facts.removed.length === 0) return t('tagsAdded', { who, tags: list(facts.added) })
      if (facts.added.length === 0) return t('tagsRemoved', { who, tags: list(facts.removed) })
      return t('tagsChanged', { who, added: list(facts.added), removed: list(facts.removed) })
    }
    case 'snoozed':
      return t('snoozed', { who, until: format.dateTime(new Date(facts.until), MOMENT) })
    case 'woken':
      return facts.by === 'time' ? t('wokenByTime') : t('woken', { who })
    case 'merged':
      return t('merged', { who, number: facts.number, n: facts.messages })
    case 'merged_into':
      return t('mergedInto', { who, number: facts.number })
    case 'unmerged':
      return t('unmerged', { who, number: facts.number })
    case 'draft_superseded':
      return t('draftSuperseded')
    case 'draft_failed': {
      const causes = 'draft.causes' as const
      const cause = facts.cause as 'timeout'
      const why = ticket.has(`${causes}.${cause}`) ? ticket(`${causes}.${cause}`) : ticket(`${causes}.bad_output`)
      return t('draftFailed', { why, rung: rung(facts.rung) })
    }
    case 'delivery_failed':
      return t('deliveryFailed', { reason })
  }
}
