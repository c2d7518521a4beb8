import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { TINY, writeModel } from '@/bench/support/write-model'
import { chatResponseSchema } from '@/lib/inference/protocol'
import { bundledModelPath } from '@/worker/bundled-model'
import { PROMPTS, SYSTEM } from './pocket'

type Message = { type: 'listening'; port: number } | { type: 'ready'; model: string } | { type: 'failed'; message: string }

const ROOT = path.resolve(import.meta.dirname, '../..')
const children: ChildProcess[] = []

function start(env: Record<string, string> = {}) {
  const child = fork(path.join(ROOT, 'worker/main.ts'), [], {
    cwd: ROOT,
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, UV_THREADPOOL_SIZE: '1', WORKER_PORT: '0', WORKER_JOBS_DIR: '', ...env },
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

  test('ends on SIGTERM after the vectors it was computing and the answer it was passing on', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'deskhand-worker-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    const EMBEDDING_MODEL = path.join(folder, 'tiny.gguf')
    await writeModel(EMBEDDING_MODEL, { ...TINY, kind: 'embedding', type: 'q8_0', seed: 3, name: 'tiny' })
    // A FAKE vision server: what a Qwen-VL takes its time for is not the point.
    const seen: ServerResponse[] = []
    const vision = createServer((_, response) => void seen.push(response)).listen(0, '127.0.0.1')
    await once(vision, 'listening')
    onTestFinished(() => void vision.close())
    const VISION_URL = `http://127.0.0.1:${(vision.address() as AddressInfo).port}`
    const { child, exited, url } = await startReady({ EMBEDDING_MODEL, VISION_URL, WORKER_THREADS: '1' })
    const post = (where: string, body: object) => fetch(`${url}${where}`, { method: 'POST', body: JSON.stringify(body) })
    await vi.waitUntil(async () => (await post('/v1/embeddings', { model: 'tiny', input: 'a' })).status === 200, { timeout: 60_000 })

    const input = Array.from({ length: 40 }, (_, at) => `Refund ${at}?`)
    const embedded = post('/v1/embeddings', { model: 'tiny', input })
    const image = { type: 'image_url', image_url: { url: 'data:image/png;base64,AAAA' } }
    const described = post('/v1/chat/completions', { model: 'qwen-vl', messages: [{ role: 'user', content: [image] }] })
    await vi.waitUntil(() => seen.length === 1, { timeout: 60_000 })
    child.kill('SIGTERM')
    expect(await (await embedded).json()).toMatchObject({ data: { length: 40 } })
    // Longer than the process once waited for what it does not write itself.
    setTimeout(() => seen[0]?.end('{"object":"chat.completion"}'), 1_000)
    expect(await (await described).json()).toEqual({ object: 'chat.completion' })
    expect(await exited).toEqual([0, null])
  })

  test('loses no reply that was asked for later when it is stopped: the next process has it, or says that it was cut off', async () => {
    const WORKER_JOBS_DIR = mkdtempSync(path.join(tmpdir(), 'deskhand-jobs-'))
    onTestFinished(() => rmSync(WORKER_JOBS_DIR, { recursive: true }))
    const askLater = async (url: string, more: object = {}) => {
      const body = { model: 'qwen3', messages: [{ role: 'user', content: 'Hello' }], ...more }
      const init = { method: 'POST', headers: { prefer: 'respond-async' }, body: JSON.stringify(body) }
      return (await fetch(`${url}/v1/chat/completions`, init)).headers.get('location') ?? ''
    }
    const first = await startReady({ WORKER_JOBS_DIR, WORKER_SLOTS: '1', WORKER_QUEUE: '1000' })
    const place = await askLater(first.url)
    // More than the five seconds for finishing can hold, one slot for all.
    const many: string[] = []
    for (let count = 0; count < 100; count++) many.push(await askLater(first.url, { n: 4, temperature: 2, max_tokens: 900 }))
    first.child.kill('SIGTERM')
    expect(await first.exited).toEqual([0, null])

    const second = await startReady({ WORKER_JOBS_DIR, WORKER_QUEUE: '1000' })
    const found = (url: string, where: string) => fetch(`${url}${where}`).then((response) => response.json())
    expect(await found(second.url, place)).toMatchObject({ status: 'completed', result: { object: 'chat.completion' } })
    const cutOff = { status: 'failed', result: null, error: { type: 'server_error', code: 'server_stopped' } }
    expect(await found(second.url, many.at(-1) ?? '')).toMatchObject(cutOff)
    const statuses = await Promise.all(many.map(async (where) => (await found(second.url, where)).status))
    expect(statuses.every((status) => status === 'completed' || status === 'failed')).toBe(true)

    let killed = ''
    for (let count = 0; count < 20; count++) killed = await askLater(second.url, { n: 4, temperature: 2, max_tokens: 900 })
    second.child.kill('SIGKILL')
    await second.exited
    const third = await startReady({ WORKER_JOBS_DIR })
    expect(await found(third.url, killed)).toMatchObject(cutOff)
    expect(await found(third.url, place)).toMatchObject({ status: 'completed' })
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

  test('says what is wrong with its model, lives, and is ready once the model is', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'deskhand-worker-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    const MODEL = path.join(folder, 'model.gguf')
    const worker = start({ MODEL })
    const { port } = (await worker.message()) as { port: number }
    const url = `http://127.0.0.1:${port}`
    const seen: string[] = []
    const failedAs = async (trouble: string) => {
      await vi.waitUntil(
        async () => {
          const { status } = (await (await fetch(`${url}/ready`)).json()) as { status: string }
          if (seen.at(-1) !== status) seen.push(status)
          return status === trouble
        },
        { timeout: 60_000, interval: 20 },
      )
    }
    await failedAs('missing')
    const refused = await ask(url)
    expect(refused.status).toBe(503)
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    const message = 'model.gguf cannot be used: there is no such file.'
    expect(await refused.json()).toMatchObject({ error: { code: 'model_missing', message } })
    // Where it is looked for is for the log alone.
    expect(await (await fetch(`${url}/ready`)).json()).toMatchObject({ message })
    expect(worker.output()).toContain(`MODEL is ${MODEL}.`)

    writeFileSync(MODEL, 'no model at all')
    await failedAs('corrupt')
    const whole = readFileSync(bundledModelPath())
    writeFileSync(MODEL, whole.subarray(0, whole.length / 2))
    await failedAs('corrupt')
    copyFileSync(bundledModelPath(), MODEL)
    await failedAs('ready')
    expect((await ask(url)).status).toBe(200)
    expect(worker.output()).toMatch(/^worker failed: model\.gguf cannot be used: /)
    worker.child.kill('SIGTERM')
    expect(await worker.exited).toEqual([0, null])
  })

  test('says that a model is too large for the memory there is', async () => {
    // The pocket model with a context of a million tokens in its header, for 64 requests at once.
    const folder = mkdtempSync(path.join(tmpdir(), 'deskhand-worker-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    const gguf = readFileSync(bundledModelPath())
    const key = 'qwen3.context_length'
    // Behind the key stand its type (four bytes, 4 for a whole number) and its value.
    gguf.writeUInt32LE(1_048_576, gguf.indexOf(key) + key.length + 4)
    writeFileSync(path.join(folder, 'model.gguf'), gguf)
    const worker = start({ MODEL: path.join(folder, 'model.gguf'), WORKER_CONTEXT: '1048576', WORKER_SLOTS: '64' })
    const { port } = (await worker.message()) as { port: number }
    expect(await worker.message()).toMatchObject({ type: 'failed', code: 'model_too_large' })
    expect(await (await fetch(`http://127.0.0.1:${port}/ready`)).json()).toMatchObject({ status: 'too_large' })
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
