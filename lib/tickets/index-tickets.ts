import type { Tx } from '@/lib/db'
import { SEARCH_VERSION, ticketTerms } from '@/lib/tickets/search-terms'
import { Prisma } from '@/prisma/generated/client'

/** Some 300 KB of terms. A customer who goes on writing after that is found by what came before. */
const MAX_TERMS = 20_000
/** The latest messages of a thread; older ones of a longer one cannot be found. */
const MAX_MESSAGES = 200

/** A set of terms as PostgreSQL takes it. */
export function termsSql(terms: string[]): Prisma.Sql {
  return Prisma.sql`array_to_tsvector(${terms}::text[])`
}

/** The SET list that adds what a customer wrote to a row of `ticket_search`. */
export function addTermsSql(terms: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`terms = case when length(ticket_search.terms) < ${MAX_TERMS} then ticket_search.terms || ${terms} else ticket_search.terms end`
}

const select = {
  id: true,
  subject: true,
  contact: { select: { name: true, email: true, phone: true, externalId: true } },
  messages: { where: { direction: 'incoming' }, select: { text: true }, orderBy: { createdAt: 'desc' }, take: MAX_MESSAGES },
} satisfies Prisma.TicketSelect

/** Writes anew what tickets are found by, from their subject, customer and messages: after rows were made or moved by hand. */
export async function indexTickets(tx: Tx, ticketIds: string[]): Promise<void> {
  const tickets = await tx.ticket.findMany({ where: { id: { in: ticketIds } }, select })
  if (tickets.length === 0) return
  const rows = tickets.map(({ id, subject, contact, messages }) => {
    const terms = ticketTerms({ subject, contact, texts: messages.map(({ text }) => text) })
    return Prisma.sql`(${id}::uuid, ${termsSql(terms.slice(0, MAX_TERMS))}, ${SEARCH_VERSION}::int)`
  })
  await tx.$executeRaw`
    insert into ticket_search (ticket_id, terms, version) values ${Prisma.join(rows)}
    on conflict (ticket_id) do update set terms = excluded.terms, version = excluded.version`
}
