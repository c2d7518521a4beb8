import { ruleSchema } from '@/lib/faq/schema'
import type { Prisma } from '@/prisma/generated/client'
import { stableId } from './stable-id'
import type { SampleRule } from './types'

/** Older than any sample ticket, so that no draft seems to come from a rule written after it. */
const WRITTEN_DAYS_AGO = 60

/**
 * The rows of one rule: published, in its first version. Rules are a minute apart, the first one newest, so that the
 * list, newest first, shows them in the order in which they were written down.
 */
export function ruleRows(rule: SampleRule, { index, now, authorId }: { index: number; now: Date; authorId: string }) {
  const { key, ...content } = rule
  const writtenAt = new Date(now.getTime() - WRITTEN_DAYS_AGO * 86_400_000 - index * 60_000)
  const ruleId = stableId('rule', key)
  const row = { ...ruleSchema.parse({ ...content, status: 'published' }), version: 1 }
  return {
    rule: { ...row, id: ruleId, createdAt: writtenAt, updatedAt: writtenAt } satisfies Prisma.FaqRuleCreateManyInput,
    revision: {
      ...row,
      id: stableId('revision', key),
      ruleId,
      authorId,
      createdAt: writtenAt,
    } satisfies Prisma.FaqRuleRevisionCreateManyInput,
  }
}
