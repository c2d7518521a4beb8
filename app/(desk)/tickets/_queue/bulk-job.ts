import type { Changed, TicketBefore, TicketChange } from '@/lib/tickets/change-tickets'
import { isChanged } from '@/lib/tickets/is-changed'

/** Tickets of one request, as many as the server takes (lib/tickets/change-tickets.ts). */
const AT_ONCE = 50

/** One thing done to many tickets, or taken back from them, as far as it is. */
export type BulkJob = {
  change: TicketChange
  isTakingBack: boolean
  total: number
  /** Those still to be done; of one that is taken back, as it was. */
  todo: { id: string; was: TicketBefore | null }[]
  /** Those that are done, as they were before. */
  done: TicketBefore[]
  left: number
  /** Sent, but the answer never came: some of them may be done. As they were before. */
  unsure: TicketBefore[]
}

export function newJob(change: TicketChange, all: BulkJob['todo'], isTakingBack: boolean): BulkJob {
  return { change, isTakingBack, total: all.length, todo: all, done: [], left: 0, unsure: [] }
}

/** What the server is asked; null when it did not answer, or not with what was asked for. */
export type AskServer = <Answer>(body: object) => Promise<Answer | null>

/** Does the next go. Where it failed, what may be done of it stands under `unsure`. */
export async function nextStep(job: BulkJob, ask: AskServer): Promise<{ job: BulkJob; isDone: boolean }> {
  const some = job.todo.slice(0, AT_ONCE)
  const ids = some.map(({ id }) => id)
  const before = job.isTakingBack ? some.flatMap(({ was }) => was ?? []) : await ask<TicketBefore[]>({ look: ids })
  if (!before) return { job, isDone: false }
  const { change } = job
  const result = await ask<Changed>(job.isTakingBack ? { change, takeBack: before } : { change, ids })
  if (!result) return { job: { ...job, unsure: before }, isDone: false }
  const [done, left] = [[...job.done, ...result.changed], job.left + result.left]
  return { job: { ...job, done, left, todo: job.todo.slice(AT_ONCE) }, isDone: true }
}

/** Finds out what was done of a go whose answer never came; the same job when the server does not say. */
export async function findOut(job: BulkJob, ask: AskServer): Promise<BulkJob> {
  const { change, isTakingBack, unsure } = job
  if (unsure.length === 0) return job
  const now = await ask<TicketBefore[]>({ look: unsure.map(({ id }) => id) })
  if (!now) return job
  const byId = new Map(now.map((row) => [row.id, row]))
  const done = unsure.filter((was) => {
    const row = byId.get(was.id)
    return row && (isTakingBack ? !isChanged(row, change) : isChanged(row, change) && !isChanged(was, change))
  })
  const ids = new Set(done.map(({ id }) => id))
  return {
    ...job,
    done: [...job.done, ...done],
    todo: job.todo.filter(({ id }) => !ids.has(id)),
    unsure: unsure.filter(({ id }) => !ids.has(id)),
  }
}
