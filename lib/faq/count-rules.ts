import { db } from '@/lib/db'
import { type Language, RuleStatus } from '@/prisma/generated/enums'

/** How many rules are in each state; 0 where there are none. */
export async function countRules({ language }: { language?: Language } = {}): Promise<Record<RuleStatus, number>> {
  const groups = await db().faqRule.groupBy({ by: ['status'], where: { language }, _count: { _all: true } })
  const countOf = (status: RuleStatus) => groups.find((group) => group.status === status)?._count._all ?? 0
  return {
    [RuleStatus.draft]: countOf(RuleStatus.draft),
    [RuleStatus.published]: countOf(RuleStatus.published),
    [RuleStatus.archived]: countOf(RuleStatus.archived),
  }
}
