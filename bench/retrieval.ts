/**
 * `npm run bench:retrieval [-- --rules N] [-- --language zh|en]`: how long it takes to index N rules (10,000) made from the sample shop's,
 * to patch one of them and to search, on one core, beside MiniSearch in the same run. Prints one JSON line a language; times in ms.
 */
import { atOnce } from '@/lib/retrieval/in-slices'
import { buildRuleIndex, patchSteps } from '@/lib/retrieval/rule-index'
import type { EarlierText, IndexedRule } from '@/lib/retrieval/schema'
import { rulesEn } from '@/prisma/sample-shop/rules-en'
import { rulesZh } from '@/prisma/sample-shop/rules-zh'
import type { SampleRule } from '@/prisma/sample-shop/types'
import { ASKED_EN, ASKED_ZH } from './data/shop-questions'
import { readOptions } from './support/read-options'
import { quantile, rounded } from './support/statistics'

const USAGE = 'usage: npm run bench:retrieval [-- [--rules N] [--language zh|en]]   (10000, both)'
const { values, whole } = readOptions(USAGE, { rules: { type: 'string', default: '10000' }, language: { type: 'string' } })
const count = whole('rules')
const now = new Date()

/** Rules as long and as varied as the shop's: each takes its words from two of them and names a thing of its own. */
function makeRules(samples: SampleRule[]): IndexedRule[] {
  return Array.from({ length: count }, (_, at) => {
    const one = samples[at % samples.length] as SampleRule
    const other = samples[Math.floor(at / samples.length) % samples.length] as SampleRule
    const thing = `${other.tags[0]} ${Math.floor(at / 7) % 997}`
    return {
      id: String(at).padStart(7, '0'),
      version: 1,
      question: `${thing} ${one.question}`,
      variants: [...one.variants, ...other.variants.slice(0, 1)],
      answer: `${one.answer} ${thing}`,
      category: one.category,
      tags: one.tags,
      language: one.language,
      validFrom: null,
      validUntil: null,
    }
  })
}

/** The part of MiniSearch used here; it is no dependency of ours, only what we compare with. */
type MiniSearchLike = { addAll(rules: IndexedRule[]): void; search(text: string): unknown[] }
type MiniSearchClass = new (options: {
  fields: string[]
  extractField(rule: IndexedRule, field: string): string
  tokenize?(text: string): string[]
}) => MiniSearchLike

async function loadMiniSearch(): Promise<MiniSearchClass | null> {
  const name = 'minisearch'
  try {
    return ((await import(name)) as { default: MiniSearchClass }).default
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw cause
    console.error('MiniSearch is not installed, so its figures are missing: npm install --save-dev minisearch')
    return null
  }
}

/** By the clock, and by what the machine worked: on a busy machine the clock tells more of the others. */
type Times = { p50Ms: number; p95Ms: number; cpuP50Ms: number; cpuP95Ms: number }

function timeSearches<Asked>(questions: Asked[], search: (asked: Asked) => unknown): Times {
  const times = [...questions, ...questions, ...questions].map((asked) => {
    const startedAt = performance.now()
    const before = process.cpuUsage()
    search(asked)
    const { user, system } = process.cpuUsage(before)
    return { ms: performance.now() - startedAt, cpuMs: (user + system) / 1_000 }
  })
  // The first round warms up.
  const measured = times.slice(questions.length)
  const of = (values: number[], share: number) => rounded(quantile(values, share), 3)
  const [ms, cpuMs] = [measured.map((time) => time.ms), measured.map((time) => time.cpuMs)]
  return { p50Ms: of(ms, 0.5), p95Ms: of(ms, 0.95), cpuP50Ms: of(cpuMs, 0.5), cpuP95Ms: of(cpuMs, 0.95) }
}

/** A thousand characters, as long as a question may be: some of the others in a row, each time others. */
function makeLong(questions: string[], language: 'zh' | 'en'): string[] {
  const next = (at: number) => questions[at % questions.length] ?? ''
  const gap = language === 'zh' ? '，' : ', '
  return questions.map((_, at) =>
    Array.from({ length: 60 }, (_, nth) => next(at + nth * 7))
      .join(gap)
      .slice(0, 1_000),
  )
}

/** `cpuMs` is what the machine worked on it, with the garbage collector's threads: on a busy machine the fairer figure. */
function timed<Result>(work: () => Result): { result: Result; ms: number; cpuMs: number } {
  const startedAt = performance.now()
  const before = process.cpuUsage()
  const result = work()
  const { user, system } = process.cpuUsage(before)
  return { result, ms: rounded(performance.now() - startedAt), cpuMs: rounded((user + system) / 1_000) }
}

const MiniSearch = await loadMiniSearch()
for (const language of ['zh', 'en'] as const) {
  if (values.language && values.language !== language) continue
  const rules = makeRules(language === 'zh' ? rulesZh : rulesEn)
  const questions = (language === 'zh' ? ASKED_ZH : ASKED_EN).map(([text]) => text)
  const { result: index, ms: buildMs, cpuMs: buildCpuMs } = timed(() => buildRuleIndex(rules))
  const changed = {
    ...(rules[Math.floor(count / 2)] as IndexedRule),
    version: 2,
    question: language === 'zh' ? '新的问题' : 'a new question',
  }
  const { ms: patchMs } = timed(() => atOnce(patchSteps(index, { changed: [changed], goneIds: [] })))
  const search = (text: string, before: EarlierText[] = []) => index.search(text, { limit: 5, language, now, before })
  const long = makeLong(questions, language)
  // A question after three turns of 600 characters, as many and as long as count.
  const talks = questions.map((text, at) => ({
    text,
    before: [0.4, 0.3, 0.25].map((weight, nth) => ({ weight, text: long[(at + nth) % long.length]?.slice(0, 600) ?? '' })),
  }))
  const ours = {
    buildMs,
    buildCpuMs,
    patchMs,
    ...timeSearches(questions, (text) => search(text)),
    long: timeSearches(long, (text) => search(text)),
    talks: timeSearches(talks, ({ text, before }) => search(text, before)),
  }
  const theirs = MiniSearch && measureMiniSearch(MiniSearch, rules, questions)
  const memoryMb = Math.round(process.memoryUsage().rss / 2 ** 20)
  console.log(
    JSON.stringify({ bench: 'retrieval', language, rules: count, deskhand: ours, minisearch: theirs, memoryMb, node: process.version }),
  )
}

function measureMiniSearch(Class: MiniSearchClass, rules: IndexedRule[], questions: string[]) {
  const fields = ['question', 'variants', 'answer']
  const extractField = (rule: IndexedRule, field: string) =>
    field === 'id' ? rule.id : field === 'variants' ? rule.variants.join('\n') : field === 'answer' ? rule.answer : rule.question
  // Its own tokenizer knows no Chinese; characters and pairs are what it is given elsewhere.
  const tokenize = (text: string) => text.toLowerCase().match(/\p{Script=Han}|[^\s\p{P}\p{Script=Han}]+/gu) ?? []
  const mini = new Class({ fields, extractField, tokenize })
  const { ms: buildMs, cpuMs: buildCpuMs } = timed(() => mini.addAll(rules))
  return { buildMs, buildCpuMs, ...timeSearches(questions, (text) => mini.search(text)) }
}
