import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { TINY, writeModel } from '@/bench/support/write-model'
import { chatResponseSchema, embeddingResponseSchema, rerankResponseSchema } from '@/lib/inference/protocol'
import { RealWorker } from '../support/worker'

let folder: string
const file = (name: string) => path.join(folder, `${name}.gguf`)
const workers: RealWorker[] = []

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'side-process-'))
  for (const kind of ['embedding', 'reranker'] as const) await writeModel(file(kind), { ...TINY, kind, type: 'q8_0', seed: 3, name: kind })
  await writeFile(file('broken'), 'GGUF and then nothing')
})
afterAll(async () => {
  await Promise.all(workers.map((worker) => worker.kill()))
  await rm(folder, { recursive: true })
})

async function start(env: Record<string, string>): Promise<string> {
  const worker = new RealWorker(env)
  workers.push(worker)
  return worker.start()
}

async function post(url: string, body: object): Promise<Response> {
  return fetch(url, { method: 'POST', body: JSON.stringify(body) })
}

async function readyOf(url: string): Promise<Record<string, unknown>> {
  return (await (await fetch(`${url}/ready`)).json()) as Record<string, unknown>
}

const chat = (url: string) =>
  post(`${url}/v1/chat/completions`, { model: 'qwen3', messages: [{ role: 'user', content: 'Hello' }], max_tokens: 60, temperature: 0 })

test('the worker embeds and reranks beside its replies', async () => {
  const url = await start({ EMBEDDING_MODEL: file('embedding'), RERANK_MODEL: file('reranker') })
  await expect.poll(() => readyOf(url)).toMatchObject({ embedding: { status: 'ready', model: 'embedding' }, rerank: { status: 'ready' } })
  const alone = chatResponseSchema.parse(await (await chat(url)).json())
  const input = Array.from({ length: 40 }, (_, at) => `How long does refund ${at} take?`)
  const background = {
    method: 'POST',
    headers: { 'x-priority': 'background' },
    body: JSON.stringify({ model: 'embedding', input }),
  }
  const [embedded, beside, ranked] = await Promise.all([
    fetch(`${url}/v1/embeddings`, background),
    chat(url),
    post(`${url}/v1/rerank`, { query: 'How long does a refund take?', documents: input.slice(0, 10), top_n: 3 }),
  ])
  const { data, model } = embeddingResponseSchema.parse(await embedded.json())
  expect([model, data.length, data[39]?.index, data[0]?.embedding.length]).toEqual(['embedding', 40, 39, 64])
  expect(chatResponseSchema.parse(await beside.json()).choices).toEqual(alone.choices)
  expect(rerankResponseSchema.parse(await ranked.json()).results).toHaveLength(3)
})

test('one that is damaged or missing is told by /ready and by its endpoint, and replies go on', async () => {
  const url = await start({ EMBEDDING_MODEL: file('broken'), RERANK_MODEL: file('missing') })
  await expect
    .poll(() => readyOf(url))
    .toMatchObject({
      status: 'ready',
      embedding: { status: 'failed', model: 'broken', reason: expect.stringContaining('broken.gguf cannot be used') },
      rerank: { status: 'failed', model: 'missing', reason: 'missing.gguf cannot be used: there is no such file.' },
    })
  const refused = await post(`${url}/v1/embeddings`, { model: 'broken', input: 'a' })
  expect([refused.status, (await refused.json()).error.message]).toEqual([503, expect.stringContaining('no GGUF')])
  expect((await chat(url)).status).toBe(200)
})

test('one that comes later is loaded then', async () => {
  const url = await start({ EMBEDDING_MODEL: file('late') })
  await expect.poll(() => readyOf(url)).toMatchObject({ embedding: { status: 'failed', model: 'late' } })
  const refused = await post(`${url}/v1/embeddings`, { model: 'late', input: 'a' })
  expect([refused.status, Number(refused.headers.get('retry-after'))]).toEqual([503, expect.any(Number)])
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
  await copyFile(file('embedding'), file('late'))
  await expect.poll(() => readyOf(url)).toMatchObject({ embedding: { status: 'ready', model: 'late' } })
  expect((await post(`${url}/v1/embeddings`, { model: 'late', input: 'a' })).status).toBe(200)
})

test('a model that cannot reply leaves the others at work', async () => {
  const worker = new RealWorker({ MODEL: file('missing'), EMBEDDING_MODEL: file('embedding') })
  workers.push(worker)
  await expect(worker.start()).rejects.toThrow('missing.gguf cannot be used')
  await expect.poll(() => readyOf(worker.url)).toMatchObject({ status: 'missing', embedding: { status: 'ready' } })
  expect((await post(`${worker.url}/v1/embeddings`, { model: 'embedding', input: 'a' })).status).toBe(200)
  expect((await chat(worker.url)).status).toBe(503)
})
