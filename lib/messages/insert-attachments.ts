import type pg from 'pg'
import type { NewAttachment } from '@/lib/messages/attachment-schema'
import { classifyAttachment } from '@/lib/messages/classify-attachment'
import { runPrepared } from '@/lib/sql'
import { newId } from '@/lib/uuid'
import { Prisma } from '@/prisma/generated/client'

/** Keeps the files of a message that has just come in. */
export async function insertAttachments(client: pg.PoolClient, messageId: string, attachments: NewAttachment[]): Promise<void> {
  for (const attachment of attachments) {
    const { name, contentType, sizeBytes, width, height, content } = classifyAttachment(attachment)
    await runPrepared(
      client,
      Prisma.sql`insert into attachment (id, message_id, name, content_type, size_bytes, width, height, content)
        values (${newId()}::uuid, ${messageId}::uuid, ${name}, ${contentType}, ${sizeBytes}, ${width}, ${height}, ${content})`,
    )
  }
}
