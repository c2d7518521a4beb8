import { z } from 'zod'
import { db } from '@/lib/db'
import { publishNow } from '@/lib/events'

/** Tickets a statement: some 50 ms for which one of them may have to wait. */
const BATCH = 1_000

const lastSchema = z.array(z.object({ id: z.uuid() }))

/**
 * Has the trigger `ticket_timers` set the timers of all open tickets again, after the targets have changed. In small statements, so that nobody
 * waits for it; twice is as good as once.
 */
export async function recomputeTimers(): Promise<void> {
  for (let last = '00000000-0000-0000-0000-000000000000'; ; ) {
    const rows = await db().$queryRaw`
      with batch as (
        select id from ticket where status = 'open' and id > ${last}::uuid order by id limit ${BATCH} for no key update
      ), touched as (
        update ticket t set priority = t.priority from batch where t.id = batch.id returning t.id
      )
      select id from touched order by id desc limit 1`
    const [next] = lastSchema.parse(rows)
    if (!next) break
    last = next.id
  }
  await publishNow({ kind: 'settings' })
}
