import { notFound } from 'next/navigation'
import { cache } from 'react'
import { z } from 'zod'
import { requireAgent } from '@/lib/auth/require-agent'
import { AppError } from '@/lib/errors'
import { getTicket, type TicketDetail } from '@/lib/tickets/get-ticket'
import { Assistant } from './assistant'
import { Composer } from './composer'
import { CustomerCard } from './customer-card'
import { readAssistant } from './read-assistant'
import { ReplyProvider } from './reply-context'
import { Thread } from './thread'
import { TicketHeader } from './ticket-header'
import { TicketKeeper } from './ticket-keeper'
import { toDraft } from './to-draft'

type TicketPageProps = { params: Promise<{ ticketId: string }> }

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
  const lastIncoming = ticket.messages.findLast(({ direction }) => direction === 'incoming')
  const { contact } = ticket
  const assistant = await readAssistant(ticket)
  return (
    <ReplyProvider key={ticket.id} ticketId={ticket.id} draft={toDraft(ticket.suggestion)}>
      <TicketKeeper ticketId={ticket.id} lastMessageId={ticket.messages.at(-1)?.id ?? null} />
      <div className="relative flex h-full min-h-0">
        <section aria-label={`#${ticket.number}`} className="flex min-w-0 grow flex-col bg-bg">
          <TicketHeader ticket={ticket} agentId={agent.id} />
          <Thread ticket={ticket} />
          <Composer
            ticketId={ticket.id}
            status={ticket.status}
            language={ticket.language}
            customer={contact.name ?? contact.email ?? null}
            lastIncomingId={lastIncoming?.id ?? null}
            isAnswered={ticket.messages.findLast(({ direction }) => direction !== 'note')?.direction === 'outgoing'}
          />
        </section>
        <Assistant {...assistant} isAdmin={agent.role === 'admin'}>
          <CustomerCard ticket={ticket} />
        </Assistant>
      </div>
    </ReplyProvider>
  )
}
