import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { TINY, writeModel } from '@/bench/support/write-model'
import { db } from '@/lib/db'
import { createRule } from '@/lib/faq/create-rule'
import { forgetSideModels, refreshSideModels, sideModel } from '@/lib/inference/side-models'
import { embedRules } from '@/lib/retrieval/meaning/embed-rules'
import { forgetRuleVectors, loadRuleVectors } from '@/lib/retrieval/meaning/vector-store'
import { prepareQuestion } from '@/lib/suggestions/prepare-question'
import { toFoundShape } from '@/lib/suggestions/try-shape'
import { setEnv } from '../support/database'
import { RealWorker } from '../support/worker'

// The real worker with small models of random weights: what they say means nothing, the way it takes is the one of real ones.

let folder: string
let worker: RealWorker
let url: string

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'meaning-'))
  const file = (kind: 'embedding' | 'reranker') => path.join(folder, `qwen3-${kind}-tiny.gguf`)
  for (const kind of ['embedding', 'reranker'] as const) await writeModel(file(kind), { ...TINY, kind, type: 'f16', seed: 5, name: kind })
  worker = new RealWorker({ EMBEDDING_MODEL: file('embedding'), RERANK_MODEL: file('reranker'), WORKER_THREADS: '1' })
  url = await worker.start()
}, 60_000)

afterAll(async () => {
  await worker.kill()
  await rm(folder, { recursive: true })
  forgetSideModels()
  await forgetRuleVectors()
})

it('rules are embedded by the real worker, and a question is found with what its models say', async () => {
  await setEnv({ INFERENCE_URL: url })
  for (const [question, answer] of [
    ['退款多久到账？', '三个工作日内原路退回。'],
    ['退货运费谁出？', '质量问题由我们承担。'],
    ['怎么修改收货地址？', '发货前可在订单页修改。'],
  ] as const) {
    await createRule(null, { question, answer, language: 'zh', status: 'published' })
  }
  await expect
    .poll(async () => {
      await refreshSideModels()
      return [sideModel('embedding')?.name, sideModel('rerank')?.name]
    })
    .toEqual(['qwen3-embedding-tiny', 'qwen3-reranker-tiny'])
  await embedRules()
  const rows = await db().ruleEmbedding.findMany({ select: { model: true, dimensions: true, vector: true } })
  expect(rows.map(({ model, dimensions, vector }) => [model, dimensions, vector.length])).toEqual(
    Array.from({ length: 3 }, () => ['qwen3-embedding-tiny', 512, 4 * 64]),
  )
  await loadRuleVectors('qwen3-embedding-tiny')

  const messages = [{ direction: 'incoming' as const, text: '你好，我的退款几天能到，运费谁来出', createdAt: new Date() }]
  // On a busy machine they may be slower than a search waits: then the words are all there is, and the next search tries again.
  const partsFound = async () => {
    forgetSideModels()
    await refreshSideModels()
    const { hits } = toFoundShape(await prepareQuestion({ messages, fallbackLanguage: 'zh' }))
    return Object.keys(hits[0]?.parts ?? {})
  }
  await expect.poll(partsFound, { timeout: 60_000 }).toEqual(expect.arrayContaining(['words', 'meaning', 'rerank']))
}, 120_000)
