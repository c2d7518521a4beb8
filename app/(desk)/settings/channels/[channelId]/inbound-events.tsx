import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import type { InboundEventItem } from '@/lib/channels/list-inbound-events'
import { EXACT_MOMENT } from '../../../../_components/moments'

/** What came in last, byte for byte as it came. */
export function InboundEvents({ events }: { events: InboundEventItem[] }) {
  const t = useTranslations('settings.channels')
  const format = useFormatter()
  return (
    <section className="border-t pt-4">
      <h2 className="mb-1.5 font-semibold text-base">{t('events')}</h2>
      {events.length === 0 && <p className="text-ink-3 text-sm">{t('eventsEmpty')}</p>}
      <ul>
        {events.map((event) => (
          <li key={event.id} className="flex items-start gap-3 border-line py-1.5 text-sm [&+&]:border-t">
            <details className="min-w-0 grow">
              <summary className="disclosure rounded-sm leading-6">
                {format.dateTime(event.receivedAt, EXACT_MOMENT)}
                <span className="ml-2 font-mono text-ink-3 text-xs">{event.deliveryKey}</span>
              </summary>
              <pre className="my-1 max-h-72 overflow-auto whitespace-pre-wrap rounded-md bg-sunk p-3 font-mono text-xs leading-5 wrap-anywhere">
                {event.body}
              </pre>
            </details>
            <span className="shrink-0 text-ink-3 leading-6 max-md:hidden">{t('eventBytes', { n: event.sizeBytes })}</span>
            {event.ticketId && (
              <Link href={`/tickets/${event.ticketId}`} className="shrink-0 rounded-sm text-accent leading-6 hover:underline">
                {t('eventTicket')}
              </Link>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
