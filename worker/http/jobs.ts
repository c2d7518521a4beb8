import { randomUUID } from 'node:crypto'
import type { Exchange } from './exchange'
import { HttpError } from './http-error'
import type { JobFiles, KeptJob } from './job-files'
import { sendJson } from './send-json'

/** So many jobs are kept, done ones included; one more is a 503. */
const MAX_JOBS = 1_000
/** Of one caller: nobody takes the places of all. */
const MAX_JOBS_OF_ONE = 250
/** A result that nobody fetched by then is forgotten. */
const KEEP_MS = 10 * 60_000
/** Results together; the oldest go first. */
const MAX_RESULT_CHARS = 64_000_000

type Job = {
  id: string
  caller: string
  createdAt: number
  status: 'in_progress' | 'completed' | 'failed' | 'cancelled'
  result: unknown
  resultChars: number
  error: unknown
  /** What the answer says besides, as headers. */
  headers: Record<string, string>
  cancel: AbortController
}

/** What is under way: the answer to come, and what its headers say of it. */
export type JobWork = { completion: Promise<unknown>; headers: Record<string, string> }

/** What there is to say of a job whose process ended before it did. */
const STOPPED = new HttpError(503, 'server_stopped', 'The server was stopped before this reply was complete. Send the request again.')

type JobStoreOptions = {
  /** Told of every failure that is a fault of ours: whose request it was has gone. */
  onError: (error: HttpError) => void
  /** Where jobs are kept for the next process; without it they end with this one. */
  files?: JobFiles | null
  now?: () => number
}

/** Requests whose clients went away on purpose (`Prefer: respond-async`, RFC 7240) and come back for the reply. */
export class JobStore {
  readonly #jobs = new Map<string, Job>()
  readonly #now: () => number
  readonly #onError: (error: HttpError) => void
  readonly #files: JobFiles | null

  /** @throws Error when the jobs of the process before cannot be read */
  constructor({ onError, files = null, now = Date.now }: JobStoreOptions) {
    this.#now = now
    this.#onError = onError
    this.#files = files
    for (const kept of files?.list() ?? []) this.#adopt(kept)
    this.#makeRoom()
    this.#forgetOld()
  }

  /**
   * Takes the work and answers 202 with the place to ask for it.
   *
   * @param work begins at once; what it throws before its promise is the request's own answer
   * @throws HttpError 429 when the caller has too many jobs here, 503 when all have
   */
  start(exchange: Exchange, work: (signal: AbortSignal) => JobWork): void {
    this.#forgetOld()
    if (this.#jobsOf(exchange.caller) >= MAX_JOBS_OF_ONE) {
      const message = `${MAX_JOBS_OF_ONE} jobs of yours are kept already. Delete those that you have fetched, or wait: a result is forgotten after ${KEEP_MS / 60_000} minutes.`
      throw new HttpError(429, 'too_many_jobs', message, { type: 'requests', headers: { 'retry-after': '10' } })
    }
    if (this.#jobs.size >= MAX_JOBS)
      throw new HttpError(503, 'too_many_jobs', `${MAX_JOBS} jobs are kept already.`, { headers: { 'retry-after': '10' } })
    const cancel = new AbortController()
    const { completion, headers } = work(cancel.signal)
    const job: Job = {
      id: `job_${randomUUID()}`,
      caller: exchange.caller,
      createdAt: this.#now(),
      status: 'in_progress',
      result: null,
      resultChars: 0,
      error: null,
      headers,
      cancel,
    }
    this.#jobs.set(job.id, job)
    this.#keep(job)
    completion.then(
      (result) => this.#settle(job, 'completed', { result, resultChars: JSON.stringify(result).length }),
      (error: unknown) => {
        const known = error instanceof HttpError ? error : new HttpError(500, 'internal', 'The server failed.', { cause: error })
        if (known.status === 500) this.#onError(known)
        this.#settle(job, 'failed', { error: (known.code === 'stopping' ? STOPPED : known).body.error })
      },
    )
    const place = { location: `/v1/jobs/${job.id}`, 'preference-applied': 'respond-async', 'retry-after': '1' }
    sendJson(exchange, 202, shown(job), { ...exchange.headers, ...headers, ...place })
  }

  /** `GET /v1/jobs/:id` */
  show(exchange: Exchange): void {
    const job = this.#find(exchange)
    const headers: Record<string, string> = job.status === 'in_progress' ? { 'retry-after': '1' } : {}
    sendJson(exchange, 200, shown(job), { ...exchange.headers, ...job.headers, ...headers })
  }

  /** `DELETE /v1/jobs/:id`: ends what is under way; what is done is forgotten. */
  delete(exchange: Exchange): void {
    const job = this.#find(exchange)
    if (job.status === 'in_progress') {
      job.status = 'cancelled'
      job.cancel.abort()
    }
    this.#forget(job.id)
    sendJson(exchange, 200, shown(job), exchange.headers)
  }

  #jobsOf(caller: string): number {
    return [...this.#jobs.values()].filter((job) => job.caller === caller).length
  }

  #find({ rest, caller }: Exchange): Job {
    this.#forgetOld()
    // A process that was still stopping when this one began may have ended a job since.
    const kept = this.#jobs.has(rest) ? null : this.#files?.find(rest)
    if (kept) this.#adopt(kept)
    const job = this.#jobs.get(rest)
    // Someone else's job does not exist.
    if (job && job.caller === caller) return job
    throw new HttpError(404, 'job_not_found', 'There is no such job, or no longer.')
  }

  #settle(job: Job, status: Job['status'], outcome: Partial<Job>): void {
    if (job.status !== 'in_progress') return
    Object.assign(job, { status, ...outcome })
    job.createdAt = this.#now()
    this.#keep(job)
    this.#makeRoom()
    setTimeout(() => this.#forgetOld(), KEEP_MS + 1).unref()
  }

  /** Takes over a job of a process that is no more; what that had not ended was cut off. */
  #adopt(kept: KeptJob): void {
    const wasCutOff = kept.status === 'in_progress'
    const ended = wasCutOff ? { status: 'failed' as const, error: STOPPED.body.error, createdAt: this.#now() } : {}
    const job: Job = { ...kept, ...ended, result: kept.result ?? null, resultChars: 0, cancel: new AbortController() }
    job.resultChars = JSON.stringify(job.result).length
    this.#jobs.set(job.id, job)
    this.#keep(job)
    setTimeout(() => this.#forgetOld(), KEEP_MS + 1).unref()
  }

  /** A job that cannot be written is still there for as long as this process is. */
  #keep({ status, ...job }: Job): void {
    if (status === 'cancelled') return
    try {
      this.#files?.write({ ...job, status })
    } catch (cause) {
      this.#onError(new HttpError(500, 'job_not_kept', 'A job could not be written to its folder.', { cause }))
    }
  }

  #makeRoom(): void {
    let chars = 0
    // From the youngest, which was put in last.
    for (const kept of [...this.#jobs.values()].reverse()) {
      chars += kept.resultChars
      if (chars > MAX_RESULT_CHARS && kept.status !== 'in_progress') this.#forget(kept.id)
    }
  }

  #forgetOld(): void {
    const before = this.#now() - KEEP_MS
    for (const [id, job] of this.#jobs) if (job.status !== 'in_progress' && job.createdAt < before) this.#forget(id)
  }

  #forget(id: string): void {
    this.#jobs.delete(id)
    try {
      this.#files?.remove(id)
    } catch (cause) {
      this.#onError(new HttpError(500, 'job_not_removed', 'A job could not be removed from its folder.', { cause }))
    }
  }
}

function shown({ id, createdAt, status, result, error }: Job) {
  return { id, object: 'job', status, updated: Math.floor(createdAt / 1000), result, error }
}
