import { describe, expect, it } from 'vitest'
import { fingerprintOf, questionText, ruleText } from '@/lib/retrieval/meaning/embedding-text'
import { joinMeaning } from '@/lib/retrieval/meaning/join-meaning'
import { dotProduct, fromBytes, toBytes, unitVector } from '@/lib/retrieval/meaning/unit-vector'
import { buildRuleIndex } from '@/lib/retrieval/rule-index'
import type { IndexedRule, RuleHit } from '@/lib/retrieval/schema'
import { similarRules } from '@/lib/retrieval/similar-rules'

const parts = { words: 0.3, grams: 0, concepts: 0, answer: 0, classifier: 0, entity: 0, match: 0 }
const rule = (id: string, more: Partial<IndexedRule> = {}): IndexedRule => ({
  id,
  version: 1,
  question: `question ${id}`,
  variants: [],
  answer: 'answer',
  category: '',
  tags: [],
  language: 'en',
  validFrom: null,
  validUntil: null,
  ...more,
})
const hit = (id: string, score: number, lost = 0): RuleHit => ({
  rule: rule(id),
  score,
  parts: { ...parts, entity: lost },
  isVerbatim: false,
})
const join = (hits: RuleHit[], similarities: Record<string, number>, nearest: string[] = []) =>
  joinMeaning(hits, {
    of: (id) => similarities[id],
    nearest: nearest.map((id) => ({ rule: rule(id), similarity: similarities[id] ?? 0 })),
  })
const ids = (hits: RuleHit[]) => hits.map(({ rule: { id } }) => id)

describe('words and meaning together', () => {
  it('move the rules, and leave the scores where the words put them', () => {
    const joined = join([hit('a', 0.6), hit('b', 0.5)], { a: 0.2, b: 0.8 })
    expect(ids(joined)).toEqual(['b', 'a'])
    expect(joined.map(({ score }) => score)).toEqual([0.6, 0.5])
  })

  it('say what the meaning added or took', () => {
    const [first, second] = join([hit('a', 0.6), hit('b', 0.5)], { a: 0.2, b: 0.8 })
    expect([first?.parts.meaning, second?.parts.meaning]).toEqual([expect.closeTo(0.1, 10), expect.closeTo(-0.1, 10)])
    expect(first?.parts.words).toBe(0.3)
  })

  it('find a rule that the words had not found, in the place of their last', () => {
    const joined = join([hit('a', 0.5), hit('b', 0.4)], { a: 0.1, b: 0, z: 0.9 }, ['z'])
    expect([ids(joined), joined.map(({ score }) => score)]).toEqual([
      ['z', 'a'],
      [0.5, 0.4],
    ])
  })

  it('let the words speak where the meaning is nearly the same', () => {
    expect(ids(join([hit('a', 0.6), hit('b', 0.2)], { a: 0.55, b: 0.6 }))).toEqual(['a', 'b'])
  })

  it('leave the order to the words where all rules are equally near', () => {
    expect(ids(join([hit('a', 0.6), hit('b', 0.5)], { a: 0.4, b: 0.4 }))).toEqual(['a', 'b'])
  })

  it('neither prefer nor punish a rule that has no vector yet', () => {
    const joined = join([hit('a', 0.6), hit('new', 0.55), hit('c', 0.5)], { a: 0.5, c: 0.5 })
    expect(ids(joined)).toEqual(['a', 'new', 'c'])
  })

  it('lift no rule about something that was not named above one that was, however near it is in meaning', () => {
    const hits = [hit('named', 0.9), hit('a-other', 0.5, -0.4), hit('general', 0.4), hit('third', 0.3, -0.4)]
    expect(ids(join(hits, { named: 0.1, 'a-other': 0.9, general: 0.6, third: 0.9 }))).toEqual(['general', 'named', 'a-other', 'third'])
    expect(ids(join(hits, { named: 0.9, 'a-other': 0.8, general: 0.1, third: 0.9 }))).toEqual(['named', 'a-other', 'general', 'third'])
    // What the words had not found is about all things, and may take its place.
    expect(ids(join(hits, { named: 0.1, 'a-other': 0.9, general: 0.6, third: 0.9, z: 0.95 }, ['z']))).toEqual([
      'z',
      'general',
      'named',
      'a-other',
    ])
  })

  it('are free where nothing was named at all', () => {
    expect(ids(join([hit('a', 0.5, -0.4), hit('b', 0.4, -0.4)], { a: 0.1, b: 0.9 }))).toEqual(['b', 'a'])
  })

  it('change nothing without a vector, and have nothing to compare where no word was found', () => {
    const hits = [hit('a', 0.6)]
    expect(join(hits, {})).toBe(hits)
    expect(join([], { z: 0.9 }, ['z'])).toEqual([])
  })

  it('survive vectors that point the other way', () => {
    expect(join([hit('a', 0.6), hit('b', 0.5)], { a: -1, b: -1 }).map(({ score }) => Number.isFinite(score))).toEqual([true, true])
  })
})

describe('the nearest rules', () => {
  const rules = [
    rule('1'),
    rule('2'),
    rule('3', { language: 'zh' }),
    rule('4', { validUntil: new Date(0) }),
    rule('5', { entity: 'Hotel A' }),
    rule('6', { learnedEntity: 'Hotel B' }),
  ]
  const vectors = {
    model: 'm',
    dimensions: 2,
    wanted: 2,
    matrix: Float32Array.from([0, 1, 0.6, 0.8, 0, 1, 0, 1, 0, 1, 0, 1]),
    rowOf: new Map(rules.map(({ id }, row) => [id, row])),
    version: 1,
  }
  const find = (limit: number, question = [0, 1]) =>
    similarRules(Float32Array.from(question), { index: buildRuleIndex(rules), vectors, language: 'en', now: new Date(), limit })

  it('are valid, of the question’s language and about nothing that was not named', () => {
    expect(find(5).nearest.map(({ rule: { id } }) => id)).toEqual(['1', '2'])
    expect(find(1).nearest.map(({ rule: { id } }) => id)).toEqual(['1'])
    expect(find(5).of('5')).toBeCloseTo(1)
    expect(find(5).of('none')).toBeUndefined()
  })

  it('are none for a question of other dimensions', () => {
    expect(find(5, [1, 0, 0]).nearest).toEqual([])
  })
})

describe('vectors', () => {
  it('are cut, brought to length 1 and kept without loss', () => {
    const vector = unitVector(Float32Array.from([3, 4, 12]), 2)
    expect([...vector]).toEqual([Math.fround(0.6), Math.fround(0.8)])
    const matrix = new Float32Array(4)
    expect(fromBytes(toBytes(vector), matrix, 1, 2)).toBe(true)
    expect([...matrix]).toEqual([0, 0, ...vector])
    expect(fromBytes(toBytes(vector), matrix, 0, 3)).toBe(false)
    expect(dotProduct(Float32Array.from([1, 2, 3, 4, 5]), Float32Array.from([9, 1, 1, 1, 1, 1]), 1)).toBe(15)
  })

  it.each([[[0, 0]], [[Number.NaN, 1]]])('%j is none', (numbers) => {
    expect(() => unitVector(Float32Array.from(numbers), 2)).toThrow('without a length')
  })
})

describe('what a model reads', () => {
  it('is all that a rule says, but not what it has learnt', () => {
    const text = ruleText(rule('1', { variants: ['v'], answer: 'x', learned: ['secret'] }))
    expect(text).toBe('question 1\nv\nx')
  })

  it('is the question behind what was said before it, with the instruction that Qwen’s models know', () => {
    const before = [
      { text: 'later', weight: 0.3 },
      { text: 'names only', weight: 0 },
      { text: 'earlier', weight: 0.2 },
    ]
    expect(questionText('and how long?', before, 'bge-m3')).toBe('earlier\nlater\nand how long?')
    expect(questionText('how long?', [], 'Qwen3-Embedding-0.6B')).toMatch(/^Instruct: .+\nQuery:how long\?$/)
  })

  it('has a fingerprint of text, model and dimensions', () => {
    const of = (text: string, model = 'm', dimensions = 512) => fingerprintOf(text, { model, dimensions })
    expect(of('a')).toBe(of('a'))
    expect(new Set([of('a'), of('b'), of('a', 'n'), of('a', 'm', 256)]).size).toBe(4)
  })
})
