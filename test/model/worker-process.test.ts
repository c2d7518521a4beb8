import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { chatResponseSchema } from '@/lib/inference/protocol'
import { PROMPTS, SYSTEM } from './pocket'

type Message = { type: 'listening'; port: number } | { type: 'ready'; model: string } | { type: 'failed'; message: string }

const ROOT = path.resolve(import.meta.dirname, '../..')
const children: ChildProcess[] = []

function start(env: Record<string, string> = {}) {
  const child = fork(path.join(ROOT, 'worker/main.ts'), [], {
    cwd: ROOT,
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, UV_THREADPOOL_SIZE: '1', WORKER_PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  children.push(child)
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (output += chunk))
  const exited = once(child, 'exit')
  const message = async () => (await once(child, 'message'))[0] as Message
  return { child, exited, message, output: () => output }
}

afterEach(async () => {
  for (const child of children.splice(0)) if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL')
})

async function startReady(env: Record<string, string> = {}) {
  const worker = start(env)
  const listening = await worker.message()
  if (listening.type !== 'listening') throw new Error(worker.output())
  const url = `http://127.0.0.1:${listening.port}`
  const health = await fetch(`${url}/health`)
  expect(health.status).toBe(200)
  expect(await worker.message()).toEqual({ type: 'ready', model: 'deskhand-pocket' })
  return { ...worker, url }
}

function ask(url: string, stream = false): Promise<Response> {
  const [language, user] = PROMPTS[0] as (typeof PROMPTS)[number]
  const messages = [
    { role: 'system', content: SYSTEM[language] },
    { role: 'user', content: user },
  ]
  return fetch(`${url}/v1/chat/completions`, {
    method: 'POST',
    body: JSON.stringify({ model: 'qwen3-4b-instruct-2507', messages, stream }),
  })
}

describe('the worker process', () => {
  test('listens before it is ready, answers, and ends on SIGTERM after the reply it was writing', async () => {
    const { child, exited, output, url } = await startReady()
    expect((await fetch(`${url}/ready`)).status).toBe(200)
    const reply = chatResponseSchema.parse(await (await ask(url)).json())
    expect(reply.choices[0]?.message.content).toContain('[1]')

    // The head of a stream comes when the request has been taken.
    const last = await ask(url, true)
    child.kill('SIGTERM')
    expect(await last.text()).toMatch(/data: \[DONE\]\n\n$/)
    expect(await exited).toEqual([0, null])
    expect(output()).toBe(`worker ready on ${url} (deskhand-pocket, cpu, 1 thread)\n`)
  })

  test('ends when its parent goes', async () => {
    const { child, exited } = await startReady()
    child.disconnect()
    expect(await exited).toEqual([0, null])
  })

  test('ends on SIGTERM while it is still loading', async () => {
    const worker = start()
    expect(await worker.message()).toMatchObject({ type: 'listening' })
    worker.child.kill('SIGTERM')
    expect(await worker.exited).toEqual([0, null])
    expect(worker.output()).toBe('')
  })

  test('tells its parent why the model cannot be loaded', async () => {
    const worker = start({ MODEL: 'no/such/model.gguf' })
    await worker.message()
    expect(await worker.message()).toMatchObject({ type: 'failed', message: expect.stringMatching(/^model\.gguf cannot be used: /) })
    expect(await worker.exited).toEqual([1, null])
    expect(worker.output()).toMatch(/^worker failed: model\.gguf cannot be used: /)
  })

  test('names a wrong setting and a port that is taken', async () => {
    const wrong = start({ WORKER_SLOTS: 'many' })
    expect(await wrong.message()).toEqual({ type: 'failed', message: 'Wrong value in WORKER_SLOTS.' })

    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const taken = start({ WORKER_PORT: String((other.address() as AddressInfo).port) })
    expect(await taken.message()).toMatchObject({ type: 'failed', message: expect.stringContaining('EADDRINUSE') })
    await Promise.all([wrong.exited, taken.exited])
    other.close()
  })
})
