import { db } from '@/lib/db'
import { AppError } from '@/lib/errors'

export type AttachmentFile = { name: string; contentType: string; isShown: boolean; content: Uint8Array }

/**
 * A file that came with a message.
 * @returns `isShown`: a picture or plain text, by its bytes; everything else is only to be handed out
 * @throws AppError not_found
 */
export async function getAttachment(id: string): Promise<AttachmentFile> {
  const file = await db().attachment.findUnique({ where: { id }, select: { name: true, contentType: true, width: true, content: true } })
  if (!file) throw new AppError('not_found', 'This file no longer exists.')
  const { width, ...rest } = file
  return { ...rest, isShown: width !== null || file.contentType === 'text/plain' }
}
