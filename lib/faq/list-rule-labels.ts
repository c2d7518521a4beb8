import { z } from 'zod'
import { db } from '@/lib/db'
import { Prisma } from '@/prisma/generated/client'
import type { Language } from '@/prisma/generated/enums'

export type RuleLabels = { categories: string[]; tags: string[] }

const rowsSchema = z.array(z.object({ label: z.string() }))
/** A list to choose from; more than this nobody reads. */
const MAX_LABELS = 200

/** The categories and tags that rules bear, all of them or those of one language, the most frequent first. */
export async function listRuleLabels(language?: Language): Promise<RuleLabels> {
  const spoken = language ? Prisma.sql`language = ${language}::language` : Prisma.sql`true`
  const [categories, tags] = await Promise.all([
    db().$queryRaw`
      select category as label from faq_rule where category <> '' and ${spoken} group by 1 order by count(*) desc, 1 limit ${MAX_LABELS}`,
    // Prisma cannot group by the members of an array.
    db().$queryRaw`
      select tag as label from faq_rule, unnest(tags) as tag where ${spoken} group by 1 order by count(*) desc, 1 limit ${MAX_LABELS}`,
  ])
  const labelsOf = (rows: unknown) => rowsSchema.parse(rows).map(({ label }) => label)
  return { categories: labelsOf(categories), tags: labelsOf(tags) }
}
