import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { z } from 'zod'
import { requireAgent } from '@/lib/auth/require-agent'
import { AppError } from '@/lib/errors'
import { findReplyDraft } from '@/lib/messages/find-reply-draft'
import { listThread } from '@/lib/messages/list-thread'
import { getTicket, type TicketDetail } from '@/lib/tickets/get-ticket'
import { listContactTickets } from '@/lib/tickets/list-contact-tickets'
import { Assistant } from './assistant'
import { Composer } from './composer'
import { CustomerCard } from './customer-card'
import { rulesBehind } from './draft'
import { MergedNotice } from './merged-notice'
import { OtherTickets } from './other-tickets'
import { readAssistant } from './read-assistant'
import { ReplyProvider } from './reply-context'
import { Thread } from './thread'
import { toThreadPage } from './thread-entry'
import { TicketHeader } from './ticket-header'
import { TicketKeeper } from './ticket-keeper'
import { toDraft, toSavedReply } from './to-draft'

type TicketPageProps = { params: Promise<{ ticketId: string }> }

/** More messages than come while one reply is written. */
const SAID = 10

/** Once a request, for the title and the page. */
const readTicket = cache(async (id: string): Promise<TicketDetail> => {
  if (!z.uuid().safeParse(id).success) notFound()
  try {
    return await getTicket(id)
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') notFound()
    throw error
  }
})

export async function generateMetadata({ params }: TicketPageProps) {
  await requireAgent()
  const { number, subject } = await readTicket((await params).ticketId)
  return { title: `#${number} ${subject}` }
}

export default async function TicketPage({ params }: TicketPageProps) {
  const agent = await requireAgent()
  const ticket = await readTicket((await params).ticketId)
  const [{ messages, ...thread }, others, begun] = await Promise.all([
    listThread(ticket.id),
    listContactTickets(ticket.contact.id, ticket.id),
    findReplyDraft(agent, ticket.id),
  ])
  const said = messages.filter(({ direction }) => direction !== 'note').slice(-SAID)
  const { contact } = ticket
  const t = await getTranslations('ticket')
  const draft = toDraft(ticket.suggestion)
  const assistant = await readAssistant(
    ticket,
    begun?.suggestion?.rules.map(({ ruleId }) => ruleId),
  )
  return (
    <ReplyProvider
      key={ticket.id}
      ticketId={ticket.id}
      number={ticket.number}
      readAt={Date.now()}
      agentId={agent.id}
      draft={draft}
      saved={begun && toSavedReply(begun)}
    >
      <TicketKeeper ticketId={ticket.id} lastMessageId={messages.at(-1)?.id ?? null} />
      <div className="relative flex h-full min-h-0">
        <section aria-label={`#${ticket.number}`} className="flex min-w-0 grow flex-col bg-bg">
          <TicketHeader ticket={ticket} agent={{ id: agent.id, name: agent.name }} />
          <Thread
            ticketId={ticket.id}
            customer={contact.name ?? contact.email ?? contact.phone ?? t('assistant.anonymous')}
            channel={ticket.channel.name}
            language={ticket.language}
            latest={toThreadPage({ messages, ...thread })}
            drafted={draft?.status === 'ready' && draft.ms !== null ? { rules: rulesBehind(draft).length, ms: draft.ms } : null}
          />
          {ticket.mergedInto ? (
            <MergedNotice ticketId={ticket.id} into={ticket.mergedInto} />
          ) : (
            <Composer
              ticketId={ticket.id}
              agentId={agent.id}
              status={ticket.status}
              language={ticket.language}
              customer={contact.name ?? contact.email ?? null}
              said={said.map(({ id, direction, createdAt, author }) => ({
                ...{ id, at: createdAt.getTime() },
                ...{ isCustomer: direction === 'incoming', author: author?.name ?? null },
              }))}
              isAnswered={said.at(-1)?.direction === 'outgoing'}
            />
          )}
        </section>
        <Assistant {...assistant} isAdmin={agent.role === 'admin'}>
          <CustomerCard ticket={ticket} />
          <OtherTickets {...others} contactId={contact.id} />
        </Assistant>
      </div>
    </ReplyProvider>
  )
}
