import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { env } from '@/lib/env'
import { AppError } from '@/lib/errors'

const VERSION = 'v1'
/** 96 bits, the length GCM is made for; random, so one key is good for some 2^32 secrets. */
const IV_BYTES = 12
const TAG_BYTES = 16

function key(): Buffer {
  return Buffer.from(env().SECRET_KEY, 'base64')
}

/** Encrypts a secret for the database (AES-256-GCM under SECRET_KEY): `v1:<base64 of iv, tag, ciphertext>`. */
export function seal(text: string): string {
  const iv = randomBytes(IV_BYTES)
  const cipher = createCipheriv('aes-256-gcm', key(), iv)
  const ciphertext = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return `${VERSION}:${Buffer.concat([iv, cipher.getAuthTag(), ciphertext]).toString('base64')}`
}

/**
 * What `seal` was given.
 * @throws AppError internal when the text was changed, or sealed under another SECRET_KEY
 */
export function unseal(sealed: string): string {
  const [version, body] = sealed.split(':')
  const bytes = Buffer.from(body ?? '', 'base64')
  if (version !== VERSION || bytes.length < IV_BYTES + TAG_BYTES) throw unreadable()
  try {
    const decipher = createDecipheriv('aes-256-gcm', key(), bytes.subarray(0, IV_BYTES), { authTagLength: TAG_BYTES })
    decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES))
    return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]).toString('utf8')
  } catch (cause) {
    throw unreadable(cause)
  }
}

function unreadable(cause?: unknown): AppError {
  return new AppError('internal', 'A stored secret cannot be read. Was SECRET_KEY changed?', { cause })
}
