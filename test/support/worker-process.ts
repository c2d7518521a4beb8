import { readdirSync, readFileSync } from 'node:fs'
import { onTestFinished } from 'vitest'
import { desk } from './desk'

const BREATH_MS = 40

/** The shared desk's worker on a slow machine. By /proc, so on Linux alone. */
export class SlowedWorker {
  readonly #pid: number
  #breath: NodeJS.Timeout | undefined

  constructor() {
    const pid = readdirSync('/proc').map(Number).find(isWorkerOfDesk)
    if (!pid) throw new Error('The desk has no worker.')
    this.#pid = pid
    onTestFinished(() => this.run())
  }

  /** Stands still. */
  hold(): void {
    clearInterval(this.#breath)
    process.kill(this.#pid, 'SIGSTOP')
  }

  /** Runs for about a tenth of the time. */
  crawl(): void {
    this.hold()
    this.#breath = setInterval(() => {
      process.kill(this.#pid, 'SIGCONT')
      setTimeout(() => this.#breath && process.kill(this.#pid, 'SIGSTOP'), BREATH_MS / 10)
    }, BREATH_MS)
  }

  run(): void {
    clearInterval(this.#breath)
    this.#breath = undefined
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
