import type { ChildProcess } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { openCluster } from '@/scripts/lib/embedded-postgres'
import { findRedis } from '@/scripts/lib/embedded-redis'
import { createDatabase, prepareDatabase } from '@/scripts/lib/prepare-database'

declare module 'vitest' {
  interface ProvidedContext {
    /** Reaches the database `postgres` of the test server. */
    adminUrl: string
    /** The socket of the test Redis; '' when this machine has no redis-server. */
    redisSocket: string
  }
}

export const TEMPLATE = 'template_desk'

/** One PostgreSQL and one Redis for all integration files, and the migrated database that they clone. */
export default async function setUp(project: TestProject) {
  const folder = mkdtempSync(path.join(tmpdir(), 'deskhand-test-'))
  chmodSync(folder, 0o755) // another account runs PostgreSQL when we are root
  const cluster = await openCluster(path.join(folder, 'postgres'), { isForTests: true })
  const postgres = await cluster.start()
  await createDatabase(cluster.url('postgres'), TEMPLATE)
  await prepareDatabase(cluster.url(TEMPLATE))
  const admin = new pg.Client({ connectionString: cluster.url('postgres') })
  await admin.connect()
  await admin.query(`ALTER DATABASE ${TEMPLATE} WITH IS_TEMPLATE true ALLOW_CONNECTIONS false`)
  await admin.end()
  const redis = findRedis(folder)
  const redisServer = await redis?.start()
  project.provide('adminUrl', cluster.url('postgres'))
  project.provide('redisSocket', redis?.url ?? '')

  return async () => {
    // Nothing in it is worth a checkpoint.
    await Promise.all([end(postgres, 'SIGQUIT'), redisServer && end(redisServer, 'SIGTERM')])
    cluster.release()
    redis?.remove()
    for (const gone of [folder, cluster.dataFolder, cluster.socketFolder]) rmSync(gone, { recursive: true, force: true })
  }
}

function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve()
    child.once('exit', () => resolve())
    child.kill(signal)
  })
}
