import type { Agent } from '@/lib/auth/schema'
import { db } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { fillMacro } from '@/lib/macros/fill-macro'
import { findUnfilled } from '@/lib/macros/find-unfilled'
import { listMacros } from '@/lib/macros/list-macros'

/** A macro as it would stand in the reply to this ticket. */
export type OfferedMacro = {
  id: string
  title: string
  text: string
  /** What has no value on this ticket and is left for the agent to fill in. */
  missing: string[]
}

/** As many as one looks through; typing finds the others. */
const MAX_OFFERED = 12

/**
 * The macros for a reply to this ticket, filled with its values: in its language, the most used first.
 * @throws AppError not_found
 */
export async function offerMacros(agent: Agent, ticketId: string, q: string): Promise<OfferedMacro[]> {
  const ticket = await db().ticket.findUnique({
    where: { id: ticketId },
    select: { number: true, subject: true, language: true, contact: { select: { name: true, email: true, phone: true } } },
  })
  if (!ticket) throw new AppError('not_found', 'This ticket no longer exists.')
  const { number, subject, language, contact } = ticket
  const macros = await listMacros(agent, { q, language, limit: MAX_OFFERED })
  return macros.map(({ id, title, text }) => {
    const filled = fillMacro(
      text,
      {
        'contact.name': contact.name,
        'contact.email': contact.email,
        'contact.phone': contact.phone,
        'ticket.number': String(number),
        'ticket.subject': subject,
        'agent.name': agent.name,
      },
      language,
    )
    return { id, title, text: filled, missing: findUnfilled(filled) }
  })
}
