import { createHash } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import { db } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { createRule } from '@/lib/faq/create-rule'
import { getRule } from '@/lib/faq/get-rule'
import { contentSelect, externalIdSchema, type Rule, ruleSchema, twinIdSchema } from '@/lib/faq/schema'

/** A rule as a program sends it. */
export const newRuleSchema = z.intersection(
  ruleSchema,
  z.object({ externalId: externalIdSchema.optional(), twinId: twinIdSchema.optional() }),
)
export type NewRule = z.output<typeof newRuleSchema>

/**
 * Adds a rule for a program; asked again with the same key, it is the same rule, as it is by now.
 * @throws AppError conflict (the external id is taken, or the key has served for another rule)
 */
export async function createRuleOnce(clientKey: string | null, { externalId, twinId, ...content }: NewRule): Promise<Rule> {
  if (clientKey === null) return createRule(null, content, { externalId, twinId })
  // The key is the id: the table itself knows whether it has served.
  const id = idOf(clientKey)
  try {
    return await createRule(null, content, { id, externalId, twinId })
  } catch (error) {
    const isTaken = error instanceof AppError && error.code === 'conflict'
    const first = isTaken ? await db().faqRuleRevision.findFirst({ where: { ruleId: id, version: 1 }, select: contentSelect }) : null
    if (!first) throw error
    const rule = await getRule(id)
    if (isDeepStrictEqual({ ...first }, { ...content }) && rule.externalId === (externalId ?? null)) return rule
    throw new AppError('conflict', 'This Idempotency-Key has served for another rule.', { cause: error })
  }
}

/** A UUID of version 8 (RFC 9562: made by our own rule) from the key's hash. */
function idOf(key: string): string {
  const bytes = createHash('sha256').update(`rule:${key}`).digest().subarray(0, 16)
  bytes[6] = 0x80 | (bytes.readUInt8(6) & 0x0f)
  bytes[8] = 0x80 | (bytes.readUInt8(8) & 0x3f)
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}
