import { AppError } from '@/lib/errors'
import type { TicketFilters } from '@/lib/tickets/schema'
import { type SearchQuery, searchQuery } from '@/lib/tickets/search-terms'
import { viewFilter } from '@/lib/tickets/view-filter'
import { Prisma } from '@/prisma/generated/client'

/** What a list holds, as conditions on `ticket t`. */
export type ListFilter = {
  /** What an index serves together with the order. */
  base: Prisma.Sql
  /** The rest, looked at ticket by ticket; null when there is none. */
  rest: Prisma.Sql | null
  search: SearchQuery | null
  tag: string | null
}

/**
 * Splits what is asked for by what it costs.
 * @throws AppError bad_request for the caller's own tickets where the caller is nobody's colleague
 */
export function listFilter(agentId: string | null, query: TicketFilters): ListFilter {
  const { view, status, assignee, tag, priority, language, channel, contact, rung, grounding, gap, unread, q } = query
  if (assignee === 'me' && !agentId) throw new AppError('bad_request', 'A key has no tickets of its own; name an agent by id.')
  const base = [
    Prisma.sql`true`,
    ...(view ? [viewFilter(view, agentId)] : []),
    ...(status ? [Prisma.sql`t.status = ${status}::ticket_status`] : []),
    ...(assignee === 'none' ? [Prisma.sql`t.assignee_id is null`] : []),
    ...(assignee && assignee !== 'none' ? [Prisma.sql`t.assignee_id = ${assignee === 'me' ? agentId : assignee}::uuid`] : []),
    ...(contact ? [Prisma.sql`t.contact_id = ${contact}::uuid`] : []),
  ]
  const rest = [
    ...(tag ? [Prisma.sql`t.tags @> array[${tag}]::text[]`] : []),
    ...(priority ? [Prisma.sql`t.priority = ${priority}::ticket_priority`] : []),
    ...(language ? [Prisma.sql`t.language = ${language}::language`] : []),
    ...(channel ? [Prisma.sql`t.channel_id = ${channel}::uuid`] : []),
    ...(gap ? [Prisma.sql`t.is_gap`] : []),
    ...(unread ? [Prisma.sql`t.waiting_since is not null and (t.seen_at is null or t.seen_at < t.active_at)`] : []),
    ...(rung ? [ofDraft(Prisma.sql`s.rung = ${rung}::rung`)] : []),
    ...(grounding ? [ofDraft(Prisma.sql`(s.grounding->>'isGrounded')::boolean = ${grounding === 'passed'}`)] : []),
  ]
  return {
    base: Prisma.join(base, ' and '),
    rest: rest.length > 0 ? Prisma.join(rest, ' and ') : null,
    search: q ? searchQuery(q) : null,
    tag: tag ?? null,
  }
}

/** What a search must find in a ticket, looked at ticket by ticket. */
export function searchCondition({ number }: SearchQuery, terms: string | null): Prisma.Sql {
  const byNumber = number === null ? [] : [Prisma.sql`t.number = ${number}`]
  const byTerms = terms === null ? [] : [holds('ticket_search', Prisma.sql`s.terms @@ ${terms}::tsquery`)]
  return both(byNumber, byTerms)
}

function both(byNumber: Prisma.Sql[], byTerms: Prisma.Sql[]): Prisma.Sql {
  const ways = [...byNumber, ...byTerms]
  return ways.length > 0 ? Prisma.sql`(${Prisma.join(ways, ' or ')})` : Prisma.sql`false`
}

function ofDraft(condition: Prisma.Sql): Prisma.Sql {
  return holds('suggestion', Prisma.sql`s.is_current and ${condition}`)
}

// A value and not EXISTS: PostgreSQL may turn an EXISTS into a join with the whole table, to look at fifty rows of it.
function holds(table: 'ticket_search' | 'suggestion', condition: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`coalesce((select true from ${Prisma.raw(table)} s where s.ticket_id = t.id and ${condition} limit 1), false)`
}
