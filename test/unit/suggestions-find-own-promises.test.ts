import { describe, expect, it } from 'vitest'
import { placePromises, placeSentences } from '@/app/(desk)/tickets/[ticketId]/place-sentences'
import { findOwnPromises } from '@/lib/suggestions/grounding/find-own-promises'

const ZH = ['自签收之日起7天内可申请七天无理由退货。退款将在3至5个工作日内原路退回。定制商品不支持无理由退货。']
const EN = ['Unused items can be returned within 30 days. Refunds reach the card within 5 business days. Custom items cannot be returned.']

const found = (text: string, ticketText = '') =>
  findOwnPromises({ text, answers: /\p{Script=Han}/u.test(text) ? ZH : EN, ticketText }).map(
    ({ problem, detail }) => `${problem}: ${detail}`,
  )

describe('an agent’s own words', () => {
  it.each([
    ['我们会赔偿您50元。', ['promise: 赔偿']],
    ['这次可以给您免费换一个。', ['promise: 免费']],
    ['包裹12月3日会送到。', ['number: 12月3日']],
    ['退款会在2天内到账。', ['number: 2天']],
    ['定制商品支持无理由退货。', ['promise: 定制商品支持无理由退货。']],
    ['We will send you a voucher.', ['promise: voucher']],
    ['I’ll make an exception, just this once.', ['promise: exception']],
    ['Your parcel will arrive by December 3.', ['number: December 3']],
    ['The refund of order 4711 will be there within 2 days, and you get a free gift.', ['promise: free']],
  ])('that promise what no rule grants are found: %s', (text, promises) => expect(found(text)).toEqual(promises))

  it.each([
    '退款会在3到5个工作日内原路退回。',
    '签收后7天内可以退货。',
    '我刚和仓库通过电话，您的包裹昨天 15:40 已经出库。',
    '很抱歉，这次不能给您赔偿。',
    '请问您想要补发还是退款？',
    '同事会尽快核实您的退款情况。',
    'You can return it within 30 days.',
    'I have just talked to the warehouse: it left at 15:40 on November 20.',
    'I am afraid we cannot offer compensation for this.',
    'Would you like a voucher?',
    'A colleague will check your refund.',
    'Order 4711 is 30 cm long.',
    '已为您取消这个订单。',
    'I have just cancelled the order for you.',
  ])('that a rule grants, that tell what was, that refuse or ask are left alone: %s', (text) => expect(found(text)).toEqual([]))

  it('may name a day that the customer has named', () => {
    expect(found('It will arrive by December 3.', 'I need it by December 3.')).toEqual([])
  })

  it('are marked beside the draft’s own sentences, and those keep their marks', () => {
    const text = 'We will compensate you. Refunds take 5 business days.'
    const drafted = { text: 'We will compensate you.', start: 0, end: 23, kind: 'statement' as const, isSupported: true, citations: [1] }
    const promises = findOwnPromises({ text: `${text} You get a voucher.`, answers: EN, ticketText: '' })
    const whole = `Hello. ${text} You get a voucher.`
    const placed = placePromises(whole, placeSentences(whole, [drafted]), promises)
    expect(placed.map(({ index, start, end }) => [index, whole.slice(start, end)])).toEqual([
      [0, 'We will compensate you.'],
      [-2, 'You get a voucher.'],
    ])
  })
})
