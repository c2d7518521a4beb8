import { accessSync, constants, mkdirSync } from 'node:fs'
import { resolve } from 'node:path'
import type { WorkerEnv } from './env'

/**
 * Where jobs wait for the next process: the folder that is named, or one in the data folder that belongs to the port, at which whoever comes
 * back asks. None where that port is any free one, since the next process has another, and where nothing can be written: a worker that was
 * asked for no folder does not fail for want of one, but says so.
 */
export function jobsFolder({ WORKER_JOBS_DIR: named, WORKER_PORT: port, DATA_DIR: data }: WorkerEnv): string | null {
  if (named !== undefined) return named || null
  if (port === 0) return null
  const folder = resolve(data, `worker-jobs-${port}`)
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK)
    return folder
  } catch {
    console.warn(
      `worker: cannot write to ${folder}; replies to Prefer: respond-async end with this process. WORKER_JOBS_DIR names another.`,
    )
    return null
  }
}
