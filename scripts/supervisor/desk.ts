import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { createDatabase, prepareDatabase } from '../lib/prepare-database'
import { announceDesk, withdrawDesk } from '../lib/running-desk'
import { secretKeyOf } from '../lib/secret-key'
import { type KeptPart, keepRunning, type Part } from './keep-running'
import { findFreePort, isTaken } from './port'
import { runStep } from './run-step'
import { say } from './say'
import type { Settings } from './settings'
import { embeddedPostgres, embeddedRedis } from './stores'
import { refuseRealDesk, waitForDatabase } from './wait-for-database'
import { webPart } from './web-part'
import { workerKey } from './worker-key'
import { workerPart } from './worker-part'

// A large model may take minutes to load; agents can work without it meanwhile.
const WORKER_PATIENCE_MS = 20_000

/** What a desk is made of, in the order in which it was started. */
export class Desk {
  readonly #kept: KeptPart[] = []
  readonly #cleanUp: (() => void)[] = []

  constructor(
    private readonly settings: Settings,
    private readonly signal: AbortSignal,
    private readonly onLost: (reason: string) => void,
  ) {}

  /** Starts everything and prints the URL. When it throws, or later, `stop()` ends what has been started. */
  async start(): Promise<void> {
    const { settings, signal } = this
    const { dataFolder, isDemo, isDev } = settings
    const port = await choosePort(settings)
    await runStep(['scripts/build.ts', ...(isDev ? ['--client'] : [])], { signal })

    const databaseUrl = await this.#startDatabase()
    const redisUrl = await this.#startRedis()
    const workerPort = settings.INFERENCE_URL ? 0 : settings.WORKER_PORT || (await findFreePort())
    const inferenceUrl = settings.INFERENCE_URL ?? `http://127.0.0.1:${workerPort}`
    const isOpenToAll = ['0.0.0.0', '::', ''].includes(settings.HOST)
    const selfUrl = `http://${isOpenToAll || settings.HOST === 'localhost' ? '127.0.0.1' : settings.HOST}:${port}`
    const env = {
      DATA_DIR: dataFolder,
      DATABASE_URL: databaseUrl,
      ...(redisUrl && { REDIS_URL: redisUrl }),
      INFERENCE_URL: inferenceUrl,
      ...(!settings.INFERENCE_URL && workerKey(process.env)),
      SECRET_KEY: settings.SECRET_KEY ?? secretKeyOf(dataFolder),
      SELF_URL: selfUrl,
      PORT: String(port),
      DEMO: isDemo ? '1' : '',
    }
    await Promise.all([this.#startWorker(workerPort), isDemo && this.#seed(env)])
    await this.#keep(webPart(settings, env))

    const url = isOpenToAll || settings.HOST === '127.0.0.1' ? `http://localhost:${port}` : selfUrl
    announceDesk(dataFolder, { pid: process.pid, url, databaseUrl, redisUrl: redisUrl ?? null, inferenceUrl, demo: isDemo })
    this.#cleanUp.push(() => withdrawDesk(dataFolder))
    console.log(`\n  Deskhand is at ${url}\n`)
  }

  /** Ends everything, in the reverse order of its start. */
  async stop(): Promise<void> {
    for (const part of this.#kept.splice(0).reverse()) await part.stop()
    for (const clean of this.#cleanUp.splice(0).reverse()) clean()
  }

  async #keep(part: Part): Promise<void> {
    this.signal.throwIfAborted()
    try {
      this.#kept.push(await keepRunning(part, this.onLost, this.signal))
    } catch (cause) {
      throw new Error(`${part.name} cannot start: ${cause instanceof Error ? cause.message : cause}`, { cause })
    }
  }

  async #startDatabase(): Promise<string> {
    const { settings, signal } = this
    let url = settings.DATABASE_URL
    if (url) {
      await waitForDatabase(url, signal)
      say('PostgreSQL', 'elsewhere', 'DATABASE_URL')
    } else {
      const postgres = await embeddedPostgres(path.join(settings.dataFolder, 'postgres'))
      this.#cleanUp.push(() => postgres.cluster.release())
      await this.#keep(postgres)
      await createDatabase(postgres.cluster.url('postgres'), 'app')
      url = postgres.cluster.url('app')
    }
    const applied = await prepareDatabase(url)
    if (applied.length > 0) say('Migrations', 'applied', applied.join(', '))
    if (settings.DATABASE_URL && settings.isDemo) await refuseRealDesk(url)
    return url
  }

  async #startRedis(): Promise<string | undefined> {
    if (this.settings.REDIS_URL) {
      say('Redis', 'elsewhere', 'REDIS_URL')
      return this.settings.REDIS_URL
    }
    const redis = embeddedRedis(this.settings.dataFolder)
    if (!redis) {
      say('Redis', 'none', 'no redis-server on the PATH: answers are cached in the process')
      return undefined
    }
    this.#cleanUp.push(() => redis.home.remove())
    await this.#keep(redis)
    return redis.home.url
  }

  async #startWorker(port: number): Promise<void> {
    if (this.settings.INFERENCE_URL) return say('Worker', 'elsewhere', this.settings.INFERENCE_URL)
    const started = this.#keep(workerPart(this.settings, port, this.settings.isDev ? 'watched' : 'built')).then(() => true)
    const isReady = await Promise.race([started, sleep(WORKER_PATIENCE_MS, false, { ref: false })])
    if (isReady) return
    say('Worker', 'loading', 'a large model takes its time; the desk opens without drafts meanwhile')
    started.catch((error: Error) => this.signal.aborted || this.onLost(error.message))
  }

  async #seed(env: Record<string, string>): Promise<void> {
    const startedAt = performance.now()
    const done = await runStep(['--conditions=react-server', 'prisma/seed.ts'], { env, signal: this.signal, output: 'pipe' })
    say('Demo', 'ready', done, performance.now() - startedAt)
  }
}

async function choosePort({ PORT: port, HOST: host, isDemo, isDev }: Settings): Promise<number> {
  if (port === 0) return findFreePort(host)
  if (!(await isTaken(port, host))) return port
  let other = port + 1
  while (other < 65_535 && (await isTaken(other, host))) other++
  const command = isDemo ? 'npm run demo' : isDev ? 'npm run dev' : 'npm start'
  throw new Error(`Port ${port} is taken by another program. Take another one:  PORT=${other} ${command}`)
}
