import { fork } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import type { ChatServer } from './timed-chat'

const messageSchema = z.union([
  z.object({ type: z.literal('listening'), port: z.number() }),
  z.object({ type: z.literal('ready') }),
  z.object({ type: z.literal('failed'), message: z.string() }),
])

/** Runs `work` beside a worker of its own, as the supervisor would start it: on a GPU the thread pool is Node's own. */
export async function withBenchWorker<T>(env: Record<string, string>, work: (server: ChatServer) => Promise<T>): Promise<T> {
  const { WORKER_GPU: gpu = 'cpu', UV_THREADPOOL_SIZE: pool = gpu === 'cpu' ? '1' : undefined } = process.env
  const child = fork(path.join(import.meta.dirname, '../../worker/main.ts'), [], {
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, NODE_ENV: 'production', UV_THREADPOOL_SIZE: pool, WORKER_PORT: '0', WORKER_API_KEYS: '', ...env },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const exited = once(child, 'exit')
  try {
    let port = 0
    for (;;) {
      const [message] = await Promise.race([once(child, 'message'), exited.then(() => [{ type: 'failed', message: 'It ended.' }])])
      const told = messageSchema.parse(message)
      if (told.type === 'failed') throw new Error(`the worker did not start: ${told.message}`)
      if (told.type === 'ready') break
      port = told.port
    }
    const url = `http://127.0.0.1:${port}`
    return await work({ name: 'deskhand', url, model: await modelOf(url), pid: child.pid ?? null })
  } finally {
    child.kill('SIGTERM')
    await exited
  }
}

const modelsSchema = z.object({ data: z.array(z.object({ id: z.string() })).min(1) })

/** The name of the model that a server has. */
export async function modelOf(url: string): Promise<string> {
  const response = await fetch(`${url}/v1/models`)
  return modelsSchema.parse(await response.json()).data[0]?.id ?? ''
}

/** Memory of a process in MB, on Linux; null where that cannot be known. */
export function rssOf(pid: number | null): number | null {
  try {
    const [, kilobytes] = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
    return kilobytes ? Math.round(Number(kilobytes) / 1024) : null
  } catch {
    return null
  }
}
