import { type ChildProcess, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { end } from '../supervisor/keep-running'
import { findFreePort } from '../supervisor/port'
import { workerKey } from '../supervisor/worker-key'
import { workerPart } from '../supervisor/worker-part'
import { openCluster } from './embedded-postgres'
import { findLockHolder, LockedError } from './lock-file'
import { createDatabase, prepareDatabase } from './prepare-database'
import { deskLock, findRunningDesk } from './running-desk'
import { secretKeyOf } from './secret-key'
import { root } from './source-hash'

// A start that builds first takes about a minute; a command that has the data folder, a second or two.
const WAIT_MS = 180_000

/**
 * Runs `work` against the desk of this checkout, for command-line tools: the running one, or its database started for as
 * long as the work takes, with a worker if that is asked for. Import what reads lib/env.ts inside `work`.
 */
export async function withDesk<Result>(options: { worker?: boolean }, work: () => Promise<Result>): Promise<Result> {
  if (existsSync('.env')) process.loadEnvFile('.env')
  ensureClient()
  const dataFolder = findDataFolder()
  const stop = (await joinRunningDesk(dataFolder)) ? async () => {} : await startWhatIsMissing(dataFolder, options.worker ?? false)
  try {
    return await work()
  } finally {
    const [{ closeDb }, { closeRedis }, { closeEvents }] = await Promise.all([
      import('@/lib/db'),
      import('@/lib/redis'),
      import('@/lib/events'),
    ])
    await closeEvents()
    closeRedis()
    await closeDb()
    await stop()
  }
}

/** DATA_DIR; else the folder of the desk that runs, the real one before the demo; else the one that exists. */
function findDataFolder(): string {
  if (process.env.DATA_DIR) return path.resolve(process.env.DATA_DIR)
  const folders = ['.data', '.data/demo'].map((folder) => path.join(root, folder))
  const isRunning = (folder: string) => findLockHolder(deskLock(folder)) !== null
  const hasData = (folder: string) => existsSync(path.join(folder, 'postgres'))
  return folders.find(isRunning) ?? folders.find(hasData) ?? path.join(root, '.data')
}

async function joinRunningDesk(dataFolder: string): Promise<boolean> {
  const deadline = Date.now() + WAIT_MS
  let hasSaid = false
  while (findLockHolder(deskLock(dataFolder))) {
    const desk = findRunningDesk(dataFolder)
    if (desk) {
      const { databaseUrl, redisUrl, inferenceUrl, url, demo } = desk
      setEnv(dataFolder, {
        DATABASE_URL: databaseUrl,
        REDIS_URL: redisUrl ?? '',
        INFERENCE_URL: inferenceUrl,
        ...(!process.env.INFERENCE_URL && workerKey(process.env)),
        SELF_URL: url,
        DEMO: demo ? '1' : '',
      })
      return true
    }
    if (!hasSaid) console.error('Deskhand is starting; this waits for it.')
    hasSaid = true
    if (Date.now() > deadline) throw new Error(`Deskhand has been starting for ${WAIT_MS / 1000} s; see what it says.`)
    await sleep(250)
  }
  return false
}

async function startWhatIsMissing(dataFolder: string, wantsWorker: boolean): Promise<() => Promise<void>> {
  mkdirSync(dataFolder, { recursive: true })
  const started: { child: ChildProcess; signal: NodeJS.Signals }[] = []
  let release = () => {}
  const stop = async () => {
    for (const { child, signal } of started.splice(0).reverse()) await end(child, signal)
    release()
  }
  try {
    let databaseUrl = process.env.DATABASE_URL
    if (!databaseUrl) {
      const cluster = await openInTurn(path.join(dataFolder, 'postgres'))
      release = cluster.release
      started.push({ child: await cluster.start(), signal: 'SIGINT' })
      await createDatabase(cluster.url('postgres'), 'app')
      databaseUrl = cluster.url('app')
    }
    await prepareDatabase(databaseUrl)
    let inferenceUrl = process.env.INFERENCE_URL
    if (wantsWorker && !inferenceUrl) {
      const port = await findFreePort()
      const { MODEL, WORKER_GPU, UV_THREADPOOL_SIZE } = process.env
      const worker = workerPart({ MODEL, WORKER_GPU, UV_THREADPOOL_SIZE }, port, 'source')
      started.push({ child: await worker.launch(new AbortController().signal), signal: 'SIGTERM' })
      inferenceUrl = `http://127.0.0.1:${port}`
    }
    const port = process.env.PORT || '3000'
    setEnv(dataFolder, {
      DATABASE_URL: databaseUrl,
      INFERENCE_URL: inferenceUrl ?? '',
      ...(!process.env.INFERENCE_URL && workerKey(process.env)),
      SELF_URL: process.env.SELF_URL || `http://127.0.0.1:${port}`,
    })
    return stop
  } catch (error) {
    await stop()
    throw error
  }
}

/** Another command may have the data folder for a moment. */
async function openInTurn(folder: string) {
  const deadline = Date.now() + WAIT_MS
  for (;;) {
    try {
      return await openCluster(folder)
    } catch (error) {
      if (!(error instanceof LockedError) || Date.now() > deadline) throw error
      await sleep(200)
    }
  }
}

function setEnv(dataFolder: string, variables: Record<string, string>) {
  Object.assign(process.env, { DATA_DIR: dataFolder, SECRET_KEY: process.env.SECRET_KEY || secretKeyOf(dataFolder) }, variables)
}

/** Generates the Prisma client of a fresh checkout; before it is there, little of lib/ can be imported. */
export function ensureClient(): void {
  if (existsSync(path.join(root, 'prisma/generated/client.ts'))) return
  // Its lines go where errors go: what a command prints is its result alone.
  const { status } = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/build.ts', '--client'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  })
  if (status !== 0) throw new Error('The database client cannot be generated; see above.')
}
