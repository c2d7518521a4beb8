import { describe, expect, it } from 'vitest'
import { isSlip, nearestWord, replaceWords } from '@/lib/tickets/near-query'

describe('a word that nobody has written', () => {
  it.each([
    ['refnud', 'refund', true],
    ['refun', 'refund', true],
    ['refundd', 'refund', true],
    ['refind', 'refund', true],
    ['efund', 'refund', true],
    ['refund', 'refund', true],
    ['refnad', 'refund', false],
    ['rfeudn', 'refund', false],
    ['ref', 'refund', false],
  ])('%s is a slip of %s: %s', (one, other, is) => {
    expect(isSlip(one, other)).toBe(is)
    expect(isSlip(other, one)).toBe(is)
  })

  const known = new Map([
    ['refund', 40],
    ['refuse', 2],
    ['refused', 3],
    ['parcel', 9],
  ])
  it('is taken for the most common one a letter away, a beginning of a known one for itself', () => {
    expect(nearestWord('refune', known)).toBe('refund')
    expect(nearestWord('parc', known)).toBeNull()
    expect(nearestWord('refund', known)).toBeNull()
    expect(nearestWord('umbrella', known)).toBeNull()
  })

  it('is replaced where it stands; numbers, Chinese and addresses stay', () => {
    const near = (text: string) => replaceWords(text, (word) => nearestWord(word, known))
    expect(near('my Refnud of ￥50 #123')).toBe('my refund of ¥50 #123')
    expect(near('退款 parcal')).toBe('退款 parcel')
    expect(near('refnud7')).toBe('refnud7')
  })
})
