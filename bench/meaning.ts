/**
 * `npx tsx bench/meaning.ts [--rules N] [--dimensions N]`: how long it takes to compare one question with N rules (10,000), each a vector of
 * N numbers (512), on one core. `--embedder F.gguf` and `--reranker F.gguf` (bench/make-model.ts makes them) are timed as well, on one
 * thread. Prints one JSON line; times in ms, `cpu` is what the machine worked on it, the fairer figure on a busy one.
 */
import { cosinesOf } from '@/lib/retrieval/meaning/compare-meanings'
import { questionText, ruleText } from '@/lib/retrieval/meaning/embedding-text'
import { buildRuleIndex } from '@/lib/retrieval/rule-index'
import { rulesZh } from '@/prisma/sample-shop/rules-zh'
import { CallQueue } from '@/worker/meaning/call-queue'
import { loadEmbedder } from '@/worker/meaning/embedder'
import { loadReranker } from '@/worker/meaning/reranker'
import { ASKED_ZH } from './data/shop-questions'
import { readOptions } from './support/read-options'
import { quantile, rounded } from './support/statistics'

const USAGE = 'usage: npx tsx bench/meaning.ts [--rules N] [--dimensions N] [--embedder F.gguf] [--reranker F.gguf]   (10000, 512)'
const { values, whole } = readOptions(USAGE, {
  rules: { type: 'string', default: '10000' },
  dimensions: { type: 'string', default: '512' },
  embedder: { type: 'string' },
  reranker: { type: 'string' },
})
const count = whole('rules')
const dimensions = whole('dimensions')
const now = { priority: 'interactive' as const, signal: new AbortController().signal }
const questions = ASKED_ZH.slice(0, 20).map(([text]) => text)

async function time(times: number, work: (at: number) => unknown): Promise<{ p50Ms: number; p95Ms: number; cpuMs: number }> {
  // The first rounds warm up.
  for (let at = 0; at < 3; at++) await work(at)
  const before = process.cpuUsage()
  const walls: number[] = []
  for (let at = 0; at < times; at++) {
    const startedAt = performance.now()
    await work(at)
    walls.push(performance.now() - startedAt)
  }
  const { user, system } = process.cpuUsage(before)
  return {
    p50Ms: rounded(quantile(walls, 0.5), 2),
    p95Ms: rounded(quantile(walls, 0.95), 2),
    cpuMs: rounded((user + system) / 1_000 / times, 2),
  }
}

function compare() {
  const rules = Array.from({ length: count }, (_, at) => ({
    id: String(at).padStart(7, '0'),
    version: 1,
    question: `rule ${at}`,
    variants: [],
    answer: 'answer',
    category: '',
    tags: [],
    language: 'en' as const,
    validFrom: null,
    validUntil: null,
  }))
  const random = (length: number) => Float32Array.from({ length }, () => Math.random() - 0.5)
  const rowOf = new Map(rules.map(({ id }, row) => [id, row]))
  const vectors = { model: 'random', wanted: dimensions, dimensions, matrix: random(count * dimensions), rowOf, version: 1 }
  const index = buildRuleIndex(rules)
  const question = random(dimensions)
  return time(100, () => cosinesOf(question, index, { vectors, language: 'en' }))
}

const open = (modelPath: string) => ({
  name: 'qwen3',
  modelPath,
  gpu: 'cpu' as const,
  threads: 1,
  queue: new CallQueue({ capacity: 1, isChatBusy: () => false }),
})

async function embed(modelPath: string) {
  const embedder = await loadEmbedder(open(modelPath))
  const texts = questions.map((text) => questionText(text, [], embedder.name))
  const { tokens } = await embedder.embed(texts, now)
  const figures = await time(texts.length, (at) => embedder.embed([texts[at] ?? ''], now))
  await embedder.free()
  return { ...figures, tokens: Math.round(tokens / texts.length) }
}

async function rerank(modelPath: string) {
  const reranker = await loadReranker(open(modelPath))
  const pair = (at: number) =>
    reranker.rank(questions[at % questions.length] ?? '', [ruleText(rulesZh[at] ?? { question: '', variants: [], answer: '' })], now)
  const { tokens } = await pair(0)
  const figures = await time(10, pair)
  await reranker.free()
  return { ...figures, tokens }
}

console.log(
  JSON.stringify({
    bench: 'meaning',
    rules: count,
    dimensions,
    compare: await compare(),
    embedQuestion: values.embedder && (await embed(values.embedder)),
    rerankPair: values.reranker && (await rerank(values.reranker)),
    node: process.version,
  }),
)
