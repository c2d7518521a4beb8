import { randomUUID } from 'node:crypto'
import type { Exchange } from './exchange'
import { HttpError } from './http-error'
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

/** Requests whose clients went away on purpose (`Prefer: respond-async`, RFC 7240) and come back for the reply. */
export class JobStore {
  readonly #jobs = new Map<string, Job>()
  readonly #now: () => number
  readonly #onError: (error: HttpError) => void

  /** @param options.onError told of every failure that is a fault of ours: whose request it was has gone */
  constructor({ onError, now = Date.now }: { onError: (error: HttpError) => void; now?: () => number }) {
    this.#now = now
    this.#onError = onError
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
    completion.then(
      (result) => this.#settle(job, 'completed', { result, resultChars: JSON.stringify(result).length }),
      (error: unknown) => {
        const known = error instanceof HttpError ? error : new HttpError(500, 'internal', 'The server failed.', { cause: error })
        if (known.status === 500) this.#onError(known)
        this.#settle(job, 'failed', { error: known.body.error })
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
    this.#jobs.delete(job.id)
    sendJson(exchange, 200, shown(job), exchange.headers)
  }

  #jobsOf(caller: string): number {
    return [...this.#jobs.values()].filter((job) => job.caller === caller).length
  }

  #find({ rest, caller }: Exchange): Job {
    this.#forgetOld()
    const job = this.#jobs.get(rest)
    // Someone else's job does not exist.
    if (job && job.caller === caller) return job
    throw new HttpError(404, 'job_not_found', 'There is no such job, or no longer.')
  }

  #settle(job: Job, status: Job['status'], outcome: Partial<Job>): void {
    if (job.status !== 'in_progress') return
    Object.assign(job, { status, ...outcome })
    job.createdAt = this.#now()
    let chars = 0
    // From the youngest, which was put in last.
    for (const kept of [...this.#jobs.values()].reverse()) {
      chars += kept.resultChars
      if (chars > MAX_RESULT_CHARS && kept.status !== 'in_progress') this.#jobs.delete(kept.id)
    }
    setTimeout(() => this.#forgetOld(), KEEP_MS + 1).unref()
  }

  #forgetOld(): void {
    const before = this.#now() - KEEP_MS
    for (const [id, job] of this.#jobs) if (job.status !== 'in_progress' && job.createdAt < before) this.#jobs.delete(id)
  }
}

function shown({ id, createdAt, status, result, error }: Job) {
  return { id, object: 'job', status, updated: Math.floor(createdAt / 1000), result, error }
}
