import { expect, it } from 'vitest'
import { atOnce } from '@/lib/retrieval/in-slices'
import { learnNames } from '@/lib/retrieval/learn-names'
import { buildRuleIndex, patchSteps } from '@/lib/retrieval/rule-index'
import type { IndexedRule } from '@/lib/retrieval/schema'

const now = new Date('2026-03-01T00:00:00Z')
const rule = (id: string, question: string, fields: Partial<IndexedRule> = {}): IndexedRule => ({
  id,
  version: 1,
  question,
  variants: [],
  answer: '',
  category: '',
  tags: [],
  language: 'en',
  validFrom: null,
  validUntil: null,
  ...fields,
})
const HOUSES = ['Acorn House', 'Rose and Crown', 'The Copper Kettle', 'Bistro Verdun']
const TOPICS = ['Is breakfast free at NAME?', 'Does NAME have WiFi?', 'NAME: can I pay with Visa?', 'Are dogs welcome at NAME?']
const houses = HOUSES.flatMap((house, at) => TOPICS.map((topic, nth) => rule(`${at}-${nth}`, topic.replace('NAME', house))))
const before = (...texts: string[]) => texts.map((text) => ({ text, weight: 0.4 }))

it('names of houses are learnt from the questions, words that are asked of each of them are not', () => {
  const names = learnNames(houses)
  expect(HOUSES.map((_, at) => TOPICS.map((_, nth) => names.get(`${at}-${nth}`)))).toEqual(HOUSES.map((house) => TOPICS.map(() => house)))
})

it('a knowledge base with some names in it is not about things', () => {
  const app = [
    'How do I connect Google Calendar?',
    'How do I leave Google Calendar?',
    'Is Google Calendar free?',
    'How do I pay?',
    'Who are you?',
  ]
  const rules = [...app, ...app.map((text) => text.replace('?', ' today?'))].map((question, at) => rule(String(at), question))
  expect(learnNames(rules).size).toBe(0)
})

it('titles in capitals are no names', () => {
  const topics = ['Your Account', 'Your Order', 'Your Refund', 'Your Points']
  const ways = ['Close NAME For Good', 'Where To Find NAME', 'Trouble With NAME Online', 'Share NAME With Friends']
  const rules = topics.flatMap((topic, at) => ways.map((way, nth) => rule(`${at}-${nth}`, `${way.replace('NAME', topic)} ${at}${nth}`)))
  expect(learnNames(rules).size).toBe(0)
})

it('what rules are said to be about is not guessed at', () => {
  expect(learnNames(houses.map((one) => ({ ...one, entity: 'Somewhere' }))).size).toBe(0)
})

it('the house named earlier in the talk is meant', () => {
  const index = buildRuleIndex(houses)
  for (const [at, house] of HOUSES.entries()) {
    const [hit] = index.search('And is breakfast free?', { limit: 1, language: 'en', now, before: before('Booked!', `I take ${house}.`) })
    expect(hit?.rule.id).toBe(`${at}-0`)
  }
})

it('where no house is named, no rule loses anything for being about one', () => {
  const [hit] = buildRuleIndex(houses).search('is breakfast free', { limit: 1, language: 'en', now })
  expect(hit?.parts.entity).toBeCloseTo(0)
})

it('a rule that is added later is about the house it names', () => {
  const added = rule('new', 'Is there a garden at Acorn House?')
  const index = atOnce(patchSteps(buildRuleIndex(houses), { changed: [added], goneIds: [] }))
  const options = { limit: 1, language: 'en' as const, now }
  const named = index.search('is there a garden', { ...options, before: before('I like Acorn House') })[0]
  const other = index.search('is there a garden', { ...options, before: before('I like Rose and Crown') })[0]
  expect(named?.rule.id).toBe('new')
  expect(named?.score).toBeGreaterThan(other?.score ?? 1)
})

const ZH_HOUSES = ['云栖酒店', '湖畔民宿', '山语客栈']
const ZH_TOPICS = ['房价包含早餐吗？', '有停车场吗？', '可以带宠物入住吗？', '几点可以办理入住？']
const zhHouses = ZH_HOUSES.flatMap((house, at) =>
  ZH_TOPICS.map((topic, nth) =>
    // One of four says it in its question alone.
    rule(`zh-${at}-${nth}`, nth === 0 ? `${house}${topic}` : topic, { language: 'zh', entity: nth === 0 ? '' : house }),
  ),
)

it('a rule that says nothing is about the house in its question where the others say theirs, in Chinese as well', () => {
  expect(ZH_HOUSES.map((_, at) => learnNames(zhHouses).get(`zh-${at}-0`))).toEqual(ZH_HOUSES)
  const index = buildRuleIndex(zhHouses)
  const first = (text: string) => index.search(text, { limit: 3, language: 'zh', now })[0]?.rule.id
  expect(ZH_HOUSES.map((house) => first(`${house}的房价含不含早餐呀`))).toEqual(['zh-0-0', 'zh-1-0', 'zh-2-0'])
  expect(ZH_HOUSES.map((house) => first(`我住${house}，有停车场吗`))).toEqual(['zh-0-1', 'zh-1-1', 'zh-2-1'])
})

it('a name that few rules say is a word of the others as before', () => {
  const few = [
    rule('a', 'How do I connect Slack?'),
    rule('b', 'How do I pay?'),
    rule('c', 'What is new in Slack?', { entity: 'Slack' }),
    rule('d', 'Who are you?'),
  ]
  expect(learnNames(few).size).toBe(0)
})

it('an empty name is none', () => {
  const search = (entity: string | null) =>
    buildRuleIndex(houses.map((one) => ({ ...one, entity }))).search('is breakfast free at Acorn House', { limit: 3, now })
  expect(search('').map(({ score }) => score)).toEqual(search(null).map(({ score }) => score))
})
