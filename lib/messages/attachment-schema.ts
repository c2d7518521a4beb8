import { z } from 'zod'
import { cleanText } from '@/lib/tickets/clean-text'

const MAX_ATTACHMENTS = 10
export const MAX_ATTACHMENT_BYTES = 5_000_000
const MAX_ATTACHMENTS_BYTES = 10_000_000

/** A body with attachments: ten million bytes as base64, line ends in it, and the message beside. */
export const MAX_BODY_WITH_ATTACHMENTS_BYTES = 15_000_000

// Searched for and not matched as a whole: over millions of letters a repetition would remember each of them.
const NOT_BASE64 = /[^A-Za-z0-9+/=]|=[^=]|={3}/
const MAX_NAME_CHARACTERS = 200

/** A name that is a name on every system: no folders, no control or direction characters, nothing hidden. */
function cleanName(name: string): string {
  const last = cleanText(name.slice(0, 2_000)).split(/[/\\]/).at(-1) ?? ''
  const plain = last.replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\n\t<>:"|?*]/g, '').replace(/^[\s.]+|[\s.]+$/g, '')
  return (plain.length > MAX_NAME_CHARACTERS ? cutMiddle(plain) : plain) || 'file'
}

/** The ending says what a file is, so the end stays. */
function cutMiddle(name: string): string {
  return `${name.slice(0, MAX_NAME_CHARACTERS - 21)}…${name.slice(-20)}`.toWellFormed()
}

/** Base64 as mail programs write it, lines of 76 characters included, → bytes. */
const bytes = z
  .string()
  // Told apart before anything is decoded: eight letters are at most six bytes.
  .max(Math.ceil((MAX_ATTACHMENT_BYTES * 4) / 3) + 200_000)
  .transform((text) => text.replace(/[\r\n]+/g, ''))
  // What cannot be decoded has no size to be added up.
  .refine((text) => text.length % 4 === 0 && !NOT_BASE64.test(text), { error: 'must be base64', abort: true })
  .transform((text) => Buffer.from(text, 'base64'))
  .refine(({ byteLength }) => byteLength > 0, 'must not be empty')
  .refine(({ byteLength }) => byteLength <= MAX_ATTACHMENT_BYTES, `more than ${MAX_ATTACHMENT_BYTES} bytes`)

const attachmentSchema = z.object({
  name: z.string().max(2_000).transform(cleanName),
  /** What the sender calls it. What it is shown as is decided by its bytes. */
  contentType: z.string().max(200).optional(),
  /** The file as base64. */
  content: bytes,
})
export type NewAttachment = z.infer<typeof attachmentSchema>

export const attachmentsSchema = z
  .array(attachmentSchema)
  .max(MAX_ATTACHMENTS)
  .refine((files) => files.reduce((sum, { content }) => sum + content.byteLength, 0) <= MAX_ATTACHMENTS_BYTES, {
    error: `more than ${MAX_ATTACHMENTS_BYTES} bytes in all`,
  })
  .default([])
