import { Logger, type Runner, run } from 'graphile-worker'
import { pgPool, type Tx } from '@/lib/db'
import { log } from '@/lib/log'
import { perProcess } from '@/lib/per-process'
import { Prisma } from '@/prisma/generated/client'

/** The jobs there are, with their payloads. What does them is in `lib/jobs-table.ts`. */
export type Jobs = {
  'draft-suggestion': { suggestionId: string; priority?: 'interactive' | 'background'; retry?: number }
  'deliver-message': { messageId: string }
  'learn-phrasing': { suggestionId: string }
  'calibrate-floors': Record<string, never>
  'embed-rules': Record<string, never>
  'reindex-tickets': Record<string, never>
  'recompute-timers': Record<string, never>
  'wake-ticket': { ticketId: string }
  'keep-days': { zone: string; from: string; until: string }
}

export type JobName = keyof Jobs

export type JobOptions = {
  /** When the job may start; now by default. */
  runAt?: Date
  /** A second job with the same key replaces the first. */
  jobKey?: string
  /** 1 tries once. 25 is graphile-worker's own default. */
  maxAttempts?: number
  /** Smaller runs earlier. */
  priority?: number
}

/** The expression that adds a job, for a statement that does something else as well. */
export function addJobSql<Name extends JobName>(name: Name, payload: Jobs[Name], options: JobOptions = {}): Prisma.Sql {
  const { runAt = null, jobKey = null, maxAttempts = null, priority = null } = options
  return Prisma.sql`graphile_worker.add_job(
    ${name}::text, payload => ${JSON.stringify(payload)}::json, run_at => ${runAt}::timestamptz,
    job_key => ${jobKey}::text, max_attempts => ${maxAttempts}::int, priority => ${priority}::int)`
}

/** Adds a job in the caller's transaction: it commits with its cause, or not at all. */
export async function addJob<Name extends JobName>(tx: Tx, name: Name, payload: Jobs[Name], options: JobOptions = {}): Promise<void> {
  await tx.$executeRaw`select ${addJobSql(name, payload, options)}`
}

/** Takes a job back, in the caller's transaction; one that is under way finds its work gone. */
export async function removeJob(tx: Tx, jobKey: string): Promise<void> {
  await tx.$executeRaw`select graphile_worker.remove_job(${jobKey}::text)`
}

export type JobTasks = { [Name in JobName]: (payload: Jobs[Name]) => Promise<void> }

const holder = perProcess<{ runner?: Promise<Runner> }>('jobs', () => ({}))

const quietLogger = new Logger((scope) => (level, message) => {
  if (level === 'error' || level === 'warning') log.warn({ event: 'jobs', scope: scope.label ?? 'runner', message: message.slice(0, 300) })
})

/** Starts the job runner of this process; a second call returns the first one's. */
export function startJobs(tasks: JobTasks, concurrency = 6): Promise<Runner> {
  holder.runner ??= run({
    pgPool: pgPool(),
    concurrency,
    noHandleSignals: true,
    parsedCronItems: [],
    // LISTEN/NOTIFY wakes the runner; polling only finds jobs whose time has come.
    pollInterval: 1_000,
    logger: quietLogger,
    taskList: Object.fromEntries(Object.entries(tasks).map(([name, task]) => [name, (payload: unknown) => task(payload as never)])),
  })
  return holder.runner
}

/** Lets running jobs finish and stops. */
export async function stopJobs(): Promise<void> {
  const starting = holder.runner
  // Cleared first: a runner that could not start must not be taken for the running one for ever.
  holder.runner = undefined
  await (await starting)?.stop()
}
