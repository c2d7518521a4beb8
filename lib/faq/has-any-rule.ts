import { db } from '@/lib/db'
import type { RuleStatus } from '@/prisma/generated/enums'

/** Whether there is a rule at all, or one in this state; without one, the screens say how to get the first. */
export async function hasAnyRule({ status }: { status?: RuleStatus } = {}): Promise<boolean> {
  return (await db().faqRule.findFirst({ where: { status }, select: { id: true } })) !== null
}
