import { z } from 'zod'
import { db } from '@/lib/db'
import { addJob } from '@/lib/jobs'
import { getSetting } from '@/lib/settings/get-setting'
import { keepSetting } from '@/lib/settings/keep-setting'
import { indexTickets } from '@/lib/tickets/index-tickets'
import { SEARCH_VERSION } from '@/lib/tickets/search-terms'

/** Tickets a transaction: half a second at most for which a customer's next message may have to wait. */
const BATCH = 200

const idsSchema = z.array(z.object({ id: z.uuid() }))

/** Has the terms of all tickets written again if this version of Deskhand stores others than the last one did. */
export async function resumeReindexing(): Promise<void> {
  if ((await getSetting('search_terms_version')) >= SEARCH_VERSION) return
  await addJob(db(), 'reindex-tickets', {}, { jobKey: 'reindex-tickets', priority: 40 })
}

/**
 * Writes the terms of every ticket that has none of this version, oldest first, in small transactions: it may be cut off at any moment, and
 * goes on where it was. What comes in meanwhile is written by this version anyway.
 */
export async function reindexTickets(): Promise<void> {
  for (let last = '00000000-0000-0000-0000-000000000000'; ; ) {
    const rows = await db().$queryRaw`
      select t.id from ticket t left join ticket_search s on s.ticket_id = t.id
      where t.id > ${last}::uuid and coalesce(s.version, 0) < ${SEARCH_VERSION} order by t.id limit ${BATCH}`
    const ids = idsSchema.parse(rows).map(({ id }) => id)
    const next = ids.at(-1)
    if (next === undefined) break
    await db().$transaction(async (tx) => {
      // A message that comes in now adds to the row; it waits for this, or this for it.
      await tx.$queryRaw`select id from ticket where id = any(${ids}::uuid[]) order by id for no key update`
      await indexTickets(tx, ids)
    })
    last = next
  }
  await keepSetting('search_terms_version', SEARCH_VERSION)
}
