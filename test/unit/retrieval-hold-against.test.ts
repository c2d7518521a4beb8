import { expect, it } from 'vitest'
import { holdAgainst, likeness } from '@/lib/retrieval/hold-against'
import { buildRuleIndex } from '@/lib/retrieval/rule-index'
import type { IndexedRule, RuleHit } from '@/lib/retrieval/schema'

const rule = (id: string, wrongFor: string[] = []): IndexedRule => ({
  id,
  version: 1,
  question: id,
  variants: [],
  answer: '…',
  category: '',
  tags: [],
  language: 'zh',
  validFrom: null,
  validUntil: null,
  wrongFor,
})
const PARTS = { words: 0, grams: 0, concepts: 0, answer: 0, classifier: 0, entity: 0, match: 0 }
const hit = (id: string, score: number, wrongFor: string[] = [], isVerbatim = false): RuleHit => ({
  rule: rule(id, wrongFor),
  score,
  parts: PARTS,
  isVerbatim,
})
const ASKED = '会员积分什么时候过期'

it('alike are the same words, not the same subject', () => {
  expect(likeness(ASKED, `你好，${ASKED}？`)).toBeGreaterThan(0.9)
  expect(likeness(ASKED, '积分什么时候会过期呢')).toBeGreaterThan(0.6)
  expect(likeness(ASKED, '会员怎么升级')).toBeLessThan(0.35)
  expect(likeness(ASKED, '你好')).toBe(0)
  expect(likeness('When do my points expire?', 'when will the points expire')).toBeGreaterThan(0.6)
})

it('a rule called wrong for the question loses its place, and says by how much', () => {
  const hits = holdAgainst([hit('a', 0.8, [ASKED]), hit('b', 0.7)], ASKED)
  expect(hits.map(({ rule: { id } }) => id)).toEqual(['b', 'a'])
  expect(hits[1]?.score).toBeCloseTo(0.56)
  expect(hits[1]?.parts.feedback).toBeCloseTo(-0.24)
})

it('is untouched for other questions', () => {
  const hits = [hit('a', 0.8, ['会员怎么升级']), hit('b', 0.7)]
  expect(holdAgainst(hits, ASKED).map(({ score }) => score)).toEqual([0.8, 0.7])
})

it('however many say so, half stays; what is asked word for word stays whole', () => {
  expect(holdAgainst([hit('a', 0.8, Array(20).fill(ASKED))], ASKED)[0]?.score).toBeCloseTo(0.4)
  expect(holdAgainst([hit('a', 1, [ASKED], true)], ASKED)[0]?.score).toBe(1)
})

it('an index of rules that nobody called wrong finds as ever', () => {
  const index = buildRuleIndex([rule('积分过期'), rule('会员升级')])
  const hits = index.search(ASKED, { limit: 2, language: 'zh', now: new Date() })
  expect(holdAgainst(hits, ASKED)).toBe(hits)
})
