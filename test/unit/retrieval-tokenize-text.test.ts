import { describe, expect, it } from 'vitest'
import { tokenizeText } from '@/lib/retrieval/tokenize-text'

describe('tokenizeText', () => {
  it('cuts Han into characters and pairs, never across a gap', () => {
    expect(tokenizeText('退货费 谁').words.sort()).toEqual(['退', '货', '费', '谁', '退货', '货费'].sort())
    expect(tokenizeText('退货').grams).toEqual([])
  })

  it('cuts other words into stems and padded groups of three and four', () => {
    expect(tokenizeText('returned items').words).toEqual(['return', 'item'])
    expect(new Set(tokenizeText('pay').grams)).toEqual(new Set([' pa', ' pay', 'pay', 'pay ', 'ay ']))
  })

  it('keeps numbers whole and apart from what they count', () => {
    expect(tokenizeText('7天 3.5kg iphone15').words).toEqual(['7', '天', '3.5', 'kg', 'iphon', '15'])
  })

  it('gives a mixed text both', () => {
    const { words, grams } = tokenizeText('vip会员')
    expect(words).toEqual(expect.arrayContaining(['vip', '会', '员', '会员']))
    expect(grams).toContain('vip')
  })

  it('takes characters beyond the first plane as one', () => {
    expect(tokenizeText('𠮷野').words).toEqual(['𠮷', '𠮷野', '野'])
  })

  it('keeps repetitions and finds nothing in nothing', () => {
    expect(tokenizeText('no no').words).toEqual(['no', 'no'])
    expect(tokenizeText('')).toEqual({ words: [], grams: [] })
  })
})
