import { describe, expect, it } from 'vitest'
import { readTerms } from '@/lib/retrieval/read-terms'

describe('readTerms', () => {
  it('cuts Han into characters and pairs, never across a gap', () => {
    expect(readTerms('退货费 谁').words.sort()).toEqual(['退', '货', '费', '谁', '退货', '货费'].sort())
    expect(readTerms('退货').grams).toEqual([])
  })

  it('cuts other words into stems and padded groups of three and four', () => {
    expect(readTerms('returned items').words).toEqual(['return', 'item'])
    expect(new Set(readTerms('pay').grams)).toEqual(new Set(['# pa', '# pay', '#pay', '#pay ', '#ay ']))
  })

  it('keeps numbers whole and apart from what they count', () => {
    expect(readTerms('7天 3.5kg iphone15').words).toEqual(['7', '天', '3.5', 'kg', 'iphon', '15'])
  })

  it('gives a mixed text both', () => {
    const { words, grams } = readTerms('vip会员')
    expect(words).toEqual(expect.arrayContaining(['vip', '会', '员', '会员']))
    expect(grams).toContain('#vip')
  })

  it('takes characters beyond the first plane as one', () => {
    expect(readTerms('𠮷野').words).toEqual(['𠮷', '𠮷野', '野'])
  })

  it('keeps repetitions and finds nothing in nothing', () => {
    expect(readTerms('no no').words).toEqual(['no', 'no'])
    expect(readTerms('')).toEqual({ words: [], grams: [], concepts: [] })
  })

  it.each([
    ['terminate the contract', 'cancel it'],
    ['my money back', 'a refund'],
    ['the cash machine', 'an atm'],
    ['到帐', '入账'],
    ['登不上', '进不去'],
  ])('%j and %j share a concept', (one, other) => {
    const { concepts } = readTerms(other)
    expect(readTerms(one).concepts.some((concept) => concepts.includes(concept))).toBe(true)
  })

  it('a word within a longer one means nothing by itself', () => {
    expect(readTerms('退订').concepts.some((concept) => readTerms('退货').concepts.includes(concept))).toBe(false)
  })
})
