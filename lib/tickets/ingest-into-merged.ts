import type pg from 'pg'
import { z } from 'zod'
import { runPrepared } from '@/lib/sql'
import { customerWroteAgain } from '@/lib/tickets/customer-wrote-again'
import { followMerged } from '@/lib/tickets/follow-merged'
import { addTextSql } from '@/lib/tickets/index-tickets'
import type { NewTicket } from '@/lib/tickets/schema'
import { shownText } from '@/lib/tickets/shown-text'
import { Prisma } from '@/prisma/generated/client'

type IntoMerged = { messageId: string; channelId: string; payload: NewTicket }

const idsSchema = z.tuple([z.object({ id: z.uuid().nullable() })])

/** Follows a merged ticket to where its messages are, and adds this one there. Returns that ticket. */
export async function ingestIntoMerged(client: pg.PoolClient, { messageId, channelId, payload }: IntoMerged): Promise<string> {
  const { externalId = null, message } = payload
  const ask = async (sql: Prisma.Sql) => idsSchema.parse(await runPrepared(client, sql))[0].id
  const named = await ask(Prisma.sql`select id from ticket where channel_id = ${channelId}::uuid and external_id = ${externalId}`)
  const lock = (id: string) => ask(Prisma.sql`select merged_into_id as id from ticket where id = ${id}::uuid for no key update`)
  const { ticketId, path } = await followMerged(lock, named ?? '')
  const shown = shownText(message)
  await runPrepared(client, Prisma.sql`update ticket set ${customerWroteAgain(shown)} where id = ${ticketId}::uuid`)
  await runPrepared(
    client,
    Prisma.sql`
      with found as (${addTextSql(ticketId, shown)})
      insert into message (id, ticket_id, origin_id, direction, text)
      values (${messageId}::uuid, ${ticketId}::uuid, ${path.length > 1 ? named : null}::uuid, 'incoming', ${message.text})`,
  )
  return ticketId
}
