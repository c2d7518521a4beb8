/**
 * `npm run -s eval:retrieval -- --file F.json [--limit N] [--top K] [--explain ID] [--learn F.json]`: how well the search finds the rules of
 * one evaluation file, by the code that serves tickets, without a server or a database. Prints one JSON line; what it means stands at
 * EvalFigures. `--limit` takes the first N queries, `--top` looks at K hits a query (10), `--explain` prints one query's hits instead, by
 * its id or its number from 0.
 */
import { parseArgs } from 'node:util'
import { atOnce } from '@/lib/retrieval/in-slices'
import { buildRuleIndex, trainingSteps } from '@/lib/retrieval/rule-index'
import { readEvalSet, readLearned, toIndexedRules } from './support/eval-set'
import { figuresOf, findFor } from './support/evaluate'
import { rounded } from './support/statistics'

const { values } = parseArgs({
  options: {
    file: { type: 'string' },
    limit: { type: 'string' },
    top: { type: 'string', default: '10' },
    explain: { type: 'string' },
    learn: { type: 'string' },
  },
})
if (!values.file) throw new Error('Name the evaluation file: --file F.json')

const set = readEvalSet(values.file)
const rules = toIndexedRules(set, values.learn ? readLearned(values.learn) : [])
const startedAt = performance.now()
const untrained = buildRuleIndex(rules)
const indexMs = performance.now() - startedAt
// The desk trains in the background, and serves from the index meanwhile; so this is no part of indexMs.
const index = atOnce(trainingSteps(untrained))
const trainMs = performance.now() - startedAt - indexMs
const search = { limit: Number(values.top), now: new Date() }

if (values.explain !== undefined) {
  const wanted = set.queries.find(({ id }, at) => id === values.explain || String(at) === values.explain)
  if (!wanted) throw new Error(`There is no query ${values.explain}.`)
  const { hits, ms } = findFor(index, wanted, search)
  const shown = hits.map(({ rule, score, parts, isVerbatim }) => ({
    id: rule.id,
    question: rule.question,
    isRight: wanted.ruleIds.includes(rule.id),
    score: rounded(score, 4),
    parts: Object.fromEntries(Object.entries(parts).map(([part, value]) => [part, rounded(value, 4)])),
    isVerbatim,
  }))
  console.log(JSON.stringify({ query: wanted, ms: rounded(ms, 3), hits: shown }, null, 2))
} else {
  const queries = values.limit ? set.queries.slice(0, Number(values.limit)) : set.queries
  // The first searches of a process compile the code; a desk that serves is past that.
  for (const query of queries.slice(0, 100)) findFor(index, query, search)
  const { queries: _, ...figures } = figuresOf(queries.map((query) => findFor(index, query, search)))
  const { oos, ...rest } = figures
  if (trainMs > 100) console.error(`The classifier was trained in ${rounded(trainMs)} ms.`)
  console.log(JSON.stringify({ name: set.name, rules: rules.length, queries: queries.length, ...rest, indexMs: rounded(indexMs), oos }))
}
