import { existsSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { root } from '../lib/source-hash'
import { end, type Part } from './keep-running'
import { sayErrors } from './say-errors'
import type { Settings } from './settings'
import { spawnNode, waitUntilServing } from './spawn-node'
import { workerKey } from './worker-key'

// A large model is read from disk first.
const DEADLINE_MS = 15 * 60_000

/** `built` is dist/worker.mjs, `source` worker/main.ts as it is, `watched` the same and again after every edit. */
const PROGRAMS = {
  built: ['--enable-source-maps', 'dist/worker.mjs'],
  source: ['--import', 'tsx', 'worker/main.ts'],
  watched: [path.join(root, 'node_modules/tsx/dist/cli.mjs'), 'watch', '--clear-screen=false', 'worker/main.ts'],
}

type WorkerSettings = Pick<Settings, 'MODEL' | 'WORKER_GPU' | 'UV_THREADPOOL_SIZE'> & {
  /** Whether a GPU seems to be there, where no setting says what to use. */
  hasGpu?: boolean
  /** Without one, replies to asynchronous requests end with the worker. */
  dataFolder?: string
}

/** The worker on `port` of this machine, which it keeps when it is started again. */
export function workerPart(settings: WorkerSettings, port: number, program: keyof typeof PROGRAMS): Part {
  const url = `http://127.0.0.1:${port}`
  const env = {
    NODE_ENV: program === 'watched' ? 'development' : 'production',
    HOST: '127.0.0.1',
    WORKER_PORT: String(port),
    ...(process.env.WORKER_JOBS_DIR === undefined && {
      WORKER_JOBS_DIR: settings.dataFolder ? path.join(settings.dataFolder, 'worker-jobs') : '',
    }),
  }
  let isForCpu = isOnCpu(settings)
  let model = ''
  const start = async (signal: AbortSignal) => {
    // What it prints, and does not print as an error, is what our own line about it says.
    const child = spawnNode(
      PROGRAMS[program],
      { ...env, ...(isForCpu && !settings.UV_THREADPOOL_SIZE && { UV_THREADPOOL_SIZE: '1' }) },
      { output: 'ignore', errors: 'pipe' },
    )
    if (child.stderr) sayErrors('Worker', child.stderr)
    await waitUntilServing(child, `${url}/ready`, DEADLINE_MS, signal)
    return child
  }
  return {
    name: 'Worker',
    async launch(signal) {
      let child = await start(signal)
      if (!isForCpu && (await deviceOf(url)) === 'cpu') {
        // The GPU that seemed to be there does not compute. The setting is read once, when the process begins.
        isForCpu = true
        await end(child, 'SIGTERM')
        child = await start(signal)
      }
      model = await modelOf(url)
      return child
    },
    detail: () => `${model}, ${url}`,
    stopSignal: 'SIGTERM',
    isEssential: false,
  }
}

/** On a CPU each step of a reply runs on the one thread that has its data in cache: 24 ms a token instead of 34 ms. */
function isOnCpu({ WORKER_GPU: gpu, MODEL: model, hasGpu = seemsToHaveGpu() }: WorkerSettings): boolean {
  if (gpu && gpu !== 'auto') return gpu === 'cpu'
  // The bundled model is too small to gain from a GPU.
  return !model || !hasGpu
}

/** Also on a server whose only graphics are those of its monitor socket; what computes is known once the worker is ready. */
function seemsToHaveGpu(): boolean {
  return process.platform === 'darwin' || existsSync('/dev/nvidiactl') || existsSync('/dev/dri')
}

const readySchema = z.object({ device: z.string() })

/** What it computes on; null where it does not say: it works either way. */
async function deviceOf(url: string): Promise<string | null> {
  try {
    const response = await fetch(`${url}/ready`, { signal: AbortSignal.timeout(5_000) })
    return readySchema.parse(await response.json()).device
  } catch {
    return null
  }
}

const modelsSchema = z.object({ data: z.array(z.object({ id: z.string() })).min(1) })

async function modelOf(url: string): Promise<string> {
  const key = workerKey(process.env).INFERENCE_API_KEY ?? process.env.INFERENCE_API_KEY
  const headers: Record<string, string> = key ? { authorization: `Bearer ${key}` } : {}
  const response = await fetch(`${url}/v1/models`, { headers, signal: AbortSignal.timeout(5_000) })
  // With WORKER_ALLOW_IPS set it may not tell us.
  if (!response.ok) return 'model loaded'
  return modelsSchema.parse(await response.json()).data[0]?.id ?? ''
}
