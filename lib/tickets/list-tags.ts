import { z } from 'zod'
import { db } from '@/lib/db'

/** Tags of older tickets are out of use; and a million tickets are never read for a menu. */
const LATEST_TICKETS = 2_000
const AT_MOST = 200

const rowsSchema = z.array(z.object({ tag: z.string() }))

/** The tags in use on the latest active tickets, the most used first. */
export async function listTags(): Promise<string[]> {
  // By hand: Prisma cannot take an array apart.
  const rows = await db().$queryRaw`
    select tag from (select tags from ticket order by active_at desc, id desc limit ${LATEST_TICKETS}) as latest, unnest(tags) as tag
    group by tag order by count(*) desc, tag limit ${AT_MOST}`
  return rowsSchema.parse(rows).map(({ tag }) => tag)
}
