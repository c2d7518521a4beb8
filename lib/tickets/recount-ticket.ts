import { z } from 'zod'
import type { Tx } from '@/lib/db'
import { composeSearchText } from '@/lib/tickets/compose-search-text'
import { lastWords } from '@/lib/tickets/last-words'

const rowsSchema = z.tuple([
  z.object({
    waitingSince: z.date().nullable(),
    lastText: z.string().nullable(),
    activeAt: z.date().nullable(),
    texts: z.array(z.string()),
  }),
])

/** The customer's words that a search text has room for, by far. */
const MAX_TEXTS = 200

export type Recount = { waitingSince: Date | null; lastWords: string; activeAt: Date | null; searchText: string }

/** What a ticket's row says about its messages, counted from the messages. The caller holds the row. */
export async function recountTicket(tx: Tx, ticketId: string): Promise<Recount> {
  const { subject, contact } = await tx.ticket.findUniqueOrThrow({
    where: { id: ticketId },
    select: { subject: true, contact: { select: { name: true, email: true, phone: true, externalId: true } } },
  })
  // By hand: Prisma would ask four times.
  const [{ waitingSince, lastText, activeAt, texts }] = rowsSchema.parse(
    await tx.$queryRaw`
      with said as (select direction, text, created_at, id from message where ticket_id = ${ticketId}::uuid and direction <> 'note'),
      last as (select text, created_at from said order by created_at desc, id desc limit 1)
      select
        (select min(created_at) from said where direction = 'incoming'
          and created_at > coalesce((select max(created_at) from said where direction = 'outgoing'), '-infinity')) as "waitingSince",
        (select text from last) as "lastText", (select created_at from last) as "activeAt",
        array(select text from said where direction = 'incoming' order by created_at, id limit ${MAX_TEXTS}) as texts`,
  )
  return { waitingSince, lastWords: lastWords(lastText ?? ''), activeAt, searchText: composeSearchText({ subject, contact, texts }) }
}
