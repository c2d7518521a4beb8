import { db } from '@/lib/db'
import { env } from '@/lib/env'
import type { SideModel } from '@/lib/inference/side-models'
import { Prisma } from '@/prisma/generated/client'
import { RuleStatus } from '@/prisma/generated/enums'

export type EmbeddingProgress = { rules: number; embedded: number }

/** How many of the published rules have a vector of this model as they are now. */
export async function embeddingProgress({ name }: SideModel): Promise<EmbeddingProgress> {
  const dimensions = env().EMBEDDING_DIMENSIONS
  // Prisma cannot compare a column with one of another table.
  const [row] = await db().$queryRaw<{ rules: bigint; embedded: bigint }[]>(Prisma.sql`
    select count(*) as rules, count(e.rule_id) as embedded
    from faq_rule r left join rule_embedding e
      on e.rule_id = r.id and e.rule_version = r.version and e.model = ${name} and e.dimensions = ${dimensions}
    where r.status = ${RuleStatus.published}::rule_status`)
  return { rules: Number(row?.rules ?? 0), embedded: Number(row?.embedded ?? 0) }
}
