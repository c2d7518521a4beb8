import { z } from 'zod'
import { db } from '@/lib/db'

/** The tickets of late that are looked at: tags that nobody uses any more are no help. */
const LATE = 2_000
const MAX_TAGS = 100

/** The tags in use of late, the most used first. */
export async function listTags(): Promise<string[]> {
  const rows = await db().$queryRaw`
    select tag from (select tags from ticket order by active_at desc, id desc limit ${LATE}) as late, unnest(tags) as tag
    group by tag order by count(*) desc, tag limit ${MAX_TAGS}`
  return z
    .array(z.object({ tag: z.string() }))
    .parse(rows)
    .map(({ tag }) => tag)
}
