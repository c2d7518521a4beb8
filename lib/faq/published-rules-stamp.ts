import { db } from '@/lib/db'
import { RuleStatus } from '@/prisma/generated/enums'

/**
 * A short text that differs whenever the published rules do. The versions are in it because the latest change is not always the last
 * to commit: of two at once, the one with the earlier time may come later.
 */
export async function publishedRulesStamp(): Promise<string> {
  const { _count, _max, _sum } = await db().faqRule.aggregate({
    where: { status: RuleStatus.published },
    _count: { _all: true },
    _max: { updatedAt: true },
    _sum: { version: true },
  })
  return `${_count._all}/${_sum.version ?? 0}/${_max.updatedAt?.toISOString() ?? ''}`
}
