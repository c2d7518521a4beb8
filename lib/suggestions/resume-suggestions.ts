import { z } from 'zod'
import { db } from '@/lib/db'
import { addJob } from '@/lib/jobs'
import { log } from '@/lib/log'
import { suggestionTimeoutMs } from '@/lib/suggestions/suggestion-timeout'

/** Longer than any draft takes: past the time budget and this, its process is dead. */
const GRACE_MS = 8_000
const AT_ONCE = 200

const rowsSchema = z.array(z.object({ id: z.uuid() }))

/**
 * Takes up drafts whose process died. graphile-worker gives a dead process's job back after four hours, so this looks
 * for drafts that have been running longer than any draft can, and for waiting ones that no free job belongs to.
 * Safe in every replica at once: who takes a draft up begins its time anew, so that no other finds it stale.
 * Returns how many were taken up.
 */
export async function resumeSuggestions(): Promise<number> {
  const staleSeconds = ((await suggestionTimeoutMs()) + GRACE_MS) / 1000
  const count = await db().$transaction(async (tx) => {
    // By hand: Prisma cannot ask the job queue's own tables.
    const stale = rowsSchema.parse(
      await tx.$queryRaw`
        update suggestion set status = 'running', started_at = now()
        where id in (
          select s.id from suggestion s
          where s.is_current
            and ((s.status = 'running' and s.started_at < now() - make_interval(secs => ${staleSeconds}))
              or (s.status = 'pending' and s.queued_at < now() - make_interval(secs => ${staleSeconds})
                  and not exists (select 1 from graphile_worker.jobs j
                                  where j.key = 'draft:' || s.id and j.locked_at is null and j.attempts < j.max_attempts)))
          order by s.queued_at limit ${AT_ONCE} for update skip locked)
        returning id`,
    )
    for (const { id } of stale) await addJob(tx, 'draft-suggestion', { suggestionId: id }, { jobKey: `draft:${id}`, maxAttempts: 8 })
    return stale.length
  })
  if (count > 0) log.warn({ event: 'suggestion.resumed', count })
  return count
}
