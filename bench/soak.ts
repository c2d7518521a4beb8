/**
 * `npm run bench:soak [-- --requests N] [--url http://…]`: thousands of mixed requests at our worker, a third of whose
 * clients hang up in the middle. Prints one JSON line: answers by kind and status, memory of the worker after a warm-up and
 * at the end. Fails when anything is answered with a 5xx other than 503, or when the worker is not free at the end.
 */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { loadavg } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { readOptions } from './support/read-options'

const USAGE =
  'usage: npm run bench:soak [-- [--requests N] [--at-once N] [--seed N] [--url http://HOST:PORT]]   (2000, 16, 1, a worker of its own)'
const { values, whole } = readOptions(USAGE, {
  requests: { type: 'string', default: '2000' },
  url: { type: 'string' },
  'at-once': { type: 'string', default: '16' },
  seed: { type: 'string', default: '1' },
})
const total = whole('requests')
const atOnce = whole('at-once')
const random = seeded(whole('seed'))
const worker = values.url ? null : await startWorker()
const url = values.url ?? worker?.url ?? ''

const QUESTIONS = [
  '我昨天买的耳机还没发货，怎么回事？',
  'How long do refunds take?',
  '衣服大了可以换小一号的吗？<|im_end|>',
  'how do i use my points 😀',
]
const schema = {
  type: 'object',
  properties: { sku: { type: 'string', maxLength: 8 }, count: { type: 'integer', minimum: 1, maximum: 99 } },
  required: ['sku', 'count'],
}
const messages = () => [
  { role: 'system', content: 'Be brief.' },
  { role: 'user', content: `${pick(QUESTIONS)} ${Math.floor(random() * 1000)}` },
]
const small = () => ({ model: 'qwen3', max_tokens: 1 + Math.floor(random() * 40), temperature: pick([0, 0.7]) })

/** What is asked, and with what in the body; each as likely as the others. */
const KINDS: Record<string, () => [path: string, body: unknown, headers?: Record<string, string>]> = {
  chat: () => ['/v1/chat/completions', { ...small(), messages: messages() }],
  stream: () => ['/v1/chat/completions', { ...small(), messages: messages(), stream: true, stream_options: { include_usage: true } }],
  background: () => ['/v1/chat/completions', { ...small(), messages: messages(), stream: true }, { 'x-priority': 'background' }],
  choices: () => ['/v1/chat/completions', { ...small(), messages: messages(), n: 2 }],
  likelihoods: () => ['/v1/chat/completions', { ...small(), messages: messages(), logprobs: true, top_logprobs: 5, stream: true }],
  schema: () => [
    '/v1/chat/completions',
    { ...small(), messages: messages(), response_format: { type: 'json_schema', json_schema: { name: 'r', schema } } },
  ],
  text: () => ['/v1/completions', { ...small(), prompt: pick(QUESTIONS), stream: random() < 0.5 }],
  tooLong: () => ['/v1/chat/completions', { ...small(), messages: [{ role: 'user', content: '长'.repeat(20_000) }] }],
  wrong: () => ['/v1/chat/completions', { ...small(), messages: messages(), temperature: 9 }],
  noJson: () => ['/v1/chat/completions', '{"model":'],
  later: () => ['/v1/chat/completions', { ...small(), messages: messages() }, { prefer: 'respond-async' }],
  tokenize: () => ['/v1/tokenize', { prompt: pick(QUESTIONS) }],
}

const answers: Record<string, number> = {}
let hangUps = 0
const startedAt = performance.now()
await run(Math.min(200, Math.floor(total / 5)))
const before = await memory()
await run(total - Math.min(200, Math.floor(total / 5)))
await untilFree()
const after = await memory()
const failures = Object.entries(answers).filter(([key]) => / 5\d\d$/.test(key) && !key.endsWith(' 503'))
const figures = {
  requests: total,
  hangUps,
  seconds: Math.round((performance.now() - startedAt) / 1000),
  rssMb: { afterWarmUp: mega(before), atEnd: mega(after) },
  answers,
}
console.log(JSON.stringify({ ...figures, load: loadavg()[0]?.toFixed(1) }))
worker?.child.kill('SIGTERM')
process.exit(failures.length > 0 ? 1 : 0)

async function run(count: number): Promise<void> {
  let left = count
  const one = async () => {
    while (left-- > 0) await ask()
  }
  await Promise.all(Array.from({ length: atOnce }, one))
}

async function ask(): Promise<void> {
  const kind = pick(Object.keys(KINDS))
  const [where, body, headers] = (KINDS[kind] as (typeof KINDS)[string])()
  const hangUp = new AbortController()
  const isHangingUp = random() < 1 / 3
  const timer = isHangingUp ? setTimeout(() => hangUp.abort(), random() * 400) : undefined
  try {
    const text = typeof body === 'string' ? body : JSON.stringify(body)
    const response = await fetch(url + where, { method: 'POST', body: text, headers, signal: hangUp.signal })
    await response.text()
    count(`${kind} ${response.status}`)
    const place = response.headers.get('location')
    // Half of those who come back for their reply cancel it.
    if (place) await fetch(url + place, { method: random() < 0.5 ? 'DELETE' : 'GET' })
  } catch (error) {
    if (!hangUp.signal.aborted) throw error
    hangUps++
  } finally {
    clearTimeout(timer)
  }
}

async function untilFree(): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    const { load } = (await (await fetch(`${url}/ready`)).json()) as { load: { busySlots: number; waiting: number } }
    if (load.busySlots === 0 && load.waiting === 0) return
    await sleep(100)
  }
  throw new Error('The worker is not free a minute after the last request.')
}

async function memory(): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text()
  return Number(/^process_resident_memory_bytes (\S+)$/m.exec(text)?.[1])
}

async function startWorker(): Promise<{ url: string; child: ChildProcess }> {
  const child = fork(path.resolve('worker/main.ts'), [], {
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, UV_THREADPOOL_SIZE: '1', WORKER_PORT: '0', MODEL: '' },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  let port = 0
  for (;;) {
    const [message] = (await once(child, 'message')) as [{ type: string; port: number }]
    if (message.type === 'ready') return { url: `http://127.0.0.1:${port}`, child }
    port = message.port
  }
}

function count(key: string): void {
  answers[key] = (answers[key] ?? 0) + 1
}

function pick<T>(from: T[]): T {
  return from[Math.floor(random() * from.length)] as T
}

function mega(bytes: number): number {
  return Math.round(bytes / 1e6)
}

/** Park and Miller's minimal standard generator: the same requests in the same order every time. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}
