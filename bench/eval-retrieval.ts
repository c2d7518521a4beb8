/**
 * `npm run -s eval:retrieval -- --file F.json [--limit N] [--top K] [--explain ID] [--learn F.json] [--embedding-url URL] [--rerank-url URL]`:
 * how well the search finds the rules of one evaluation file, by the code that serves tickets, without a server, a database or a database
 * client. Prints one JSON line; what it means stands at EvalFigures. `--limit` takes the first N queries, `--learn` adds learned phrasings
 * `[{text, ruleId}]`, `--explain` prints one query's first K hits (10) with the parts of their scores instead, by its id or its number from 0.
 * `--embedding-url` asks an OpenAI-compatible server (`--embedding-model NAME`, `--dimensions N`, 512) what rules and queries mean, and
 * calibrates it on the rules as the desk does; `--rerank-url` asks one (`--rerank-model NAME`) to put the ten best of each query in order. What cannot be done is said in one line, with exit code 1.
 */
import { parseArgs } from 'node:util'
import { atOnce } from '@/lib/retrieval/in-slices'
import { buildRuleIndex, trainingSteps } from '@/lib/retrieval/rule-index'
import { offerHelp } from '../scripts/lib/offer-help'
import { type EvalQuery, type EvalSet, readEvalSet, readLearned, toIndexedRules } from './support/eval-set'
import { type Found, figuresOf, findFor } from './support/evaluate'
import { measureMeaning } from './support/measure-meaning'
import { measureReranking } from './support/measure-reranking'
import { rounded } from './support/statistics'

const OPTIONS = '--file F.json [--limit N] [--top K] [--explain ID] [--learn F.json] [--embedding-url URL] [--rerank-url URL]'

/** recall@3 and MRR@10 need as many, however few are to be shown. */
const FIGURE_HITS = 10

offerHelp(`usage: npm run -s eval:retrieval -- ${OPTIONS}`)
try {
  await evaluate()
} catch (cause) {
  console.error(cause instanceof Error ? cause.message : String(cause))
  process.exitCode = 1
}

async function evaluate() {
  const { file, limit, top, explain, learn, embedding, reranker } = readArguments()
  const set = readEvalSet(file)
  const ids = new Set(set.rules.map(({ id }) => id))
  const learned = learn === undefined ? [] : readLearned(learn)
  warnOf(
    'learned phrasings',
    learned.map(({ ruleId }) => ruleId).filter((id) => !ids.has(id)),
  )
  warnOf(
    'queries',
    set.queries.flatMap(({ ruleIds }) => ruleIds).filter((id) => !ids.has(id)),
  )

  const rules = toIndexedRules(set, learned)
  const startedAt = performance.now()
  const untrained = buildRuleIndex(rules)
  const indexMs = performance.now() - startedAt
  // The desk trains in the background, and serves from the index meanwhile; so this is no part of indexMs.
  const index = atOnce(trainingSteps(untrained))
  const trainMs = performance.now() - startedAt - indexMs
  if (trainMs > 100) console.error(`The classifier was trained in ${rounded(trainMs)} ms.`)

  const meaning = embedding && (await measureMeaning(embedding, { rules, index, queries: set.queries }))
  if (meaning) console.error(meaning.said)
  const explained = explain === undefined ? undefined : queryOf(set, explain)
  const queries = explained ? [explained] : set.queries.slice(0, limit)
  const now = new Date()
  const reranking = reranker && (await measureReranking(reranker, { index, queries, meaning, now }))
  if (reranking) console.error(reranking.said)
  if (explained) return printHits(findFor(index, explained, { limit: top, now, meaning, reranking }))
  const search = { limit: Math.max(top, FIGURE_HITS), now, meaning, reranking }
  // The first searches of a process compile the code; a desk that serves is past that.
  for (const query of queries.slice(0, 100)) findFor(index, query, search)
  const { queries: _, oos, ...figures } = figuresOf(queries.map((query) => findFor(index, query, search)))
  console.log(JSON.stringify({ name: set.name, rules: rules.length, queries: queries.length, ...figures, indexMs: rounded(indexMs), oos }))
}

/** @throws Error that says how the command is called, where it was called otherwise */
function readArguments() {
  const text = { type: 'string' } as const
  const embeddingOptions = { 'embedding-url': text, 'embedding-model': text, dimensions: text }
  const rerankOptions = { 'rerank-url': text, 'rerank-model': text }
  const { values } = parseArgs({
    options: { file: text, limit: text, top: text, explain: text, learn: text, ...embeddingOptions, ...rerankOptions },
  })
  const { file, explain, learn, 'embedding-url': url, 'embedding-model': model, 'rerank-url': rerankUrl } = values
  if (!file) throw new Error(`Name the evaluation file: ${OPTIONS}`)
  const embedding = url === undefined ? undefined : { url, model, dimensions: readCount('dimensions', values.dimensions) ?? 512 }
  return {
    embedding,
    reranker: rerankUrl === undefined ? undefined : { url: rerankUrl, model: values['rerank-model'] },
    file,
    explain,
    learn,
    limit: readCount('limit', values.limit),
    top: readCount('top', values.top) ?? FIGURE_HITS,
  }
}

function readCount(name: string, written: string | undefined): number | undefined {
  if (written === undefined) return undefined
  const count = Number(written)
  if (!Number.isSafeInteger(count) || count < 1) throw new Error(`--${name} must be a whole number from 1, not ${written}.`)
  return count
}

function warnOf(what: string, unknownIds: string[]) {
  if (unknownIds.length > 0) console.error(`${unknownIds.length} ${what} name a rule that the file does not have: ${unknownIds[0]} …`)
}

/** @throws Error where the file has no such query */
function queryOf(set: EvalSet, wanted: string): EvalQuery {
  const query = set.queries.find(({ id }) => id === wanted) ?? (/^\d+$/.test(wanted) ? set.queries[Number(wanted)] : undefined)
  if (!query) throw new Error(`There is no query ${wanted}: give an id, or a number from 0 to ${set.queries.length - 1}.`)
  return query
}

function printHits({ query, hits, ms }: Found) {
  const shown = hits.map(({ rule, score, parts, isVerbatim }) => ({
    id: rule.id,
    question: rule.question,
    isRight: query.ruleIds.includes(rule.id),
    score: rounded(score, 4),
    parts: Object.fromEntries(Object.entries(parts).map(([part, value]) => [part, rounded(value, 4)])),
    isVerbatim,
  }))
  console.log(JSON.stringify({ query, ms: rounded(ms, 3), hits: shown }, null, 2))
}
