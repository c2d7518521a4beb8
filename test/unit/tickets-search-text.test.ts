import { expect, test } from 'vitest'
import { composeSearchText, MAX_SEARCH_CHARACTERS, searchable, searchTerms } from '@/lib/tickets/compose-search-text'

/** LIKE with one pattern, as PostgreSQL reads it. */
function isLike(text: string, term: string): boolean {
  return text.includes(term.replace(/\\([\\%_])/g, '$1'))
}

function isFound(text: string, query: string): boolean {
  const stored = searchable(text)
  return searchTerms(query).every((term) => isLike(stored, term))
}

test.each([
  ['我要退款了', '退款'],
  ['我要退款了', '退'],
  ['我要退款了', '了'],
  ['我要退款了', '要退款'],
  ['我要退款了', '我要退款了'],
  ['退款', '退款'],
  ['买了iPhone充电器', 'iphone'],
  ['买了iPhone充电器', 'iPhone充电'],
  ['买了iPhone充电器', 'phone 充电'],
  ['ＡＢＣ１２３', 'abc123'],
  ['Order DH-2031 is late', 'dh-2031'],
  ['50% off_now', '50%'],
  ['50% off_now', 'off_now'],
  ['C:\\temp', 'c:\\t'],
  ['配送：上海，浦东', '上海'],
])('%j is found by %j', (text, query) => {
  expect(isFound(text, query)).toBe(true)
})

test.each([
  ['我要退款了', '款退'],
  ['退货，款式', '退款'],
  ['abc', 'abd'],
  ['5 apples', '5%s'],
  ['退款 耳机', '退款 手机'],
])('%j is not found by %j', (text, query) => {
  expect(isFound(text, query)).toBe(false)
})

test('each pair of Chinese characters is a word of its own, for the trigram index', () => {
  expect(searchable('要退款')).toBe(' 要退 退款 款 ')
  expect(searchTerms('退款')).toEqual([' 退款 '])
})

test('a query of blanks asks for nothing, a long one for its first eight words', () => {
  expect(searchTerms('  ')).toEqual([])
  expect(searchTerms('a b c d e f g h i j')).toHaveLength(8)
})

test('subject, contact and words are in it, and it ends where it must', () => {
  const text = composeSearchText({
    subject: 'Late',
    contact: { name: 'Ann', email: 'a@b.c', phone: '1', externalId: 'X9' },
    texts: ['Where?'],
  })
  expect(text).toBe('late ann a@b.c 1 x9 where?')
  expect(composeSearchText({ subject: '', contact: {}, texts: ['字'.repeat(100_000)] }).length).toBeLessThanOrEqual(MAX_SEARCH_CHARACTERS)
})
