import type { Tx } from '@/lib/db'
import { Prisma } from '@/prisma/generated/client'
import type { NotificationKind } from '@/prisma/generated/enums'

/** More than anybody reads; older ones go with the next that comes. */
const KEPT = 200

export type News = {
  kind: NotificationKind
  ticketId: string
  messageId?: string | null
  /** Whose deed it is: they do not hear of it. */
  actorId?: string | null
  /** Whom it is for: these people, who has the ticket, or who wrote the message. */
  to: string[] | 'assignee' | 'author'
}

function recipients({ to, ticketId, messageId = null }: News): Prisma.Sql {
  if (to === 'assignee') return Prisma.sql`select assignee_id from ticket where id = ${ticketId}::uuid`
  if (to === 'author') return Prisma.sql`select author_id from message where id = ${messageId}::uuid`
  return Prisma.sql`select unnest(${to}::uuid[])`
}

/**
 * Tells people, as one statement: the door that bursts come through is one of its callers. Of the same kind about the same ticket one is unread at a
 * time, the newest; who has left hears nothing.
 */
export function notifySql(news: News): Prisma.Sql {
  const { kind, ticketId, messageId = null, actorId = null } = news
  return Prisma.sql`
    with recipient as (
      select id from user_account where disabled_at is null and id in (${recipients(news)}) and id is distinct from ${actorId}::uuid
    ), older as (
      delete from notification using recipient
      where user_id = recipient.id and kind = ${kind}::notification_kind and ticket_id = ${ticketId}::uuid and read_at is null
    ), oldest as (
      delete from notification where id in (
        select kept.id from recipient cross join lateral (
          select id from notification where user_id = recipient.id order by created_at desc, id desc offset ${KEPT - 1}::bigint
        ) as kept)
    ), fresh as (
      insert into notification (id, user_id, kind, ticket_id, message_id, actor_id)
      select gen_random_uuid(), id, ${kind}::notification_kind, ${ticketId}::uuid, ${messageId}::uuid, ${actorId}::uuid from recipient
      returning user_id
    )
    select publish_event(json_build_object('kind', 'notification', 'userId', user_id)::text) from fresh`
}

/** In the transaction of what they are told about. */
export async function notify(tx: Tx, news: News): Promise<void> {
  await tx.$executeRaw(notifySql(news))
}
