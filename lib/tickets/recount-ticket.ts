import { z } from 'zod'
import type { Tx } from '@/lib/db'
import { lastWords } from '@/lib/tickets/last-words'

const rowsSchema = z.tuple([
  z.object({ waitingSince: z.date().nullable(), lastText: z.string().nullable(), activeAt: z.date().nullable() }),
])

export type Recount = { waitingSince: Date | null; lastWords: string; activeAt: Date | null }

/** What a ticket's row says about its messages, counted from the messages. The caller holds the row. */
export async function recountTicket(tx: Tx, ticketId: string): Promise<Recount> {
  // By hand: Prisma would ask four times.
  const [{ waitingSince, lastText, activeAt }] = rowsSchema.parse(
    await tx.$queryRaw`
      with said as (select direction, text, created_at, id from message where ticket_id = ${ticketId}::uuid and direction <> 'note'),
      last as (select text, created_at from said order by created_at desc, id desc limit 1)
      select
        (select min(created_at) from said where direction = 'incoming'
          and created_at > coalesce((select max(created_at) from said where direction = 'outgoing'), '-infinity')) as "waitingSince",
        (select text from last) as "lastText", (select created_at from last) as "activeAt"`,
  )
  return { waitingSince, lastWords: lastWords(lastText ?? ''), activeAt }
}
