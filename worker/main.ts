import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { bundledModelPath } from './bundled-model'
import type { Engine } from './engine'
import { loadModel } from './engine/load-model'
import { PROBE_VARIABLE } from './engine/probe-gpu'
import { readEnv, type WorkerEnv } from './env'
import { OpenResponses } from './http/open-responses'
import { jobsFolder } from './jobs-folder'
import { loadEngine } from './load-engine'
import { LoadError } from './load-error'
import { SideModelHolder } from './meaning/side-models'
import { retryPauses } from './retry-pauses'
import { createWorkerServer, type WorkerStatus } from './server'
import { watchEngine } from './watch-engine'

/**
 * The worker process. Start it with UV_THREADPOOL_SIZE=1 on a CPU: each decode then runs on the same thread, a third
 * quicker than hopping between four (INFERENCE 4.2). A model that cannot be loaded is tried again and again while
 * `/ready` says what is wrong with it. A parent with an IPC channel is told `{type:'listening', port}`, then
 * `{type:'ready', model}`, or at each vain try `{type:'failed', message, code}`; when the parent goes, the worker goes
 * too.
 */

// How long answers may be finished after SIGTERM, and then how long sockets and the model may take before the process just ends.
const STOP_DEADLINE_MS = 5_000
const FLUSH_DEADLINE_MS = 500
const FREE_DEADLINE_MS = 3_000

let status: WorkerStatus = { state: 'loading' }

try {
  if (process.env[PROBE_VARIABLE]) await probe()
  else await run()
} catch (error) {
  const message = describe(error)
  console.error(`worker failed: ${message}`)
  await tell({ type: 'failed', message })
  process.exit(1)
}

/** One token of the bundled model on the device that this process is to try; see engine/probe-gpu.ts. */
async function probe(): Promise<void> {
  const gpu = readEnv({ WORKER_GPU: process.env[PROBE_VARIABLE] }).WORKER_GPU ?? 'auto'
  const { decoder } = await loadModel({ modelPath: bundledModelPath(), gpu, threads: 1, slots: 1, contextSize: 256 })
  await decoder.dispose()
  process.exit(0)
}

async function run(): Promise<void> {
  const env = readEnv()
  const sides = new SideModelHolder(env, () => status.state === 'ready' && status.engine.load().busySlots > 0)
  const server = createWorkerServer({
    apiKeys: env.WORKER_API_KEYS,
    rateLimits: { requests: env.WORKER_RATE_REQUESTS ?? null, tokens: env.WORKER_RATE_TOKENS ?? null },
    allowedIps: env.WORKER_ALLOW_IPS,
    trustedProxies: env.WORKER_TRUSTED_PROXIES,
    corsOrigins: env.WORKER_CORS_ORIGINS,
    jobsFolder: jobsFolder(env),
    vision: env.VISION_URL ? { url: env.VISION_URL, apiKey: env.VISION_API_KEY, model: env.VISION_MODEL } : null,
    status: () => status,
    sides: () => sides.models,
    onError: (error) => console.error(`worker answered ${error.status} ${error.code}: ${describe(error.cause ?? error)}`),
  })
  const stop = stopper(server, sides)
  process.once('SIGTERM', () => stop(STOP_DEADLINE_MS)).once('SIGINT', () => stop(STOP_DEADLINE_MS))
  if (process.connected) process.once('disconnect', () => stop(0))

  server.listen(env.WORKER_PORT, env.HOST)
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  await tell({ type: 'listening', port })

  let loadingSides: Promise<void> | null = null
  const loadSides = () => {
    loadingSides ??= sides.load()
    return loadingSides
  }
  // A model that cannot reply is no reason to go without the others.
  const engine = await loadUntilItWorks(env, loadSides)
  if (!engine || isStopping()) return
  const onBroken = () => {
    // Whoever supervises the worker starts it again; a graceful end would wait for a model that does not answer.
    console.error('worker failed: the model fails on one batch after the other. Ending, to be started again.')
    setTimeout(() => process.exit(1), FLUSH_DEADLINE_MS)
    status = { state: 'stopping' }
  }
  status = { state: 'ready', engine: watchEngine(engine, onBroken) }
  const { name, device, threads } = engine.model
  console.log(`worker ready on http://${env.HOST}:${port} (${name}, ${device}, ${threads} ${threads === 1 ? 'thread' : 'threads'})`)
  await tell({ type: 'ready', model: name })
  // After it: whoever waits for a reply does not wait for these.
  await loadSides()
}

/** The engine, after as many tries as it takes; null when the worker is told to stop meanwhile. */
async function loadUntilItWorks(env: WorkerEnv, onFailure: () => void): Promise<Engine | null> {
  for (const pauseMs of retryPauses()) {
    if (isStopping()) return null
    try {
      return await loadEngine(env)
    } catch (error) {
      if (isStopping()) return null
      const message = describe(error)
      const code = error instanceof LoadError ? error.code : 'model_unusable'
      // Where the file is looked for is for whoever started the worker, and not for whoever asks it over the network.
      const named = `${message.replace(/\.?$/, '.')}${env.MODEL ? ` MODEL is ${resolve(env.MODEL)}.` : ''}`
      console.error(`worker failed: ${named} Next try in ${pauseMs / 1000} s.`)
      await tell({ type: 'failed', message: named, code })
      status = { state: 'failed', code, message, retryAt: Date.now() + pauseMs }
      onFailure()
      await wait(pauseMs)
    }
  }
  return null
}

/** Stops listening, lets answers of every kind be finished until the deadline, frees the models last and ends the process. */
function stopper(server: ReturnType<typeof createWorkerServer>, sides: SideModelHolder): (deadlineMs: number) => void {
  const responses = new OpenResponses(server)
  return async (deadlineMs) => {
    if (isStopping()) return
    setTimeout(() => process.exit(1), deadlineMs + FLUSH_DEADLINE_MS + FREE_DEADLINE_MS)
    const engine = status.state === 'ready' ? status.engine : null
    status = { state: 'stopping' }
    const closed = once(server, 'close')
    server.close()
    await Promise.all([engine?.finish(deadlineMs), sides.finish(deadlineMs), responses.finish(deadlineMs)])
    server.closeIdleConnections()
    await Promise.race([closed, wait(FLUSH_DEADLINE_MS)])
    await sides.free()
    await engine?.free()
    process.exit(0)
  }
}

function isStopping(): boolean {
  return status.state === 'stopping'
}

/** A message to the parent, if there is one that listens. */
async function tell(message: Record<string, unknown>): Promise<void> {
  const { send } = process
  if (!send || !process.connected) return
  // A parent that went in this moment is noticed by `disconnect`.
  await new Promise<void>((resolve) => send.call(process, message, () => resolve()))
}

function describe(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
