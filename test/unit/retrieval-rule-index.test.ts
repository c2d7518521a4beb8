import { describe, expect, it } from 'vitest'
import { floorBounds, usualFloors } from '@/lib/retrieval/floor/floors'
import { buildRuleIndex, ruleIndexSteps } from '@/lib/retrieval/rule-index'
import type { IndexedRule } from '@/lib/retrieval/schema'

const now = new Date('2026-03-01T00:00:00Z')
const rule = (id: string, fields: Partial<IndexedRule>): IndexedRule => ({
  id,
  version: 1,
  question: id,
  variants: [],
  answer: '',
  category: '',
  tags: [],
  language: 'zh',
  validFrom: null,
  validUntil: null,
  ...fields,
})

const zh = [
  rule('zh-return', { question: '怎么申请退货？', variants: ['我要退货', '退货流程'], answer: '请在订单页点击申请退货，七天内寄回。' }),
  rule('zh-exchange', { question: '怎么申请换货？', variants: ['我要换货', '换一个尺码'], answer: '请在订单页点击申请换货。' }),
  rule('zh-invoice', { question: '可以开发票吗？', variants: ['发票在哪里开', '要开票'], answer: '下单时勾选电子发票。' }),
  rule('zh-days', { question: '7天内可以退吗', variants: [], answer: '可以。' }),
  rule('zh-shipping', { question: '什么时候发货？', variants: ['多久发货', '还没发货'], answer: '付款后48小时内发货。' }),
]
const en = [
  rule('en-return', {
    language: 'en',
    question: 'How do I return an item?',
    variants: ['send it back', 'return process'],
    answer: 'Open the order and press Return.',
  }),
  rule('en-charge', { language: 'en', question: 'Can I charge my card?', variants: [], answer: 'Yes.' }),
  rule('en-hours', {
    language: 'en',
    question: 'When are you open?',
    variants: ['opening hours'],
    answer: 'From 9 to 18, Monday to Friday.',
  }),
]
const index = buildRuleIndex([...zh, ...en])
const search = (text: string, language?: 'zh' | 'en') => index.search(text, { limit: 5, language, now })

describe('buildRuleIndex', () => {
  it.each([
    ['想把东西退了，流程是啥', 'zh', 'zh-return'],
    ['鞋子太小，想换个尺码', 'zh', 'zh-exchange'],
    ['請問發票要怎麼開？', 'zh', 'zh-invoice'],
    ['咋还不发货呀', 'zh', 'zh-shipping'],
    ['I would like to return these shoes', 'en', 'en-return'],
    ['retrun of an itme', 'en', 'en-return'],
    ['what are your hours on Monday', 'en', 'en-hours'],
  ] as const)('%j finds its rule', (text, language, id) => {
    const [hit] = search(text, language)
    expect(hit?.rule.id).toBe(id)
    expect(hit?.score).toBeGreaterThan(0)
    expect(hit?.score).toBeLessThanOrEqual(1)
  })

  it.each([
    ['今天天气怎么样', 'zh'],
    ['帮我写一首关于春天的诗', 'zh'],
    ['who won the football match yesterday', 'en'],
    ['', 'zh'],
    ['！？…', 'zh'],
    ['🙂🙂', 'en'],
    ['\u0000\u0007', 'en'],
  ] as const)('%j reaches no floor', (text, language) => {
    for (const hit of search(text, language)) expect(hit.score).toBeLessThan(usualFloors(index)[hit.rule.language])
  })

  it('orders hits by score, gives the parts, and at most the limit', () => {
    const hits = index.search('怎么申请退货换货开发票', { limit: 2, language: 'zh', now })
    expect(hits).toHaveLength(2)
    expect(hits[0]?.score).toBeGreaterThanOrEqual(hits[1]?.score ?? 1)
    expect(hits[0]?.parts.words).toBeGreaterThan(0)
    expect(hits[0]?.parts.answer).toBeGreaterThan(0)
    expect(hits[0]?.parts.grams).toBe(0)
  })

  it('finds the same, whatever order the rules come in', () => {
    const other = buildRuleIndex([...en, ...zh].reverse())
    for (const text of ['我要退', '申请', 'return my order', '怎么申请']) {
      const ids = (hits: ReturnType<typeof search>) => hits.map((hit) => [hit.rule.id, hit.score])
      expect(ids(other.search(text, { limit: 5, now }))).toEqual(ids(search(text)))
    }
  })

  it('a story around the question does not push the right rule under the floor', () => {
    const story =
      '上周末陪家里人逛街的时候朋友推荐了你们家。我回来就下了单，物流特别快，小哥态度也好。可是穿上以后家人都说颜色太深。怎么申请退货？我平时上班比较忙，麻烦说详细一点。'
    const [hit] = search(story, 'zh')
    expect(hit?.rule.id).toBe('zh-return')
    expect(hit?.score).toBeGreaterThan(usualFloors(index).zh)
  })

  it('masked personal data and order numbers change no score', () => {
    const [plain] = search('还没有发货吗', 'zh')
    const [masked] = search('【订单号1】 还没有发货吗 DH20260218001234', 'zh')
    expect(masked?.score).toBeCloseTo(plain?.score ?? 0, 1)
  })

  it('works without any rule, and with rules of one language only', () => {
    expect(buildRuleIndex([]).search('退货', { limit: 3, now })).toEqual([])
    expect(buildRuleIndex(en).search('退货', { limit: 3, language: 'zh', now })).toEqual([])
  })
})

it('no step of making an index reads more than a few rules, so that others have their turn', () => {
  const readNow = new Set<string>()
  const rules = Array.from({ length: 1_000 }, (_, at) => {
    const { question: _question, ...rest } = rule(String(at), { variants: [`What about Thing ${at}?`] })
    return Object.defineProperty(rest, 'question', {
      enumerable: true,
      get: () => {
        readNow.add(rest.id)
        return `Is Acorn House number ${at} open in January?`
      },
    }) as IndexedRule
  })
  const steps = ruleIndexSteps(rules)
  let [most, read] = [0, 0]
  for (let isDone = false; !isDone; ) {
    readNow.clear()
    isDone = steps.next().done === true
    most = Math.max(most, readNow.size)
    read += readNow.size
  }
  expect(read).toBeGreaterThanOrEqual(rules.length)
  expect(most).toBeLessThanOrEqual(40)
})

describe('languages', () => {
  it('rules of the other language are not offered', () => {
    expect(search('怎么退货', 'zh').every((hit) => hit.rule.language === 'zh')).toBe(true)
    expect(search('how do I return it', 'en').every((hit) => hit.rule.language === 'en')).toBe(true)
  })

  it('a question in both languages is looked up in both', () => {
    const languages = search('请问 how to return an item 可以吗', 'zh').map((hit) => hit.rule.language)
    expect(new Set(languages)).toEqual(new Set(['zh', 'en']))
    expect(search('请问 how do I return an item 可以吗', 'zh')[0]?.rule.id).toBe('en-return')
  })
})

describe('validity', () => {
  const dated = buildRuleIndex([
    rule('spring', {
      question: '活动有什么优惠',
      validFrom: new Date('2026-03-01T00:00:00Z'),
      validUntil: new Date('2026-04-01T00:00:00Z'),
    }),
  ])
  it.each([
    ['2026-02-28T23:59:59Z', 0],
    ['2026-03-01T00:00:00Z', 1],
    ['2026-03-31T23:59:59Z', 1],
    ['2026-04-01T00:00:00Z', 0],
  ])('at %s a rule of March is found %d times', (at, times) => {
    expect(dated.search('活动有什么优惠', { limit: 3, now: new Date(at) })).toHaveLength(times)
  })

  it('an expired rule takes no place of a valid one', () => {
    const rules = Array.from({ length: 10 }, (_, number) =>
      rule(`old-${number}`, { question: '怎么申请退货', validUntil: new Date('2025-01-01T00:00:00Z') }),
    )
    const hits = buildRuleIndex([...rules, zh[0] as IndexedRule]).search('怎么申请退货', { limit: 2, now })
    expect(hits.map((hit) => hit.rule.id)).toEqual(['zh-return'])
    expect(hits[0]?.isVerbatim).toBe(true)
  })
})

describe('verbatim', () => {
  it.each([
    ['怎么申请退货？', 'zh-return'],
    ['你好，请问怎么申请退货呢', 'zh-return'],
    ['您好 我想问一下如何申请退货？谢谢', 'zh-return'],
    ['請問怎麼申請退貨', 'zh-return'],
    ['我要退货', 'zh-return'],
    ['７天内能不能退', 'zh-days'],
    ['七天内可以退吗', 'zh-days'],
    ['Hi, how can I return the item please?', 'en-return'],
    ['OPENING HOURS', 'en-hours'],
  ])('%j is asked word for word', (text, id) => {
    const [hit] = search(text)
    expect(hit).toMatchObject({ isVerbatim: true, score: 1 })
    expect(hit?.rule.id).toBe(id)
  })

  it.each([
    '怎么申请换货退款', // another thing as well
    '怎么取消申请退货', // undoes it
    '不可以退货吗',
    '15天内可以退吗', // another number
    '我不要退货',
    '可以不开发票吗',
    '怎么申请退货？运费谁出？', // a second question
    'Can I change my card?', // one letter from charge
    'Can I not charge my card?',
    'How do you return an item?',
    'How do I return an item without a receipt?',
    '你好',
    '谢谢',
    '',
  ])('%j is not', (text) => {
    expect(search(text).filter((hit) => hit.isVerbatim)).toEqual([])
  })

  it('it leads even where another rule shares more words with the question', () => {
    const short = rule('short', { question: '退货', variants: ['别的问题', '发货地址', '开票时间', '会员等级'] })
    const wordy = rule('wordy', { question: '退货退货', variants: ['退货退货退货', '退货吗退货'] })
    const hits = buildRuleIndex([short, wordy]).search('退货', { limit: 1, language: 'zh', now })
    expect(hits).toMatchObject([{ rule: { id: 'short' }, score: 1, isVerbatim: true }])
    expect(hits[0]?.parts.words).toBeGreaterThan(0)
  })

  it('two rules asked alike are none, until one of them expires', () => {
    const twin = rule('zh-twin', { question: '如何申请退货', validUntil: new Date('2026-05-01T00:00:00Z') })
    const twins = buildRuleIndex([...zh, twin])
    const verbatimAt = (at: string) =>
      twins
        .search('怎么申请退货', { limit: 5, now: new Date(at) })
        .filter((hit) => hit.isVerbatim)
        .map((hit) => hit.rule.id)
    expect(verbatimAt('2026-04-01T00:00:00Z')).toEqual([])
    expect(verbatimAt('2026-06-01T00:00:00Z')).toEqual(['zh-return'])
  })
})

describe('the usual floors', () => {
  it('rise with how many ways to ask the rules know, for so do the scores', () => {
    const floorWith = (variants: number) =>
      usualFloors(buildRuleIndex(zh.map((rule) => ({ ...rule, variants: Array.from({ length: variants }, (_, at) => `问法${at}`) })))).zh
    expect(floorWith(0)).toBe(0.22)
    expect(floorWith(2)).toBeGreaterThan(floorWith(0))
    expect(floorWith(4)).toBeGreaterThan(floorWith(2))
    expect(floorWith(30)).toBe(floorWith(4))
  })

  it('are lower where most rules are about one thing each, for so are the scores', () => {
    const floorWith = (share: number) =>
      usualFloors(buildRuleIndex(zh.map((rule, at) => ({ ...rule, variants: [], entity: at < zh.length * share ? `店${at % 3}` : null }))))
        .zh
    expect(floorWith(1)).toBeLessThan(floorWith(0))
    expect(floorWith(0.3)).toBe(floorWith(0))
  })

  it('bound what is calibrated on one person’s variants, and not what is on customers’ own words', () => {
    const bare = zh.map((rule) => ({ ...rule, variants: [], learned: [] as string[] }))
    const { least, most } = floorBounds(bare)
    expect(most - least).toBeLessThan(0.1)
    expect(
      floorBounds(bare.map((rule) => ({ ...rule, learned: Array.from({ length: 100 }, (_, at) => `学到${at}`) }))).most,
    ).toBeGreaterThan(0.6)
  })
})
