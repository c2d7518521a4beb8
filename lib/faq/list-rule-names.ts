import { db } from '@/lib/db'
import type { Prisma } from '@/prisma/generated/client'

const select = {
  id: true,
  version: true,
  question: true,
  status: true,
  language: true,
  validFrom: true,
  validUntil: true,
} satisfies Prisma.FaqRuleSelect
export type RuleName = Prisma.FaqRuleGetPayload<{ select: typeof select }>

/** What these rules are called now; those that no longer exist are left out. */
export function listRuleNames(ids: string[]): Promise<RuleName[]> {
  return ids.length === 0 ? Promise.resolve([]) : db().faqRule.findMany({ where: { id: { in: [...new Set(ids)] } }, select })
}
