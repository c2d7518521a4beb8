import { db } from '@/lib/db'
import type { Prisma } from '@/prisma/generated/client'

const select = { id: true, question: true, answer: true, language: true, status: true, version: true } satisfies Prisma.FaqRuleSelect
export type TwinRule = Prisma.FaqRuleGetPayload<{ select: typeof select }>

/** A rule as its twin shows it, or null. */
export function findTwin(twinId: string | null): Promise<TwinRule | null> {
  return twinId ? db().faqRule.findUnique({ where: { id: twinId }, select }) : Promise.resolve(null)
}
