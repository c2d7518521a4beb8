import { describe, expect, it } from 'vitest'
import { FOLDS, leaveOut, MAX_RULES, roundsFor, someRules } from '@/lib/retrieval/leave-out'
import { samplePhrasings } from '@/lib/retrieval/meaning/calibrate-meaning'
import type { IndexedRule } from '@/lib/retrieval/schema'

function make(count: number, { variants = 0, learned = 0 }: { variants?: number; learned?: number }): IndexedRule[] {
  return Array.from({ length: count }, (_, at) => ({
    id: String(at),
    version: 1,
    question: `${at}:0`,
    variants: Array.from({ length: variants }, (_, nth) => `${at}:${nth + 1}`),
    learned: Array.from({ length: learned }, (_, nth) => `${at}:learned ${nth}`),
    answer: '',
    category: '',
    tags: [],
    language: 'en',
    validFrom: null,
    validUntil: null,
  }))
}

/** How often each phrasing, by its number, was asked of its own rule over all rounds. */
function turns(rules: IndexedRule[], rounds: number): Map<string, number> {
  const counts = new Map<string, number>()
  for (let fold = 0; fold < rounds; fold++) {
    for (const { text, ruleId } of leaveOut(rules, fold, rounds).asked) {
      const [, number = ''] = text.split(':')
      if (ruleId !== null) counts.set(number, (counts.get(number) ?? 0) + 1)
    }
  }
  return counts
}

it.each([3, 1_500, 1_501, 2_999, 10_000])('of %i rules as many are drawn as may be, from the first to the last', (count) => {
  const places = someRules(make(count, {}), 'en').map(({ id }) => Number(id))
  expect(places).toHaveLength(Math.min(count, MAX_RULES))
  expect(places[0]).toBe(0)
  expect(count - (places.at(-1) ?? 0)).toBeLessThanOrEqual(Math.ceil(count / MAX_RULES))
})

describe('what is left out', () => {
  it.each([
    [11, 5],
    [7, 2],
    [3, 1],
    [49, 5],
  ])('gives each of a question and %i variants its turn in %i rounds, about as often, and asks no more', (variants, rounds) => {
    const rules = make(300, { variants })
    const counts = turns(rules, rounds)
    const written = variants + 1
    expect(counts.size).toBe(written)
    const usual = (300 * rounds) / written
    for (const count of counts.values()) {
      expect(count).toBeGreaterThan(usual * 0.5)
      expect(count).toBeLessThan(usual * 1.5)
    }
    expect([...counts.values()].reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(300 * rounds)
  })

  it('asks each phrasing of a rule once where there are no more of them than rounds', () => {
    const [rule] = make(1, { variants: 3 })
    const asked = Array.from({ length: FOLDS }, (_, fold) => leaveOut(rule ? [rule] : [], fold, FOLDS).asked)
    // The first round takes the whole rule out, and asks for it by all it knows.
    expect(asked.map((round) => round.map(({ text, ruleId }) => [text, ruleId]))).toEqual([
      ['0:0', '0:1', '0:2', '0:3'].map((text) => [text, null]),
      [['0:1', '0']],
      [['0:2', '0']],
      [['0:3', '0']],
      [],
    ])
  })

  it('is never asked of a rule that has it still', () => {
    for (const { kept, asked } of [0, 3].map((fold) => leaveOut(make(40, { variants: 8, learned: 12 }), fold, FOLDS))) {
      const has = new Map(kept.map(({ id, question, variants, learned = [] }) => [id, [question, ...variants, ...learned]]))
      for (const { text, ruleId } of asked) if (ruleId !== null) expect(has.get(ruleId)).not.toContain(text)
    }
  })
})

it('the phrasings that a model is tried on are of all numbers, and among those that are asked', () => {
  const rules = make(300, { variants: 11 })
  const { rounds } = roundsFor(rules)
  const asked = new Set(
    Array.from({ length: rounds }, (_, fold) => leaveOut(rules, fold, rounds).asked.filter(({ ruleId }) => ruleId !== null)).flatMap(
      (round) => round.map(({ text }) => text),
    ),
  )
  const sampled = samplePhrasings(rules, 'en')
  expect(sampled.length).toBeGreaterThan(200)
  expect(sampled.every(({ text }) => asked.has(text))).toBe(true)
  expect(new Set(sampled.map(({ text }) => text.split(':')[1])).size).toBe(12)
  const learnt = samplePhrasings(make(200, { learned: 20 }), 'en')
  expect(new Set(learnt.map(({ text }) => text.split(':')[1])).size).toBeGreaterThan(15)
})
