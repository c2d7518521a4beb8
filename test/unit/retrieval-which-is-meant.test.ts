import { describe, expect, it } from 'vitest'
import { usualFloors } from '@/lib/retrieval/floor/floors'
import { buildRuleIndex } from '@/lib/retrieval/rule-index'
import type { IndexedRule, RuleIndex } from '@/lib/retrieval/schema'
import { whichIsMeant } from '@/lib/retrieval/which-is-meant'
import type { Language } from '@/prisma/generated/enums'

const HOUSES = ['Acorn House', 'Bell Inn', 'Cedar Lodge', 'Dove Cottage']
const ASKED: [string, string][] = [
  ['Is breakfast included in the price?', 'A full breakfast is included.'],
  ['Is there parking for guests?', 'There are twenty spaces.'],
  ['Are dogs allowed in the rooms?', 'Small dogs are.'],
  ['What time is check-in?', 'From two.'],
  ['Is there a lift to all floors?', 'There is.'],
]
const HOTELS = ['云栖酒店', '湖畔民宿', '山语客栈']
const ASKED_ZH: [string, string][] = [
  ['房价包含早餐吗？', '含双人早餐。'],
  ['有停车场吗？', '有二十个车位。'],
  ['可以带宠物入住吗？', '可以带小型犬。'],
]
const base = { version: 1, variants: [], category: '', tags: [], validFrom: null, validUntil: null }
const make = (
  language: Language,
  names: string[],
  asked: [string, string][],
  says: (name: string, question: string) => Partial<IndexedRule>,
) =>
  names.flatMap((name) =>
    asked.map(
      ([question, answer]): IndexedRule => ({ ...base, id: `${name}/${question}`, question, answer, language, ...says(name, question) }),
    ),
  )
const marked = buildRuleIndex([
  ...make('en', HOUSES, ASKED, (entity) => ({ entity })),
  ...make('zh', HOTELS, ASKED_ZH, (entity) => ({ entity })),
])
const learned = buildRuleIndex(make('en', HOUSES, ASKED, (name, question) => ({ question: question.replace('?', ` at ${name}?`) })))

const ask = (index: RuleIndex, text: string, language: Language, before: string[] = []) => {
  const floor = usualFloors(index)[language]
  const options = { limit: 5, language, now: new Date(), before: before.map((text) => ({ text, weight: 0.4 })) }
  return whichIsMeant(index.search(text, options).map((hit) => ({ ...hit, floor })))
}

describe('which of several things is meant', () => {
  it('is open where nobody named one, and some are offered', () => {
    const open = ask(marked, 'do we get breakfast included in the price', 'en')
    expect(open?.names).toHaveLength(3)
    expect(HOUSES).toEqual(expect.arrayContaining(open?.names ?? []))
    expect(ask(marked, '房价里包含早餐的吧', 'zh')?.names).toHaveLength(3)
  })

  it('is open where the names were learnt from the questions', () => {
    expect(ask(learned, 'do we get breakfast included in the price', 'en')?.names).toHaveLength(3)
  })

  it.each([
    ['in the question', 'is breakfast included in the price at Bell Inn', []],
    ['earlier in the talk', 'is breakfast included in the price', ['I am booking a room at the Bell Inn']],
  ])('is told by a name %s', (_, text, before) => {
    expect(ask(marked, text, 'en', before)).toBeNull()
    expect(ask(learned, text, 'en', before)).toBeNull()
  })

  it('is told by a Chinese name', () => {
    expect(ask(marked, '湖畔民宿的房价包含早餐吗', 'zh')).toBeNull()
  })

  it('does not matter where no rule would answer with any name', () => {
    expect(ask(marked, 'can you recommend a good dentist nearby', 'en')).toBeNull()
    expect(ask(buildRuleIndex([]), 'is breakfast included', 'en')).toBeNull()
  })

  it('does not matter where rules are about no single thing', () => {
    const plain = buildRuleIndex(make('en', ['x'], ASKED, () => ({})))
    expect(ask(plain, 'is breakfast included in the price', 'en')).toBeNull()
  })

  it('does not matter where only one has such a rule', () => {
    const one = buildRuleIndex([
      ...make('en', HOUSES.slice(0, 1), ASKED, (entity) => ({ entity })),
      ...make('en', HOUSES.slice(1), [['Do you have a swimming pool?', 'No.']], (entity) => ({ entity })),
    ])
    expect(ask(one, 'is breakfast included in the price', 'en')).toBeNull()
  })
})
