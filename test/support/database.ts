import { randomBytes } from 'node:crypto'
import { Redis } from 'ioredis'
import pg from 'pg'
import { afterAll, afterEach, inject } from 'vitest'
import { TEMPLATE } from './global-setup'

// The set-up of an integration file: a database and a Redis of its own, named in the environment before the code under
// test is imported.

const name = `t_${randomBytes(8).toString('hex')}`
const admin = new pg.Client({ connectionString: inject('adminUrl') })
await admin.connect()
await admin.query(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE} STRATEGY file_copy`)

/** The database of this test file. */
const databaseUrl = inject('adminUrl').replace('/postgres?', `/${name}?`)
// A Redis database a worker of vitest, and never two files at once in one.
export const redisUrl = inject('redisSocket') && `${inject('redisSocket')}?db=${process.env.VITEST_POOL_ID ?? '1'}`

const initial: Record<string, string | undefined> = {
  ...process.env,
  DATABASE_URL: databaseUrl,
  REDIS_URL: redisUrl,
  SECRET_KEY: Buffer.alloc(32, 7).toString('base64'),
  SELF_URL: 'http://127.0.0.1:3000',
  LOG_LEVEL: 'silent',
  INFERENCE_URL: '',
  INFERENCE_API_KEY: '',
  DEMO: '',
}
Object.assign(process.env, initial)
if (redisUrl) await emptyRedis()

/** Sets variables for the rest of this test; afterwards they are as they were. */
export async function setEnv(variables: Record<string, string>): Promise<void> {
  Object.assign(process.env, variables)
  const { forgetEnv } = await import('@/lib/env')
  forgetEnv()
}

/** Puts the environment back to what every integration file starts with. */
async function resetEnv(): Promise<void> {
  for (const variable of Object.keys(process.env)) if (!(variable in initial)) delete process.env[variable]
  await setEnv(initial as Record<string, string>)
}

async function emptyRedis() {
  const redis = new Redis(redisUrl)
  await redis.flushdb()
  redis.disconnect()
}

afterEach(resetEnv)

afterAll(async () => {
  const [{ stopJobs }, { closeEvents }, { closeDb }, { closeRedis }] = await Promise.all([
    import('@/lib/jobs'),
    import('@/lib/events'),
    import('@/lib/db'),
    import('@/lib/redis'),
  ])
  await stopJobs()
  await closeEvents()
  closeRedis()
  await closeDb()
  await admin.query(`DROP DATABASE ${name} WITH (FORCE)`)
  await admin.end()
})
