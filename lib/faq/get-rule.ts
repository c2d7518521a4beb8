import { db, type Tx } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { type Rule, ruleSelect } from '@/lib/faq/schema'

/** @throws AppError not_found */
export async function getRule(id: string, tx: Tx = db()): Promise<Rule> {
  const rule = await tx.faqRule.findUnique({ where: { id }, select: ruleSelect })
  if (!rule) throw new AppError('not_found', 'This rule no longer exists.')
  return rule
}
