import { getFormatter, getTranslations } from 'next-intl/server'
import type { BriefTicket } from '@/lib/tickets/list-contact-tickets'
import { Section } from '../../../_components/pane'
import { TicketLink } from './ticket-link'

type OtherTicketsProps = { tickets: BriefTicket[]; hasMore: boolean; contactId: string }

/** What else the customer has asked, the last active first. */
export async function OtherTickets({ tickets, hasMore, contactId }: OtherTicketsProps) {
  const [t, ticket, format] = await Promise.all([getTranslations('state'), getTranslations('ticket'), getFormatter()])
  const aside = hasMore ? <TicketLink href={`/tickets?view=all&contact=${contactId}`}>{t('earlierMore')}</TicketLink> : undefined
  return (
    <Section title={t('earlier')} aside={aside}>
      {tickets.length === 0 ? (
        <p className="text-ink-3 text-sm leading-5">{t('earlierNone')}</p>
      ) : (
        <ul className="-mx-1.5">
          {tickets.map(({ id, number, subject, status, language, activeAt }) => (
            <li key={id}>
              <TicketLink
                href={`/tickets/${id}`}
                className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-2 rounded-sm px-1.5 py-1 text-sm leading-5 hover:bg-sunk"
              >
                <span lang={language} className="truncate">
                  {subject}
                </span>
                <time dateTime={activeAt.toISOString()} className="text-ink-3 text-xs leading-5">
                  {format.dateTime(activeAt, { dateStyle: 'medium' })}
                </time>
                <span className="text-ink-3 text-xs">
                  #{number} · {ticket(`status.${status}`)}
                </span>
              </TicketLink>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
