import { describe, expect, it } from 'vitest'
import type { EvalQuery } from '@/bench/support/eval-set'
import { type Found, figuresOf, findFor } from '@/bench/support/evaluate'
import { buildRuleIndex } from '@/lib/retrieval/rule-index'
import type { IndexedRule, RuleHit } from '@/lib/retrieval/schema'

const now = new Date('2026-03-01T00:00:00Z')
const rule = (id: string, fields: Partial<IndexedRule> = {}): IndexedRule => ({
  id,
  version: 1,
  question: id,
  variants: [],
  answer: '',
  category: '',
  tags: [],
  language: 'en',
  validFrom: null,
  validUntil: null,
  ...fields,
})
const query = (ruleIds: string[], fields: Partial<EvalQuery> = {}): EvalQuery => ({ text: '', ruleIds, lang: 'en', oos: false, ...fields })
/** Hits by id, the first one with this score. */
const found = (ruleIds: string[], score: number, ...ids: string[]): Found => ({
  query: query(ruleIds),
  ms: 1,
  hits: ids.map((id, at) => ({ rule: rule(id), score: score - at / 100 }) as RuleHit),
})

describe('the figures of an evaluation', () => {
  it('count any of the rules that answer, within the first one, three and ten', () => {
    const figures = figuresOf([found(['a', 'b'], 0.9, 'b', 'a'), found(['c'], 0.8, 'x', 'y', 'c'), found(['d'], 0.7, 'x')])
    expect(figures).toMatchObject({ queries: 3, recallAt1: 0.3333, recallAt3: 0.6667, mrrAt10: 0.4444 })
  })

  it('say how well the score tells questions without a rule', () => {
    const inside = [0.9, 0.8, 0.7, 0.6].map((score) => found(['a'], score, 'a'))
    const { oos, queries } = figuresOf([...inside, found([], 0.65, 'a'), found([], 0.1, 'a'), found([], 0)])
    expect(queries).toBe(4)
    expect(oos).toEqual({ auc: 0.9167, acceptedAt95: 0.3333 })
  })

  it('are null for no-match where there is nothing to tell apart', () => {
    expect(figuresOf([found(['a'], 0.9, 'a')]).oos).toEqual({ auc: null, acceptedAt95: null })
  })
})

it('a query with turns is asked as the whole conversation', () => {
  const index = buildRuleIndex([rule('pets', { question: 'Are dogs allowed in the rooms?' }), rule('gym', { question: 'Is there a gym?' })])
  const turns = [
    { from: 'customer' as const, text: 'I would like to bring my dogs.' },
    { from: 'agent' as const, text: 'I will have a look for you.' },
    { from: 'customer' as const, text: 'So is that allowed?' },
  ]
  const [hit] = findFor(index, query(['pets'], { text: 'nothing of this counts', turns }), { limit: 3, now }).hits
  expect(hit?.rule.id).toBe('pets')
})
