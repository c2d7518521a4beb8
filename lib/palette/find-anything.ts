import { listRules } from '@/lib/faq/list-rules'
import { describeError, log } from '@/lib/log'
import { listTickets } from '@/lib/tickets/list-tickets'
import type { Language, TicketStatus } from '@/prisma/generated/enums'

export type Found = {
  tickets: { id: string; number: number; subject: string; language: Language; status: TicketStatus; customer: string | null }[]
  contacts: { id: string; name: string | null; email: string | null; phone: string | null }[]
  rules: { id: string; question: string; language: Language }[]
  /** A part of the search took too long and is missing. */
  isPartial: boolean
}

const MAX_TICKETS = 6
const MAX_CONTACTS = 4
const MAX_RULES = 5
/** People are looked for among the latest tickets that have the words: there is no one without a ticket, and the tickets have the index. */
const TICKETS_READ = 40
/** Somebody is typing: what takes longer than this comes too late. */
const PATIENCE_MS = 1_500

/** Tickets by number, subject, contact or words, the people of such tickets, and rules: what can be jumped to. */
export async function findAnything(q: string): Promise<Found> {
  const [page, rules] = await Promise.all([
    inTime('tickets', listTickets(null, { q, limit: TICKETS_READ })),
    inTime('rules', listRules({ q, limit: MAX_RULES })),
  ])
  const items = page?.items ?? []
  const terms = q.toLowerCase().split(/\s+/).filter(Boolean)
  const people = new Map(items.filter(({ contact }) => isCalled(contact, terms)).map(({ contact }) => [contact.id, contact]))
  return {
    tickets: items.slice(0, MAX_TICKETS).map(({ id, number, subject, language, status, contact }) => ({
      id,
      number,
      subject,
      language,
      status,
      customer: contact.name ?? contact.email ?? null,
    })),
    contacts: [...people.values()].slice(0, MAX_CONTACTS).map(({ id, name, email, phone }) => ({ id, name, email, phone })),
    rules: (rules?.items ?? []).map(({ id, question, language }) => ({ id, question, language })),
    isPartial: !page || !rules,
  }
}

function isCalled({ name, email, phone }: { name: string | null; email: string | null; phone: string | null }, terms: string[]): boolean {
  const words = [name, email, phone].filter(Boolean).join(' ').toLowerCase()
  return words !== '' && terms.every((term) => words.includes(term))
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
