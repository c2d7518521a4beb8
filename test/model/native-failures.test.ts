import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { end, keepRunning } from '@/scripts/supervisor/keep-running'
import { findFreePort } from '@/scripts/supervisor/port'
import { workerPart } from '@/scripts/supervisor/worker-part'
import { bundledModelPath } from '@/worker/bundled-model'
import { PROMPTS, SYSTEM } from './pocket'

const ROOT = path.resolve(import.meta.dirname, '../..')

function ask(url: string): Promise<Response> {
  const [language, user] = PROMPTS[0] as (typeof PROMPTS)[number]
  const messages = [
    { role: 'system', content: SYSTEM[language] },
    { role: 'user', content: user },
  ]
  return fetch(`${url}/v1/chat/completions`, { method: 'POST', body: JSON.stringify({ model: 'qwen3', messages, stream: true }) })
}

test('an abort from within the process breaks the reply it was writing, and the supervisor brings the worker back', async () => {
  // What a failed GGML_ASSERT does: abort(), at a moment that the test chooses.
  const abort = encodeURIComponent("process.on('SIGUSR2', () => process.abort())")
  vi.stubEnv('NODE_OPTIONS', `--import=data:text/javascript,${abort}`)
  onTestFinished(() => void vi.unstubAllEnvs())
  const told: string[] = []
  const log = vi.spyOn(console, 'log').mockImplementation((line) => void told.push(String(line)))
  onTestFinished(() => log.mockRestore())
  const port = await findFreePort()
  const url = `http://127.0.0.1:${port}`
  const part = workerPart({ MODEL: undefined, WORKER_GPU: 'cpu', UV_THREADPOOL_SIZE: undefined }, port, 'source')
  const children: ChildProcess[] = []
  const launch = async (signal: AbortSignal) => {
    const child = await part.launch(signal)
    children.push(child)
    return child
  }
  const kept = await keepRunning({ ...part, launch }, () => {}, new AbortController().signal)
  onTestFinished(() => kept.stop())

  const response = await ask(url)
  const reader = (response.body as ReadableStream<Uint8Array>).getReader()
  await reader.read()
  const died = once(children[0] as ChildProcess, 'exit')
  children[0]?.kill('SIGUSR2')
  const rest = async () => {
    for (let text = ''; ; ) {
      const { done, value } = await reader.read()
      if (done) return text
      text += Buffer.from(value).toString()
    }
  }
  await expect(rest()).rejects.toThrow('terminated')
  expect(await died).toEqual([null, 'SIGABRT'])
  await vi.waitUntil(() => children.length === 2, { timeout: 60_000, interval: 50 })
  expect(await (await ask(url)).text()).toMatch(/data: \[DONE\]\n\n$/)
  expect(told.join('\n')).toMatch(/Worker +ended +SIGABRT; starting it again[\s\S]*Worker +is back/)
})

test.runIf(process.platform === 'linux')('a worker whose GPU turns out not to compute is set up for the CPU', async () => {
  const port = await findFreePort()
  vi.stubEnv('MODEL', bundledModelPath())
  vi.stubEnv('UV_THREADPOOL_SIZE', undefined)
  onTestFinished(() => void vi.unstubAllEnvs())
  // As on a server with /dev/dri and nothing behind it that computes; the bundled model runs on the CPU whatever there is.
  const settings = { MODEL: bundledModelPath(), WORKER_GPU: undefined, UV_THREADPOOL_SIZE: undefined, hasGpu: true }
  const child = await workerPart(settings, port, 'source').launch(new AbortController().signal)
  onTestFinished(() => end(child, 'SIGTERM'))
  expect(readFileSync(`/proc/${child.pid}/environ`, 'utf8').split('\0')).toContain('UV_THREADPOOL_SIZE=1')
  expect((await ask(`http://127.0.0.1:${port}`)).status).toBe(200)
})

// A limit on a process's memory as Linux has it: what a machine does that is out of it, without one that is.
test.runIf(process.platform === 'linux')('a context that the memory does not hold is told as that, and the process lives', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'deskhand-memory-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  // The pocket model with a context of a million tokens in its header: 3.5 GB of keys and values, where 2 GB are allowed.
  const gguf = readFileSync(bundledModelPath())
  const key = 'qwen3.context_length'
  gguf.writeUInt32LE(1_048_576, gguf.indexOf(key) + key.length + 4)
  const MODEL = path.join(folder, 'model.gguf')
  writeFileSync(MODEL, gguf)
  const limited = ['-c', 'ulimit -d 2000000; exec "$0" "$@"', process.execPath, '--import', 'tsx', 'worker/main.ts']
  const settings = { MODEL, WORKER_CONTEXT: '1048576', WORKER_SLOTS: '1', WORKER_THREADS: '1', WORKER_PORT: '0', UV_THREADPOOL_SIZE: '1' }
  const child = spawn('sh', limited, { cwd: ROOT, env: { ...process.env, ...settings }, stdio: ['ignore', 'ignore', 'pipe', 'ipc'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  let printed = ''
  child.stderr?.on('data', (text) => (printed += text))
  const [{ port }] = (await once(child, 'message')) as [{ port: number }]
  const [failed] = await once(child, 'message')
  expect(failed).toMatchObject({ type: 'failed', code: 'model_too_large' })
  expect(printed).toContain('failed to allocate')
  expect(await (await fetch(`http://127.0.0.1:${port}/ready`)).json()).toMatchObject({ status: 'too_large' })
  expect((await fetch(`http://127.0.0.1:${port}/health`)).status).toBe(200)
})
