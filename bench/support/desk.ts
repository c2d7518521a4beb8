import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { findRunningDesk, type RunningDesk } from '@/scripts/lib/running-desk'
import { secretKeyOf } from '@/scripts/lib/secret-key'
import { findFreePort } from '@/scripts/supervisor/port'

// Where the pages must be built first, on a machine with much else to do.
const START_WITHIN_MS = 900_000

/**
 * Runs `work` against a real desk of its own (`npm start` or `npm run demo` on a new data folder), which is stopped and
 * removed afterwards. This process's environment is set so that the house's verbs reach that desk's database.
 */
export async function withBenchDesk<T>(options: { isDemo: boolean }, work: (desk: RunningDesk) => Promise<T>): Promise<T> {
  const dataFolder = mkdtempSync(path.join(tmpdir(), 'deskhand-bench-'))
  const port = await findFreePort()
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/start.ts', ...(options.isDemo ? ['--demo'] : [])], {
    env: { ...process.env, DATA_DIR: dataFolder, PORT: String(port) },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  try {
    const desk = await waitForDesk(dataFolder, () => child.exitCode !== null)
    Object.assign(process.env, {
      DATA_DIR: dataFolder,
      DATABASE_URL: desk.databaseUrl,
      REDIS_URL: desk.redisUrl ?? '',
      INFERENCE_URL: desk.inferenceUrl,
      SELF_URL: desk.url,
      SECRET_KEY: secretKeyOf(dataFolder),
      DEMO: desk.demo ? '1' : '',
    })
    return await work(desk)
  } finally {
    child.kill('SIGTERM')
    await ended
    rmSync(dataFolder, { recursive: true, force: true })
  }
}

async function waitForDesk(dataFolder: string, hasEnded: () => boolean): Promise<RunningDesk> {
  const deadline = Date.now() + START_WITHIN_MS
  while (Date.now() < deadline && !hasEnded()) {
    const desk = findRunningDesk(dataFolder)
    if (desk) return desk
    await sleep(100)
  }
  throw new Error(hasEnded() ? 'the desk ended before it was ready; see above' : 'the desk was not ready in time')
}

/** What a figure must be read beside: the machine and how busy it was. */
export function machine() {
  return { cpus: cpus().length, cpu: cpus()[0]?.model ?? 'unknown', load1: Number(loadavg()[0]?.toFixed(2)), node: process.version }
}
