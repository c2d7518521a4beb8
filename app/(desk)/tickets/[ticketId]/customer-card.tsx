import { useFormatter, useTranslations } from 'next-intl'
import type { TicketDetail } from '@/lib/tickets/get-ticket'
import { MOMENT } from '../../../_components/moments'
import { Section } from '../../../_components/pane'

/** Who is asking, as far as they have said. */
export function CustomerCard({
  ticket: { contact, channel, language, createdAt },
}: {
  ticket: Pick<TicketDetail, 'contact' | 'channel' | 'language' | 'createdAt'>
}) {
  const t = useTranslations('ticket.assistant')
  const common = useTranslations('common')
  const format = useFormatter()
  const rows = [
    { label: t('name'), value: contact.name ?? t('anonymous') },
    { label: t('source'), value: `${channel.name} · ${common(language)}` },
    { label: t('email'), value: contact.email },
    { label: t('phone'), value: contact.phone },
    { label: t('externalId'), value: contact.externalId },
    { label: t('created'), value: format.dateTime(createdAt, MOMENT) },
  ].filter(({ value }) => value)
  return (
    <Section title={t('customer')}>
      <dl className="grid grid-cols-[72px_1fr] gap-x-2 gap-y-1 text-sm leading-5">
        {rows.map(({ label, value }) => (
          <div key={label} className="contents">
            <dt className="text-ink-3">{label}</dt>
            <dd className="wrap-anywhere">{value}</dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}
