import { Send } from 'lucide-react'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getFormatter, getTranslations } from 'next-intl/server'
import { requireAgent } from '@/lib/auth/require-agent'
import { listOutbox, type OutboxItem } from '@/lib/delivery/list-outbox'
import { env } from '@/lib/env'
import { EmptyState } from '../../_components/empty-state'
import { EXACT_MOMENT } from '../../_components/moments'
import { PaneHeader } from '../../_components/pane'
import { Tag } from '../../_components/tag'
import { OutboxKeeper } from './outbox-keeper'

export async function generateMetadata() {
  return { title: (await getTranslations('outbox'))('title') }
}

export default async function OutboxPage() {
  await requireAgent()
  if (!env().DEMO) notFound()
  const [{ items }, t] = await Promise.all([listOutbox(), getTranslations('outbox')])
  return (
    <section aria-label={t('title')} className="flex h-full flex-col bg-bg">
      <OutboxKeeper />
      <PaneHeader title={t('title')}>
        <p className="min-w-0 truncate text-ink-3 text-sm max-md:hidden">{t('lead')}</p>
      </PaneHeader>
      <div className="pane-scroll flex grow flex-col">
        {items.length === 0 ? (
          <EmptyState icon={<Send />} title={t('empty.title')}>
            {t('empty.body')}
          </EmptyState>
        ) : (
          <ol className="mx-auto flex w-full max-w-3xl flex-col gap-5 px-7 py-5 max-md:px-4">
            {items.map((item) => (
              <li key={item.id}>
                <OutboxLetter item={item} />
              </li>
            ))}
          </ol>
        )}
      </div>
    </section>
  )
}

/** A reply as its customer reads it. */
async function OutboxLetter({ item: { message, channel, receivedAt, receipts, webhookId } }: { item: OutboxItem }) {
  const [t, format] = await Promise.all([getTranslations('outbox'), getFormatter()])
  const { contact, ticket } = message
  return (
    <article>
      <header className="mb-1 flex flex-wrap items-center gap-x-1.5 text-[12.5px] text-ink-3 leading-4.5">
        <b className="font-medium text-ink">{t('to', { name: contact.name ?? contact.email ?? contact.phone ?? t('anonymous') })}</b>
        <span>· {channel.name} ·</span>
        <time dateTime={receivedAt.toISOString()}>{format.dateTime(receivedAt, EXACT_MOMENT)}</time>
        {receipts > 1 && <Tag className="border-amber text-amber">{t('repeated', { n: receipts })}</Tag>}
        <span className="grow" />
        <Link
          href={`/tickets/${ticket.id}`}
          aria-label={t('openTicket', { number: ticket.number })}
          className="rounded-sm text-accent hover:underline"
        >
          #{ticket.number}
        </Link>
      </header>
      <div className="rounded-md border bg-pane px-3.5 py-2.5">
        <p className="mb-1 truncate text-ink-3 text-sm">{ticket.subject}</p>
        <p className="message-text">{message.message.text}</p>
      </div>
      <p className="mt-1 truncate font-mono text-2xs text-ink-3" title={t('webhookId')}>
        {webhookId}
      </p>
    </article>
  )
}
