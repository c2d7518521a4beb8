import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { findLockHolder } from './lock-file'

const runningSchema = z.object({
  pid: z.number().int(),
  /** For a browser on this machine. */
  url: z.string(),
  databaseUrl: z.string(),
  redisUrl: z.string().nullable(),
  inferenceUrl: z.string(),
  demo: z.boolean(),
})

/** What a running desk tells the command line about itself, in `dataFolder`/running.json. */
export type RunningDesk = z.infer<typeof runningSchema>

const fileOf = (dataFolder: string) => path.join(dataFolder, 'running.json')

/** The lock of a data folder; who holds it is the supervisor. */
export function deskLock(dataFolder: string): string {
  return path.join(dataFolder, 'desk.lock')
}

/** Says that the desk takes requests; for its own account alone, since it tells how to reach the database. */
export function announceDesk(dataFolder: string, desk: RunningDesk): void {
  writeFileSync(fileOf(dataFolder), `${JSON.stringify(desk, null, 2)}\n`, { mode: 0o600 })
}

/** Takes that back; done twice it is done once. */
export function withdrawDesk(dataFolder: string): void {
  rmSync(fileOf(dataFolder), { force: true })
}

/** The desk that runs on this data folder and takes requests; null when there is none, or it is still starting. */
export function findRunningDesk(dataFolder: string): RunningDesk | null {
  const holder = findLockHolder(deskLock(dataFolder))
  if (!holder) return null
  try {
    const desk = runningSchema.parse(JSON.parse(readFileSync(fileOf(dataFolder), 'utf8')))
    return desk.pid === holder ? desk : null
  } catch {
    return null // not announced yet
  }
}
