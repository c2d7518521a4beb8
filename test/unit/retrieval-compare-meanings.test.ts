import { expect, it } from 'vitest'
import { positionOf } from '@/lib/retrieval/meaning/compare-meanings'
import { buildRuleIndex } from '@/lib/retrieval/rule-index'
import type { IndexedRule } from '@/lib/retrieval/schema'
import { SEGMENT_RULES } from '@/lib/retrieval/segment'

const idOf = (at: number) => String(at).padStart(5, '0')
const rules = Array.from(
  { length: SEGMENT_RULES + 1 },
  (_, at): IndexedRule => ({
    id: idOf(at),
    version: 1,
    question: `question ${at}`,
    variants: [],
    answer: 'answer',
    category: '',
    tags: [],
    language: 'en',
    validFrom: null,
    validUntil: null,
  }),
)

it('a rule stands where its vector is looked for: in the first segment, in the next, nowhere', () => {
  const index = buildRuleIndex(rules)
  const places = [0, 1, SEGMENT_RULES - 1, SEGMENT_RULES]
  expect(places.map((at) => positionOf(index, 'en', idOf(at)))).toEqual(places)
  expect(positionOf(index, 'en', 'unknown')).toBe(-1)
  expect(positionOf(index, 'zh', idOf(0))).toBe(-1)
})
