import { describe, expect, it } from 'vitest'
import { calibrationSteps, type SampledMeaning } from '@/lib/retrieval/floor/calibrate-language'
import { atOnce } from '@/lib/retrieval/in-slices'
import { samplePhrasings } from '@/lib/retrieval/meaning/calibrate-meaning'
import { cosinesOf } from '@/lib/retrieval/meaning/compare-meanings'
import { addedBy, levelScore } from '@/lib/retrieval/meaning/meaning-scale'
import { unitVector } from '@/lib/retrieval/meaning/unit-vector'
import { buildRuleIndex } from '@/lib/retrieval/rule-index'
import type { IndexedRule, SearchOptions } from '@/lib/retrieval/schema'
import { rulesZh } from '@/prisma/sample-shop/rules-zh'

const rules = rulesZh.map(
  ({ key: id, ...rule }): IndexedRule => ({ ...rule, id, version: 1, entity: null, validFrom: null, validUntil: null }),
)
const index = buildRuleIndex(rules)
const DIMENSIONS = 64

/** Numbers that look random and are the same every time. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32 - 0.5
  }
}

const next = randomFrom(7)
const noise = () => Float32Array.from({ length: DIMENSIONS }, next)
const topics = new Map(rules.map(({ id }) => [id, noise()]))
/** FAKE vectors: what is about one rule points its way, by as much as `clarity` says, and is random otherwise. */
const vectorOf = (ruleId: string | null, clarity: number) => {
  const topic = topics.get(ruleId ?? '')
  return unitVector(
    noise().map((value, at) => value + clarity * (topic?.[at] ?? 0)),
    DIMENSIONS,
  )
}

function sampledBy(clarity: number): SampledMeaning {
  const matrix = new Float32Array(rules.length * DIMENSIONS)
  for (const [row, { id }] of rules.entries()) matrix.set(vectorOf(id, clarity), row * DIMENSIONS)
  const rowOf = new Map(rules.map(({ id }, row) => [id, row]))
  const vectors = { model: 'fake', dimensions: DIMENSIONS, wanted: DIMENSIONS, matrix, rowOf, version: 1 }
  const phrasings = samplePhrasings(rules, 'zh').map((phrasing) => ({
    ...phrasing,
    asked: vectorOf(phrasing.ruleId, clarity),
    answered: vectorOf(phrasing.ruleId, clarity),
  }))
  return { phrasings, vectors, index }
}

const now = new Date()
const calibrate = (sampled: SampledMeaning) => atOnce(calibrationSteps(rules, 'zh', { sampled }))
const plain = atOnce(calibrationSteps(rules, 'zh'))
const clear = sampledBy(1.5)
const found = calibrate(clear)

function search(text: string, asked: Float32Array, { meaning }: typeof found, { vectors }: SampledMeaning) {
  if (!meaning) throw new Error('It is not calibrated.')
  const cosines = cosinesOf(asked, index, { vectors, language: 'zh' })
  const options: SearchOptions = { limit: 5, language: 'zh', now, meaning: { zh: { cosines, scale: meaning } } }
  return index.search(text, options)
}

describe('the phrasings that are looked at', () => {
  it('are the same each time, and no rule is asked in words that it still has', () => {
    const sampled = samplePhrasings(rules, 'zh')
    expect(sampled).toEqual(samplePhrasings(rules, 'zh'))
    expect(sampled.length).toBeGreaterThan(100)
    for (const { text, rest } of sampled) expect([rest?.question, ...(rest?.variants ?? [])]).not.toContain(text)
  })

  it('are learnt ones where a rule has learnt some, whose vector never had them', () => {
    const learned = rules.map((rule, at) => ({ ...rule, learned: Array.from({ length: 5 }, (_, nth) => `学到的问法${at} ${nth}`) }))
    expect(samplePhrasings(learned, 'zh').every(({ text, rest }) => text.startsWith('学到的') && rest === null)).toBe(true)
  })

  it('are none where no rule has a second phrasing', () => {
    expect(
      samplePhrasings(
        rules.map((rule) => ({ ...rule, variants: [] })),
        'zh',
      ),
    ).toEqual([])
  })
})

describe('a model that tells right from wrong', () => {
  it('joins the sum, finds more and tells better what has no rule', () => {
    expect(found.meaning?.weight).toBeGreaterThan(0)
    expect(found.meaning?.after).toBeGreaterThan((found.meaning?.before ?? 2) + 0.1)
  })

  it('leaves the floor where the words put it', () => {
    expect(found.floor).toEqual(plain.floor)
    expect(found.meaning?.level.to).toBe(plain.floor?.floor)
  })

  it('finds a rule above the floor that shares no word with the question', () => {
    const text = 'qqq www zzz'
    expect(index.search(text, { limit: 5, language: 'zh', now })).toEqual([])
    const [hit] = search(text, vectorOf(rules[3]?.id ?? '', 1.5), found, clear)
    expect(hit?.score).toBeGreaterThan(found.floor?.floor ?? 1)
    expect(hit?.rule.id).toBe(rules[3]?.id)
    expect(hit?.parts).toMatchObject({ words: 0, answer: 0 })
    expect(hit?.parts.meaning).toBeGreaterThan(0)
  })

  it('does not lift what means nothing that a rule says', () => {
    const scores = Array.from({ length: 50 }, () => search('qqq www zzz', vectorOf(null, 0), found, clear)[0]?.score ?? 0)
    const lifted = scores.filter((score) => score >= (found.floor?.floor ?? 0))
    expect(lifted.length).toBeLessThanOrEqual(3)
  })
})

describe.each([
  ['that says random things', sampledBy(0)],
  ['whose cosines are all the same', sameOf(sampledBy(0))],
])('a model %s', (_, sampled) => {
  const { meaning, floor } = calibrate(sampled)

  it('has no say, so that nothing it says lifts or moves a rule', () => {
    expect(meaning?.weight).toBe(0)
    expect(floor).toEqual(plain.floor)
  })
})

function sameOf(sampled: SampledMeaning): SampledMeaning {
  const one = unitVector(new Float32Array(DIMENSIONS).fill(1), DIMENSIONS)
  sampled.vectors.matrix.forEach((_, at) => {
    sampled.vectors.matrix[at] = one[at % DIMENSIONS] as number
  })
  return { ...sampled, phrasings: sampled.phrasings.map((phrasing) => ({ ...phrasing, asked: one, answered: one })) }
}

describe('a scale', () => {
  const scale = { weight: 0.5, near: 0.7, far: 0.5, level: { from: 0.8, to: 0.4 } }

  it('adds nothing for a rule without a vector or one no nearer than wrong ones, and never without bound', () => {
    expect([Number.NaN, 0.2, 0.5, 0.6, 0.7, 1].map((cosine) => addedBy(scale, cosine))).toEqual([
      0,
      0,
      0,
      expect.closeTo(0.25),
      expect.closeTo(0.5),
      0.75,
    ])
  })

  it('keeps the order of scores and brings the floor of meaning to that of words', () => {
    expect([0, 0.4, 0.8, 0.9, 1].map((score) => levelScore(scale, score))).toEqual([0, expect.closeTo(0.2), 0.4, expect.closeTo(0.7), 1])
  })
})
