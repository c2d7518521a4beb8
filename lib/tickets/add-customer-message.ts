import { createHash } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import { db, type Tx } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { publish } from '@/lib/events'
import type { NewAttachment } from '@/lib/messages/attachment-schema'
import { classifyAttachment } from '@/lib/messages/classify-attachment'
import { notify } from '@/lib/notifications/notify'
import { requestSuggestion } from '@/lib/suggestions/request-suggestion'
import { customerWroteAgain } from '@/lib/tickets/customer-wrote-again'
import { followMerged, keyAfterMerges } from '@/lib/tickets/follow-merged'
import { addTextSql } from '@/lib/tickets/index-tickets'
import type { Ingested } from '@/lib/tickets/ingest-message'
import { lockTicket } from '@/lib/tickets/lock-ticket'
import { shownText } from '@/lib/tickets/shown-text'
import { newId } from '@/lib/uuid'

export type CustomerMessage = {
  ticketId: string
  text: string
  attachments?: NewAttachment[]
  /** Chosen by who brings it: the same key twice on one ticket is one message. */
  clientKey?: string | null
}

/**
 * Adds what the customer wrote to a ticket we know, or to the one it has been merged into, opens that again and asks for a
 * new draft.
 * @returns the ticket it was added to
 * @throws AppError not_found, conflict (the key was used before for other words or files)
 */
export async function addCustomerMessage(message: CustomerMessage): Promise<Ingested> {
  const { text, attachments = [] } = message
  return db().$transaction(async (tx) => {
    const followed = await followMerged((id) => lockTicket(tx, id, { mayBeMerged: true }), message.ticketId)
    const { ticketId, path } = followed
    const clientKey = keyAfterMerges(message.clientKey ?? null, followed)
    const messageId = newId()
    const originId = path.length > 1 ? message.ticketId : null
    const row = { id: messageId, ticketId, originId, direction: 'incoming' as const, text, clientKey }
    const { count } = await tx.message.createMany({ data: [row], skipDuplicates: true })
    if (count === 0 && clientKey)
      return { ticketId, messageId: await findEarlier(tx, { ticketId, text, attachments, clientKey }), isRepeat: true }
    if (attachments.length > 0) {
      const files = attachments.map((attachment) => ({ messageId, ...classifyAttachment(attachment) }))
      await tx.attachment.createMany({ data: files.map(({ content, ...file }) => ({ ...file, content: new Uint8Array(content) })) })
    }
    const shown = shownText({ text, attachments })
    await tx.$executeRaw`update ticket set ${customerWroteAgain(shown)} where id = ${ticketId}::uuid`
    await tx.$executeRaw(addTextSql(ticketId, shown))
    await notify(tx, { kind: 'customer_replied', ticketId, messageId, to: 'assignee' })
    await requestSuggestion(tx, ticketId)
    await publish(tx, { kind: 'ticket', ticketId })
    return { ticketId, messageId, isRepeat: false }
  })
}

type Repeat = { ticketId: string; text: string; attachments: NewAttachment[]; clientKey: string }

async function findEarlier(tx: Tx, message: Repeat): Promise<string> {
  const { ticketId, clientKey } = message
  const earlier = await tx.message.findUniqueOrThrow({
    where: { ticketId_clientKey: { ticketId, clientKey } },
    select: { id: true, text: true, direction: true },
  })
  const isSame = earlier.direction === 'incoming' && earlier.text === message.text
  if (!isSame || !(await hasSameFiles(tx, earlier.id, message.attachments))) {
    throw new AppError('conflict', 'This Idempotency-Key has been used before with another body.')
  }
  return earlier.id
}

const filesSchema = z.array(z.object({ name: z.string(), digest: z.string() }))

/** PostgreSQL hashes what it has: a repetition need not bring ten million bytes here. */
async function hasSameFiles(tx: Tx, messageId: string, attachments: NewAttachment[]): Promise<boolean> {
  const rows = await tx.$queryRaw`
    select name, encode(sha256(content), 'hex') as digest from attachment where message_id = ${messageId}::uuid`
  const hash = (content: Buffer) => createHash('sha256').update(content).digest('hex')
  const inOrder = (files: { name: string; digest: string }[]) => files.map(({ name, digest }) => `${digest} ${name}`).sort()
  const given = attachments.map(({ name, content }) => ({ name, digest: hash(content) }))
  return isDeepStrictEqual(inOrder(filesSchema.parse(rows)), inOrder(given))
}
