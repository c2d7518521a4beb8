import type { Job } from './job'

/** The requests that wait for a slot: somebody who waits for a reply before every draft made ahead, and else in order. */
export class WaitingList {
  #jobs: Job[] = []

  get length(): number {
    return this.#jobs.length
  }

  add(job: Job): void {
    const isUrgent = job.request.priority === 'interactive'
    const firstDraft = isUrgent ? this.#jobs.findIndex((other) => other.request.priority === 'background') : -1
    this.#jobs.splice(firstDraft < 0 ? this.#jobs.length : firstDraft, 0, job)
  }

  /** False when the job was not waiting. */
  remove(job: Job): boolean {
    const at = this.#jobs.indexOf(job)
    if (at >= 0) this.#jobs.splice(at, 1)
    return at >= 0
  }

  /** Who waits now, in order; a copy, so that jobs can be removed while it is read. */
  list(): Job[] {
    return [...this.#jobs]
  }
}
