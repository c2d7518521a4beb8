import { db } from '@/lib/db'
import type { IndexedRule } from '@/lib/retrieval/schema'
import type { Prisma } from '@/prisma/generated/client'
import { RuleStatus } from '@/prisma/generated/enums'

const select = {
  id: true,
  version: true,
  question: true,
  variants: true,
  answer: true,
  category: true,
  tags: true,
  entity: true,
  language: true,
  validFrom: true,
  validUntil: true,
} satisfies Prisma.FaqRuleSelect

/** Every published rule, valid at the moment or not, as retrieval needs it; or those among some. */
export function listPublishedRules(ids?: string[]): Promise<IndexedRule[]> {
  return db().faqRule.findMany({ where: { status: RuleStatus.published, id: ids && { in: ids } }, select, orderBy: { id: 'asc' } })
}

/** The version of every published rule: what tells which of them have changed. */
export function listPublishedVersions(): Promise<{ id: string; version: number }[]> {
  return db().faqRule.findMany({ where: { status: RuleStatus.published }, select: { id: true, version: true } })
}
