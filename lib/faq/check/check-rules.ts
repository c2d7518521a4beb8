import { z } from 'zod'
import { db } from '@/lib/db'
import { checkEach, type RuleInConflict } from '@/lib/faq/check/check-each'
import { contentSelect } from '@/lib/faq/schema'
import { inSlices } from '@/lib/retrieval/in-slices'
import { ruleIndexSteps } from '@/lib/retrieval/rule-index'
import { RuleStatus } from '@/prisma/generated/enums'

/** So many rules are looked at in one go; each is compared with the published ones and with those that are published together with it. */
const MAX_CHECKED_AT_ONCE = 100
/** An index is made of them for every go. */
const MAX_CHECKED_TOGETHER = 2_000

/**
 * Which of these rules would repeat or contradict another, were all of them published as they stand.
 * @param together those that are to be published in the same stroke, where they are more
 * @throws ZodError
 */
export async function checkRules(ids: string[], together: string[] = ids): Promise<RuleInConflict[]> {
  const wanted = z.array(z.uuid()).max(MAX_CHECKED_AT_ONCE).parse(ids)
  const all = z.array(z.uuid()).max(MAX_CHECKED_TOGETHER).parse(together)
  const [rules, unpublished] = await Promise.all([
    db().faqRule.findMany({ where: { id: { in: wanted } }, select: { id: true, ...contentSelect } }),
    // What is published is compared with in any case.
    db().faqRule.findMany({
      where: { id: { in: [...wanted, ...all] }, status: { not: RuleStatus.published } },
      select: { id: true, version: true, ...contentSelect },
    }),
  ])
  const index = await inSlices(ruleIndexSteps(unpublished.map(({ status: _status, ...rule }) => rule)))
  const { found } = await checkEach(
    rules.map(({ id, ...content }) => ({ id, content })),
    { together: index },
  )
  return found
}
