import { randomInt } from 'node:crypto'
import { hashToken } from '@/lib/auth/hash-token'
import { recordAudit } from '@/lib/auth/record-audit'
import { apiKeySchema, type NewApiKey } from '@/lib/auth/schema'
import { db } from '@/lib/db'

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
/** 32 letters of 62 are 190 bits. */
const SECRET_LENGTH = 32
const PREFIX_LENGTH = 'dh_'.length + 6

/** The shape of every key, so that anything else is refused without asking the database. */
export const API_KEY_PATTERN = /^dh_[0-9A-Za-z]{32}$/

function makeKey(): string {
  const letters = Array.from({ length: SECRET_LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)])
  return `dh_${letters.join('')}`
}

/**
 * Makes an API key. The answer is the only place where the whole key ever stands; the database has its hash.
 * @throws ZodError when a scope is unknown or the name is empty
 */
export async function createApiKey(input: NewApiKey): Promise<{ id: string; key: string; prefix: string }> {
  const { name, scopes, createdById = null } = apiKeySchema.parse(input)
  const key = makeKey()
  const prefix = key.slice(0, PREFIX_LENGTH)
  const { id } = await db().$transaction(async (tx) => {
    const created = await tx.apiKey.create({
      data: { name, scopes, prefix, keyHash: hashToken(key), createdById },
      select: { id: true },
    })
    await recordAudit(tx, { actorId: createdById, action: 'api_key.create', subjectId: created.id, details: { name, prefix, scopes } })
    return created
  })
  return { id, key, prefix }
}
