import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { readEnv } from './env'
import { loadEngine } from './load-engine'
import { SideModelHolder } from './meaning/side-models'
import { createWorkerServer, type WorkerStatus } from './server'

/**
 * The worker process. Start it with UV_THREADPOOL_SIZE=1 on a CPU: each decode then runs on the same thread, a third
 * quicker than hopping between four (INFERENCE 4.2). A parent with an IPC channel is told `{type:'listening', port}`,
 * then `{type:'ready', model}` or `{type:'failed', message}`; when the parent goes, the worker goes too.
 */

// How long replies may finish after SIGTERM, and then how long sockets and the model may take before the process just ends.
const STOP_DEADLINE_MS = 5_000
const FLUSH_DEADLINE_MS = 500
const FREE_DEADLINE_MS = 3_000

let status: WorkerStatus = { state: 'loading' }

try {
  await run()
} catch (error) {
  const message = describe(error)
  console.error(`worker failed: ${message}`)
  await tell({ type: 'failed', message })
  process.exit(1)
}

async function run(): Promise<void> {
  const env = readEnv()
  const sides = new SideModelHolder(env, () => status.state === 'ready' && status.engine.load().busySlots > 0)
  const server = createWorkerServer({
    apiKeys: env.WORKER_API_KEYS,
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

  const engine = await loadEngine(env)
  if (isStopping()) return
  status = { state: 'ready', engine }
  const { name, device, threads } = engine.model
  console.log(`worker ready on http://${env.HOST}:${port} (${name}, ${device}, ${threads} ${threads === 1 ? 'thread' : 'threads'})`)
  await tell({ type: 'ready', model: name })
  // After it: whoever waits for a reply does not wait for these.
  await sides.load()
}

/** Stops listening, lets replies finish until the deadline, frees the model last and ends the process. */
function stopper(server: ReturnType<typeof createWorkerServer>, sides: SideModelHolder): (deadlineMs: number) => void {
  return async (deadlineMs) => {
    if (isStopping()) return
    setTimeout(() => process.exit(1), deadlineMs + FLUSH_DEADLINE_MS + FREE_DEADLINE_MS)
    const engine = status.state === 'ready' ? status.engine : null
    status = { state: 'stopping' }
    const closed = once(server, 'close')
    server.close()
    const freed = sides.free()
    await engine?.finish(deadlineMs)
    server.closeIdleConnections()
    await Promise.race([closed, wait(FLUSH_DEADLINE_MS)])
    await freed
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
