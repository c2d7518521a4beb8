import { db } from '@/lib/db'
import { contentSelect } from '@/lib/faq/schema'
import type { Prisma } from '@/prisma/generated/client'

const revisionSelect = {
  version: true,
  ...contentSelect,
  createdAt: true,
  author: { select: { id: true, name: true } },
} satisfies Prisma.FaqRuleRevisionSelect

export type RuleRevision = Prisma.FaqRuleRevisionGetPayload<{ select: typeof revisionSelect }>

/** Every version of a rule, whole, the latest first; the first item is the rule as it is. Empty for a rule that does not exist. */
export function listRevisions(ruleId: string): Promise<RuleRevision[]> {
  return db().faqRuleRevision.findMany({ where: { ruleId }, select: revisionSelect, orderBy: { version: 'desc' } })
}
