import { type FoundRule, findRules } from '@/lib/faq/find-rules'
import { describeError, log } from '@/lib/log'
import { type FoundContact, findContacts } from '@/lib/tickets/find-contacts'
import { listTickets } from '@/lib/tickets/list-tickets'
import type { Language, TicketStatus } from '@/prisma/generated/enums'

export type Found = {
  tickets: { id: string; number: number; subject: string; language: Language; status: TicketStatus; customer: string | null }[]
  contacts: FoundContact[]
  rules: FoundRule[]
  /** A part of the search took too long and is missing. */
  isPartial: boolean
}

const MAX_TICKETS = 6
const MAX_CONTACTS = 4
const MAX_RULES = 5
/** Somebody is typing: what takes longer than this comes too late. */
const PATIENCE_MS = 1_500

/** Tickets by number, subject, contact or words, people by name, address or number, and rules: what can be jumped to. */
export async function findAnything(q: string): Promise<Found> {
  const [page, contacts, rules] = await Promise.all([
    inTime('tickets', listTickets(null, { q, limit: MAX_TICKETS })),
    inTime('contacts', findContacts(q, MAX_CONTACTS)),
    inTime('rules', findRules(q, MAX_RULES)),
  ])
  return {
    tickets: (page?.items ?? []).map(({ id, number, subject, language, status, contact }) => ({
      id,
      number,
      subject,
      language,
      status,
      customer: contact.name ?? contact.email ?? null,
    })),
    contacts: contacts ?? [],
    rules: rules ?? [],
    isPartial: !page || !contacts || !rules,
  }
}

/** What comes in time, or null. */
async function inTime<T>(part: string, work: Promise<T>): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), PATIENCE_MS)
  })
  try {
    return await Promise.race([work, late])
  } catch (cause) {
    log.warn({ event: 'palette.failed', part, cause: describeError(cause) })
    return null
  } finally {
    clearTimeout(timer)
  }
}
