import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openCluster } from '@/scripts/lib/embedded-postgres'
import { createDatabase, prepareDatabase } from '@/scripts/lib/prepare-database'

/**
 * Runs `work` against a PostgreSQL of its own with our tables in it, which is stopped and removed afterwards. This process's environment
 * is set so that the house's verbs reach it. Not durable: for what is read, not for what is written.
 */
export async function withBenchDatabase<T>(work: (databaseUrl: string) => Promise<T>): Promise<T> {
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
    return await work(url)
  } finally {
    postgres.kill('SIGQUIT')
    await ended
    cluster.release()
    for (const gone of [folder, cluster.dataFolder, cluster.socketFolder]) rmSync(gone, { recursive: true, force: true })
  }
}
