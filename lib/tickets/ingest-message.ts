import { createHash } from 'node:crypto'
import type pg from 'pg'
import { z } from 'zod'
import { identifyContact } from '@/lib/contacts/identify-contact'
import { AppError } from '@/lib/errors'
import { insertAttachments } from '@/lib/messages/insert-attachments'
import { notifySql } from '@/lib/notifications/notify'
import { inTransaction, runPrepared } from '@/lib/sql'
import { detectLanguage } from '@/lib/suggestions/detect-language'
import { requestSuggestionSql } from '@/lib/suggestions/request-suggestion'
import { customerWroteAgain } from '@/lib/tickets/customer-wrote-again'
import { addTermsSql, termsSql } from '@/lib/tickets/index-tickets'
import { ingestIntoMerged } from '@/lib/tickets/ingest-into-merged'
import { lastWords } from '@/lib/tickets/last-words'
import type { NewTicket } from '@/lib/tickets/schema'
import { SEARCH_VERSION, ticketTerms } from '@/lib/tickets/search-terms'
import { shownText } from '@/lib/tickets/shown-text'
import { newId } from '@/lib/uuid'
import { Prisma } from '@/prisma/generated/client'

/** Where a message came from, as far as counting it once needs it. */
export type InboundSource = {
  channelId: string
  /** The sender's id of this delivery: the same one again is a repetition. */
  deliveryKey: string
  /** The body as it came, kept for whoever must look or replay. */
  raw: Uint8Array
}

export type Ingested = {
  ticketId: string
  messageId: string
  /** This delivery had been taken in before; nothing was changed. */
  isRepeat: boolean
}

/**
 * Takes in one customer message: inbound event, contact, ticket, message and the draft's job, all or nothing. A message
 * under a known `externalId` joins its ticket, or the one that was merged into, and opens it again. Called twice with the
 * same delivery, also at the same moment, it counts once and answers the same.
 * @throws AppError conflict when the delivery's id was used before with another body
 */
export async function ingestMessage(source: InboundSource, payload: NewTicket): Promise<Ingested> {
  const bodyHash = createHash('sha256').update(source.raw).digest('hex')
  return inTransaction(async (client) => {
    const ids = { eventId: newId(), contactId: newId(), ticketId: newId(), messageId: newId() }
    const inbound = { source, bodyHash, payload }
    const inserted = await insertAll(client, ids, inbound)
    if (!inserted.isNew) return { ...(await findEarlier(client, source, bodyHash)), isRepeat: true }
    const ticketId =
      inserted.ticketId ?? (await ingestIntoMerged(client, { messageId: ids.messageId, channelId: source.channelId, payload }))
    if (ticketId !== ids.ticketId) {
      await noteTicket(client, ids.eventId, ticketId)
      await runPrepared(client, notifySql({ kind: 'customer_replied', ticketId, messageId: ids.messageId, to: 'assignee' }))
    }
    if (payload.message.attachments.length > 0) await insertAttachments(client, ids.messageId, payload.message.attachments)
    await runPrepared(client, requestSuggestionSql({ ticketId, suggestionId: newId(), alsoPublish: [{ kind: 'ticket', ticketId }] }))
    return { ticketId, messageId: ids.messageId, isRepeat: false }
  })
}

type Ids = { eventId: string; contactId: string; ticketId: string; messageId: string }
type Inbound = { source: InboundSource; bodyHash: string; payload: NewTicket }

const insertedSchema = z.tuple([z.object({ ticketId: z.uuid().nullable(), isNew: z.boolean() })])
type Inserted = z.infer<typeof insertedSchema>[number]

/**
 * One statement instead of six: this is the door that bursts come through, and each statement is a round trip under
 * lock. Unique keys decide: no event row inserted, nothing else happens; the ticket is looked up first only so that a
 * further message takes no new ticket number.
 * @returns no ticket when this delivery is a repetition, and when its ticket has been merged into another: those rows take
 *   no message, also when the merge comes at this very moment
 */
async function insertAll(client: pg.PoolClient, ids: Ids, { source, bodyHash, payload }: Inbound): Promise<Inserted> {
  const { subject, message, contact, externalId = null, priority, tags } = payload
  const { text } = message
  const shown = shownText(message)
  const again = customerWroteAgain(shown)
  const statement = Prisma.sql`
    with event as (
      insert into inbound_event (id, channel_id, delivery_key, raw_body, body_hash, ticket_id, message_id)
      values (${ids.eventId}::uuid, ${source.channelId}::uuid, ${source.deliveryKey}, ${source.raw}, ${bodyHash},
        ${ids.ticketId}::uuid, ${ids.messageId}::uuid)
      on conflict (channel_id, delivery_key) do nothing
      returning channel_id
    ), known as (
      update ticket set ${again} from event
      where ticket.channel_id = event.channel_id and ticket.external_id = ${externalId} and ticket.merged_into_id is null
      returning ticket.id
    ), person as (
      insert into contact (id, channel_id, identity, name, email, phone, external_id, updated_at)
      select ${ids.contactId}::uuid, channel_id, ${identifyContact(contact)}, ${contact.name ?? null}, ${contact.email ?? null},
        ${contact.phone ?? null}, ${contact.externalId ?? null}, now()
      from event where not exists (select from known)
      on conflict (channel_id, identity) do update set name = coalesce(excluded.name, contact.name),
        email = coalesce(excluded.email, contact.email), phone = coalesce(excluded.phone, contact.phone), updated_at = now()
      returning id, channel_id
    ), fresh as (
      insert into ticket (id, channel_id, contact_id, external_id, subject, priority, language, tags, last_words, waiting_since,
        updated_at)
      select ${ids.ticketId}::uuid, channel_id, id, ${externalId}, ${subject}, ${priority}::ticket_priority,
        ${detectLanguage(`${subject}\n${text}`)}::language, ${tags}::text[], ${lastWords(shown)},
        now(), now()
      from person
      on conflict (channel_id, external_id) do update set ${again} where ticket.merged_into_id is null
      returning ticket.id
    ), thread as (
      select id from known union all select id from fresh
    ), found as (
      insert into ticket_search (ticket_id, terms, version)
      select id, ${termsSql(ticketTerms({ subject, contact, texts: [shown] }))}, ${SEARCH_VERSION}::int from thread
      on conflict (ticket_id) do update set ${addTermsSql(Prisma.sql`excluded.terms`)}
    ), message as (
      insert into message (id, ticket_id, direction, text)
      select ${ids.messageId}::uuid, id, 'incoming', ${text} from thread
      returning ticket_id
    )
    select (select ticket_id from message) as "ticketId", exists (select from event) as "isNew"`
  return insertedSchema.parse(await runPrepared(client, statement))[0]
}

/** The event was written before it was known which ticket its message joins. */
async function noteTicket(client: pg.PoolClient, eventId: string, ticketId: string): Promise<void> {
  await runPrepared(client, Prisma.sql`update inbound_event set ticket_id = ${ticketId}::uuid where id = ${eventId}::uuid`)
}

const earlierSchema = z.tuple([z.object({ bodyHash: z.string(), ticketId: z.uuid(), messageId: z.uuid() })])

/** The unique key has waited for the first delivery to commit, so its row is there to be read. */
async function findEarlier(
  client: pg.PoolClient,
  source: InboundSource,
  bodyHash: string,
): Promise<{ ticketId: string; messageId: string }> {
  const { channelId, deliveryKey } = source
  const rows = await runPrepared(
    client,
    Prisma.sql`select body_hash as "bodyHash", ticket_id as "ticketId", message_id as "messageId"
      from inbound_event where channel_id = ${channelId}::uuid and delivery_key = ${deliveryKey}`,
  )
  const [{ bodyHash: earlierHash, ticketId, messageId }] = earlierSchema.parse(rows)
  if (earlierHash !== bodyHash) {
    throw new AppError('conflict', 'This Idempotency-Key or webhook-id has been used before with another body.')
  }
  return { ticketId, messageId }
}
