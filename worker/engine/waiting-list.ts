import type { Job } from './job'

/** The requests that wait for a slot: somebody who waits for a reply before every draft made ahead, and else in order. */
export class WaitingList {
  #jobs: Job[] = []

  get length(): number {
    return this.#jobs.length
  }

  add(job: Job): void {
    this.#jobs.splice(job.request.priority === 'interactive' ? this.#firstDraft() : this.#jobs.length, 0, job)
  }

  /** A draft that had to give up its slot goes on before those that have not begun. */
  putBack(job: Job): void {
    this.#jobs.splice(this.#firstDraft(), 0, job)
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

  #firstDraft(): number {
    const at = this.#jobs.findIndex((job) => job.request.priority === 'background')
    return at < 0 ? this.#jobs.length : at
  }
}
