import { z } from 'zod'
import type { Tx } from '@/lib/db'
import { AppError } from '@/lib/errors'
import type { SettledDraft } from '@/lib/messages/settle-suggestion'
import type { Prisma } from '@/prisma/generated/client'

/** A ticket's columns by their names in the database. */
export type TicketColumns = Record<string, unknown>

const rowsSchema = z.array(z.object({ columns: z.record(z.string(), z.unknown()) }))

/** Changes with every write and is nobody's to restore. */
export const NOBODYS = 'updated_at'

/** The ticket's row as it is. By hand: whatever columns a ticket has or will have, none is forgotten. */
export async function readTicketColumns(tx: Tx, ticketId: string): Promise<TicketColumns> {
  const rows = rowsSchema.parse(await tx.$queryRaw`select to_jsonb(ticket) as columns from ticket where id = ${ticketId}::uuid`)
  if (!rows[0]) throw new AppError('not_found', 'This ticket no longer exists.')
  return rows[0].columns
}

export type Held = {
  messageId: string
  agentId: string
  until: Date
  /** As it stood in the box. */
  text: string
  suggestionId: string | null
  rewriteId: string | null
  before: TicketColumns
  after: TicketColumns
  drafts: SettledDraft[]
  eventIds: string[]
}

/** Keeps what taking the reply back must restore. */
export async function holdReply(tx: Tx, { before, after, drafts, ...held }: Held): Promise<void> {
  const changed = Object.keys(after).filter((name) => name !== NOBODYS && JSON.stringify(after[name]) !== JSON.stringify(before[name]))
  const pick = (columns: TicketColumns) =>
    Object.fromEntries(changed.map((name) => [name, columns[name] ?? null])) as Prisma.InputJsonObject
  await tx.heldReply.create({
    data: { ...held, ticketBefore: pick(before), ticketAfter: pick(after), drafts: drafts as unknown as Prisma.InputJsonArray },
    select: { messageId: true },
  })
}
