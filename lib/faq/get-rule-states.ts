import { db } from '@/lib/db'
import type { Prisma } from '@/prisma/generated/client'

const select = { id: true, version: true, status: true, validFrom: true, validUntil: true } satisfies Prisma.FaqRuleSelect
export type RuleState = Prisma.FaqRuleGetPayload<{ select: typeof select }>

/** How rules stand now, beside what a draft was once made from; a deleted rule is absent. */
export function getRuleStates(ids: string[]): Promise<RuleState[]> {
  return ids.length === 0 ? Promise.resolve([]) : db().faqRule.findMany({ where: { id: { in: ids } }, select })
}
