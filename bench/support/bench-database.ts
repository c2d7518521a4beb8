import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openCluster } from '@/scripts/lib/embedded-postgres'
import { createDatabase, prepareDatabase } from '@/scripts/lib/prepare-database'

/**
 * Runs `work` against a PostgreSQL of its own with our tables in it, which is stopped and removed afterwards. This process's environment
 * is set so that the house's verbs reach it. Not durable: for what is read, not for what is written. `cpuMs` tells how long its processes
 * have been computing, which says more on a busy machine than a clock.
 */
export async function withBenchDatabase<T>(work: (databaseUrl: string, cpuMs: () => number) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(path.join(tmpdir(), 'deskhand-bench-'))
  chmodSync(folder, 0o755) // another account runs PostgreSQL when we are root
  const cluster = await openCluster(path.join(folder, 'postgres'), { isForTests: true })
  const postgres = await cluster.start()
  const ended = new Promise<void>((resolve) => postgres.once('exit', () => resolve()))
  try {
    await createDatabase(cluster.url('postgres'), 'bench')
    const url = cluster.url('bench')
    await prepareDatabase(url)
    const environment = {
      DATABASE_URL: url,
      SECRET_KEY: Buffer.alloc(32, 7).toString('base64'),
      INFERENCE_URL: '',
      REDIS_URL: '',
      DEMO: '',
    }
    Object.assign(process.env, environment)
    return await work(url, () => cpuMsOf(postgres.pid ?? 0))
  } finally {
    postgres.kill('SIGQUIT')
    await ended
    cluster.release()
    for (const gone of [folder, cluster.dataFolder, cluster.socketFolder]) rmSync(gone, { recursive: true, force: true })
  }
}

/** Linux counts in hundredths of a second. */
const TICK_MS = 10

/** A process, its children, and those of them that have ended. */
function cpuMsOf(postmaster: number): number {
  let ticks = 0
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      // After the name, which may hold anything: state, parent, … user and system time, and those of ended children.
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ')
        .map(Number)
      const isOurs = Number(pid) === postmaster || fields[1] === postmaster
      if (isOurs) ticks += (fields[11] ?? 0) + (fields[12] ?? 0) + (Number(pid) === postmaster ? (fields[13] ?? 0) + (fields[14] ?? 0) : 0)
    } catch {
      // It has ended between the listing and the look.
    }
  }
  return ticks * TICK_MS
}
