import { readdirSync, readFileSync } from 'node:fs'
import { onTestFinished } from 'vitest'
import { desk } from './desk'
import { waitForEveryDraft } from './errands'

/** The shared desk's worker, which a test may stop where it is. By /proc, so on Linux alone. */
export class HeldWorker {
  readonly #pid: number

  constructor() {
    const pid = readdirSync('/proc').map(Number).find(isWorkerOfDesk)
    if (!pid) throw new Error('The desk has no worker.')
    this.#pid = pid
    onTestFinished(() => this.run())
  }

  /** Once no draft is being made: those of other tickets would time out, and the desk would stop asking its model. */
  async hold(): Promise<void> {
    await waitForEveryDraft()
    process.kill(this.#pid, 'SIGSTOP')
  }

  run(): void {
    process.kill(this.#pid, 'SIGCONT')
  }
}

function isWorkerOfDesk(pid: number): boolean {
  if (!Number.isInteger(pid)) return false
  try {
    const [, parent] = /.*\) \w (\d+)/s.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? []
    return Number(parent) === desk.pid && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('worker.mjs')
  } catch {
    return false // it ended between the two looks
  }
}
