import type { NewAttachment } from '@/lib/messages/attachment-schema'
import { readPicture } from '@/lib/messages/read-picture'

export type ClassifiedAttachment = {
  name: string
  contentType: string
  width: number | null
  height: number | null
  sizeBytes: number
  content: Buffer
}

const MEDIA_TYPE = /^[a-z0-9][a-z0-9!#$&^_.+-]{0,60}\/[a-z0-9][a-z0-9!#$&^_.+-]{0,60}$/
/** A browser could take it for a page or a script; nobody needs to have it called that. */
const ACTIVE = /html|xml|svg|script|wasm|pdf|flash|x-mhtml|multipart|message/

/**
 * What a file is to this desk. By its bytes it is a picture (PNG, JPEG, GIF, WebP) or plain text, which may be shown;
 * everything else is handed out as a file, whatever its sender calls it.
 */
export function classifyAttachment({
  name,
  contentType: declared,
  content,
}: Omit<NewAttachment, 'content'> & { content: Buffer }): ClassifiedAttachment {
  const file = { name, sizeBytes: content.byteLength, content }
  const picture = readPicture(content)
  if (picture) return { ...file, ...picture }
  const called = declared?.split(';')[0]?.trim().toLowerCase() ?? ''
  if (called === 'text/plain' && isText(content)) return { ...file, contentType: 'text/plain', width: null, height: null }
  const isHarmless = MEDIA_TYPE.test(called) && !ACTIVE.test(called) && !/^(?:image|text)\//.test(called)
  return { ...file, contentType: isHarmless ? called : 'application/octet-stream', width: null, height: null }
}

function isText(content: Buffer): boolean {
  if (content.includes(0)) return false
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(content)
    return true
  } catch {
    return false
  }
}
