import { describe, expect, it, test } from 'vitest'
import { contactQuery, searchQuery, storedTerms, ticketTerms } from '@/lib/tickets/search-terms'

describe('what a text can be found by', () => {
  it.each([
    ['退款了', ['退款', '款了', '了']],
    ['我要退款，谢谢', ['我要', '要退', '退款', '款', '谢谢', '谢']],
    ['退款 refund', ['退款', '款', 'refund']],
    ['ＲＥＦＵＮＤ Refund', ['refund']],
    ['Zoë@Maple.example', ['zoe', 'maple', 'example']],
    ['iPhone15壳', ['iphone15', '壳']],
    ['退貨運費險', ['退货', '货运', '运费', '费险', '险']],
    ['ab\u0000cd \ud800', ['ab', 'cd']],
    ['😀 !!', []],
  ])('of %j is %j', (text, terms) => {
    expect(storedTerms(text)).toEqual(terms)
  })

  it('is no longer than can be typed', () => {
    expect(storedTerms('x'.repeat(500))).toEqual(['x'.repeat(32)])
    expect(storedTerms('好'.repeat(30_000))).toEqual(['好好', '好'])
  })

  it('is the phone number whole and by its end, and the name with a slip of the finger', () => {
    const terms = ticketTerms({ subject: '', contact: { name: 'Ann Reed', phone: '138 0000 2716' }, texts: [] })
    expect(terms).toEqual(expect.arrayContaining(['13800002716', '2716', '138', 'ann', 'reed', '~reed', '~red', '~eed', '~ree']))
    expect(terms).not.toContain('~ann')
  })
})

it('finds people by what is theirs and not by what is said', () => {
  const terms = ticketTerms({ subject: 'Reed', contact: { name: 'Ann 欧阳', phone: '138 0000 2716' }, texts: ['reed'] })
  expect(terms.filter((term) => term.startsWith('@'))).toEqual(['@ann', '@欧阳', '@阳', '@138', '@0000', '@2716', '@13800002716'])
  expect(contactQuery('ann 歐陽')).toBe("'@ann':* & '@欧阳'")
  expect(contactQuery('欧')).toBe("'@欧':*")
  expect(contactQuery(' !')).toBeNull()
})

describe('what is looked for', () => {
  it.each([
    ['退款', "'退款'"],
    ['羽绒服', "'羽绒' & '绒服'"],
    ['绒', "'绒':*"],
    ['退款 refu', "'退款' & 'refu':*"],
    ['MAPLE.ex', "'maple':* & 'ex':*"],
    ["O'Neil & !x:*", "'o':* & 'neil':* & 'x':*"],
    ['%_\\', null],
    ['', null],
  ])('by %j is %s', (q, exact) => {
    expect(searchQuery(q).exact).toBe(exact)
  })

  it.each([
    ['123', 123, "'123':*"],
    ['#123', 123, null],
    ['＃１２３', 123, null],
    ['1234567890', null, "'1234567890':*"],
    ['#abc', null, "'abc':*"],
  ])('by %j is number %s or %s', (q, number, exact) => {
    expect(searchQuery(q)).toMatchObject({ number, exact })
  })

  it('has at most twelve conditions', () => {
    expect(searchQuery('a b c d e f g h i j k l m n o').exact?.split(' & ')).toHaveLength(12)
    expect(searchQuery('一二三四五六七八九十百千万亿').exact?.split(' & ')).toHaveLength(12)
  })
})

test.each([
  ['jonson', 'Johnson'],
  ['johnsson', 'Johnson'],
  ['jhonson', 'Johnson'],
  ['jonhson', 'Johnson'],
  ['Jahnson', 'Johnson'],
])('%s finds %s', (typed, name) => {
  const terms = new Set(ticketTerms({ subject: '', contact: { name }, texts: [] }))
  const ways = [...(searchQuery(typed).tolerant ?? '').matchAll(/'(~[^']+)'/g)].map(([, term]) => term ?? '')
  expect(ways.some((way) => terms.has(way))).toBe(true)
})

test('the longer words of a subject are found with a slip, the first ten of them', () => {
  const terms = new Set(ticketTerms({ subject: 'Refund for my kite 退款', contact: {}, texts: ['umbrella'] }))
  const isFound = (typed: string) =>
    [...(searchQuery(typed).tolerant ?? '').matchAll(/'(~[^']+)'/g)].some(([, term]) => terms.has(term ?? ''))
  expect(['refudn', 'rfund', 'refunds', 'kitr', 'umbrela'].map(isFound)).toEqual([true, true, true, false, false])
  const long = ticketTerms({
    subject:
      'abcdefgh '.repeat(2) +
      Array.from({ length: 30 }, (_, n) => `word${'abcdefghijklmnopqrstuvwxyzabcde'[n]}${'z'.repeat(n % 4)}`).join(' '),
    contact: {},
    texts: [],
  })
  expect(long.filter((term) => term.startsWith('~')).length).toBeLessThanOrEqual(10 * 15)
})

test('no slip is looked for in what is short, a number or Chinese', () => {
  for (const q of ['ann', '12345', 'a1b2c3', '约翰逊先生']) expect(searchQuery(q).tolerant).toBeNull()
})
