import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { z } from 'zod'

const ROOT = path.resolve(import.meta.dirname, '../..')

const messageSchema = z.union([
  z.object({ type: z.literal('listening'), port: z.int() }),
  z.object({ type: z.literal('ready'), model: z.string() }),
  z.object({ type: z.literal('failed'), message: z.string() }),
])

/** The real worker with the bundled pocket model, in a process of its own, as the supervisor starts it. */
export class RealWorker {
  #child: ChildProcess | undefined
  #port = 0

  /** @param settings beyond the defaults, as environment variables */
  constructor(private readonly settings: Record<string, string> = {}) {}

  /** Where it listens, once it has begun to. */
  get url(): string {
    return `http://127.0.0.1:${this.#port}`
  }

  /** Resolves when it can answer; after a kill it comes back at the same address. */
  async start(): Promise<string> {
    const child = fork(path.join(ROOT, 'worker/main.ts'), [], {
      cwd: ROOT,
      execArgv: ['--import', 'tsx'],
      env: { ...process.env, UV_THREADPOOL_SIZE: '1', WORKER_PORT: String(this.#port), WORKER_JOBS_DIR: '', MODEL: '', ...this.settings },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    this.#child = child
    for (;;) {
      const message = messageSchema.parse((await once(child, 'message'))[0])
      if (message.type === 'failed') throw new Error(message.message)
      if (message.type === 'ready') return this.url
      this.#port = message.port
    }
  }

  /** It is gone at once, in the middle of whatever it was doing. */
  async kill(): Promise<void> {
    const child = this.#child
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const gone = once(child, 'exit')
    child.kill('SIGKILL')
    await gone
  }
}
