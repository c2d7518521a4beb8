import { resumeDeliveries } from '@/lib/delivery/resume-deliveries'
import { env } from '@/lib/env'
import { pruneEvents } from '@/lib/event-log'
import { subscribe } from '@/lib/events'
import { startJobs, stopJobs } from '@/lib/jobs'
import { jobsTable } from '@/lib/jobs-table'
import { describeError, log } from '@/lib/log'
import { sweepReplyDrafts } from '@/lib/messages/sweep-reply-drafts'
import { resumeEmbedding } from '@/lib/retrieval/meaning/resume-embedding'
import { resumeSuggestions } from '@/lib/suggestions/resume-suggestions'
import { resumeReindexing } from '@/lib/tickets/reindex-tickets'
import { resumeSnoozes } from '@/lib/tickets/resume-snoozes'

/** Work of a process that died is taken up after at most this long. */
const RESUME_EVERY_MS = 15_000
/** A draft in the making may finish within this; the supervisor ends the process after 15 s. */
const STOP_WITHIN_MS = 10_000
const START_AGAIN_MS = 2_000

/** Starts the jobs of this process: now if the database is there, else as soon as it is. */
export async function startBackground(): Promise<void> {
  env()
  // Listening begins with the process, so that the first page's stream misses nothing while the connection is made.
  subscribe(() => undefined)
  await start()
  const resume = setInterval(() => void resumeWork(), RESUME_EVERY_MS)
  const stop = () => {
    clearInterval(resume)
    const patience = setTimeout(() => process.exit(0), STOP_WITHIN_MS)
    stopJobs()
      .catch((cause: unknown) => log.warn({ event: 'jobs.stop', cause: describeError(cause) }))
      .finally(() => {
        clearTimeout(patience)
        process.exit(0)
      })
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
  // The supervisor's channel: when it closes, its process is gone, and nobody would stop this one.
  process.once('disconnect', stop)
}

async function start(): Promise<void> {
  try {
    const runner = await startJobs(jobsTable)
    let isLost = false
    const lose = (cause: unknown) => {
      if (isLost) return
      isLost = true
      log.error({ event: 'jobs.ended', cause: describeError(cause) })
      // Not waited for: it lets what still runs finish, and the new one need not wait for that.
      void giveUpRunner()
      again()
    }
    // A runner ends only when it is stopped, or when the database has been away too long for it.
    void runner.promise.catch(lose)
    // It goes on, though, without a worker that lost the database in the middle of a job, and in the end without any.
    runner.events.once('worker:fatalError', ({ error }) => lose(error))
    await resumeReindexing()
    await resumeWork()
  } catch (cause) {
    log.error({ event: 'jobs.start', cause: describeError(cause) })
    await giveUpRunner()
    again()
  }
}

/** Forgets a runner that is no use any more; that it cannot be stopped either is no news. */
async function giveUpRunner(): Promise<void> {
  await stopJobs().catch((cause: unknown) => log.debug({ event: 'jobs.stop', cause: describeError(cause) }))
}

function again(): void {
  setTimeout(() => void start(), START_AGAIN_MS)
}

async function resumeWork(): Promise<void> {
  try {
    await Promise.all([resumeDeliveries(), resumeSuggestions(), resumeEmbedding(), sweepReplyDrafts(), pruneEvents(), resumeSnoozes()])
  } catch (cause) {
    log.warn({ event: 'jobs.resume', cause: describeError(cause) })
  }
}
