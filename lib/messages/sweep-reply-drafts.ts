import { db } from '@/lib/db'
import { log } from '@/lib/log'
import { perProcess } from '@/lib/per-process'

const DAY_MS = 86_400_000
/** Nobody comes back to words begun a month ago. */
const KEEP_DRAFTS_MS = 30 * DAY_MS
/** Far longer than any reply is held. */
const KEEP_HELD_MS = 3_600_000
const SWEEP_EVERY_MS = 3_600_000

const swept = perProcess('replySweep', () => ({ at: 0 }))

/** Once an hour: forgets replies that were begun long ago, and what would restore replies that have left. */
export async function sweepReplyDrafts(now = Date.now()): Promise<void> {
  if (now - swept.at < SWEEP_EVERY_MS) return
  swept.at = now
  const { count } = await db().replyDraft.deleteMany({ where: { updatedAt: { lt: new Date(now - KEEP_DRAFTS_MS) } } })
  await db().heldReply.deleteMany({ where: { until: { lt: new Date(now - KEEP_HELD_MS) } } })
  if (count > 0) log.info({ event: 'reply_draft.swept', count })
}
