import type { Tx } from '@/lib/db'
import { withoutMentions } from '@/lib/messages/mentions'
import { SEARCH_VERSION, storedTerms, ticketTerms } from '@/lib/tickets/search-terms'
import { shownText } from '@/lib/tickets/shown-text'
import { Prisma } from '@/prisma/generated/client'

/** Some 300 KB of terms. Whoever goes on writing after that, the ticket is found by what came before. */
const MAX_TERMS = 20_000
/** The latest messages of a thread, the customer's before ours; older ones of a longer one cannot be found. */
const MAX_MESSAGES = 400

/** A set of terms as PostgreSQL takes it. */
export function termsSql(terms: string[]): Prisma.Sql {
  return Prisma.sql`array_to_tsvector(${terms}::text[])`
}

/** The SET list that adds what somebody wrote to a row of `ticket_search`. */
export function addTermsSql(terms: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`terms = case when length(ticket_search.terms) < ${MAX_TERMS} then ticket_search.terms || ${terms} else ticket_search.terms end`
}

/** The statement that has a ticket found by one more text, a message's or a note's. The caller holds the ticket's row. */
export function addTextSql(ticketId: string, text: string): Prisma.Sql {
  return Prisma.sql`
    insert into ticket_search (ticket_id, terms, version) values (${ticketId}::uuid, ${termsSql(storedTerms(withoutMentions(text)))}, ${SEARCH_VERSION}::int)
    on conflict (ticket_id) do update set ${addTermsSql(Prisma.sql`excluded.terms`)}`
}

const select = {
  id: true,
  subject: true,
  contact: { select: { name: true, email: true, phone: true, externalId: true } },
  messages: {
    select: { text: true, attachments: { select: { name: true } } },
    // In the order of the enum: incoming, outgoing, note.
    orderBy: [{ direction: 'asc' }, { createdAt: 'desc' }],
    take: MAX_MESSAGES,
  },
} satisfies Prisma.TicketSelect

/** Writes anew what tickets are found by, from their subject, customer and messages: after rows were made, moved or taken back. */
export async function indexTickets(tx: Tx, ticketIds: string[]): Promise<void> {
  const tickets = await tx.ticket.findMany({ where: { id: { in: ticketIds } }, select })
  if (tickets.length === 0) return
  const rows = tickets.map(({ id, subject, contact, messages }) => {
    const terms = ticketTerms({ subject, contact, texts: messages.map((message) => withoutMentions(shownText(message))) })
    return Prisma.sql`(${id}::uuid, ${termsSql(terms.slice(0, MAX_TERMS))}, ${SEARCH_VERSION}::int)`
  })
  await tx.$executeRaw`
    insert into ticket_search (ticket_id, terms, version) values ${Prisma.join(rows)}
    on conflict (ticket_id) do update set terms = excluded.terms, version = excluded.version`
}
