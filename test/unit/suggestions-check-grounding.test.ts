import { describe, expect, test } from 'vitest'
import { composeExtractive, composeVerbatim, holdingText } from '@/lib/suggestions/compose-fallback'
import { checkGrounding } from '@/lib/suggestions/grounding/check-grounding'
import { groundingSchema } from '@/lib/suggestions/grounding/grounding-schema'

const ZH = [
  '自签收之日起7天内，商品完好、不影响二次销售的，用户可申请七天无理由退货。退货运费由买家承担；质量问题由商家承担。生鲜、定制商品不支持无理由退货。',
  '满99元包邮，未满99元收取运费8元。标准快递3天送达，加急快递1天送达，加急费12元。偏远地区不支持加急。',
  '审核通过后，退款将在3至5个工作日内原路退回。超过15天未到账请致电400-820-8820，或访问 https://shop.example/refund 查询。',
  '质量问题自签收起30天内可免费换新，优惠券不可叠加使用。',
]
const EN = [
  'Unused items can be returned within 30 days of delivery. Return shipping costs $5 unless the item is faulty. Custom items cannot be returned.',
  'Standard delivery takes 3 days and costs $4. Express delivery takes 1 day and costs $12. Orders over $50 ship free.',
  'Refunds reach the card within 5 business days after we receive the parcel. Write to help@shop.example or call 800-555-0199.',
  'If an item arrives faulty we send a free replacement. Coupons cannot be combined with other offers.',
]
const rules = (answers: string[]) => answers.map((answer, i) => ({ position: i + 1, ruleId: `rule-${i + 1}`, title: '规则', answer }))
const check = (text: string, ticketText = '', language: 'zh' | 'en' = /\p{Script=Han}/u.test(text) ? 'zh' : 'en') =>
  checkGrounding({ text, rules: rules(language === 'zh' ? ZH : EN), ticketText, language })
/** "c" courtesy, "+" supported, or the problem, sentence by sentence. */
const verdicts = (text: string, ticketText?: string) =>
  check(text, ticketText).sentences.map((s) =>
    s.kind === 'courtesy' ? (s.problem ?? 'c') : s.isSupported ? (s.problem ?? '+') : `!${s.problem}`,
  )

describe('what a rule says is supported', () => {
  test.each<[draft: string, verdicts: string[]]>([
    ['您好，自签收之日起7天内，商品完好、不影响二次销售的，您可申请七天无理由退货。[1]如有其他问题欢迎继续咨询。', ['+', 'c']],
    ['您好，签收后七天内且商品完好，可以申请无理由退货[1]。退货的运费需要买家自己承担[1]。如有其他问题欢迎继续咨询。', ['+', '+', 'c']],
    ['订单满99元即可包邮，不满99元的话运费为8元。[2]', ['+']],
    ['标准快递一般3天送达，加急的话1天就能送达。[2]', ['+']],
    ['很抱歉给您带来不便。退款审核通过之后，会在3-5个工作日原路退还给您[3]。', ['c', '+']],
    ['如超过15天还没到账，可拨打400-820-8820查询[3]。', ['+']],
    ['如果是质量问题，30天内可以免费更换新品。[4]', ['+']],
    ['定制商品不支持无理由退货哦。[1]', ['+']],
    ['很抱歉，偏远地区暂不支持加急快递。[2]', ['+']],
    ['订单满99元包邮。标准快递3天送达。[2]', ['+', '+']],
    [
      'Hello! You can return unused items within 30 days of delivery. [1] Return shipping is $5 unless the item is faulty. [1]',
      ['c', '+', '+'],
    ],
    ['Express delivery takes one day and costs $12. [2] Feel free to ask if you have any other questions.', ['+', 'c']],
    ['Your refund will reach your card within five business days once we receive the parcel. [3]', ['+']],
    ['Please write to help@shop.example. [3]', ['+']],
    ['We will send you a free replacement if your item arrived faulty. [4]', ['+']],
    ['Sorry, custom items can’t be returned. [1]', ['+']],
    ['Orders above $50 ship for free. [2]', ['+']],
  ])('%s', (draft, expected) => {
    expect(verdicts(draft)).toEqual(expected)
    expect(check(draft).isGrounded).toBe(true)
  })
})

describe('courtesy needs no rule', () => {
  test.each([
    '您好！',
    '非常抱歉给您带来不便，我们非常理解您的心情。',
    '感谢您的耐心等待与理解！',
    '您咨询的问题暂时没有查到相关规定，我会转交人工同事为您确认，请稍候。',
    '我会请同事核实退款进度后尽快回复您。',
    '请您提供一下订单号，方便我们为您查询。',
    '如有其他问题欢迎继续咨询。',
    '祝您生活愉快！',
    'Hello!',
    'Sorry for the inconvenience.',
    'I am very sorry to hear that your parcel has not arrived.',
    'Thank you for reaching out to us.',
    'I could not find a rule that answers your question, so a human colleague will confirm this for you shortly.',
    'A colleague will check the status of your refund and get back to you.',
    'Could you please share your order number?',
    'Feel free to ask if you have any other questions.',
    'Have a nice day!',
  ])('%s', (draft) => {
    expect(verdicts(draft)).toEqual(['c'])
  })

  test('our own holding and composed replies are grounded', () => {
    for (const language of ['zh', 'en'] as const) {
      const given = rules(language === 'zh' ? ZH : EN)
      for (const noRule of [true, false]) {
        expect(check(holdingText(language, { noRule })).sentences.every((s) => s.kind === 'courtesy')).toBe(true)
      }
      for (const rule of given) {
        const question = language === 'zh' ? '退货运费多少' : 'return shipping'
        const texts = [
          composeVerbatim(rule, rule.position, language),
          composeExtractive({ rule, position: rule.position, question, language, maxLength: 60 }),
        ]
        for (const text of texts) expect([text, check(text).isGrounded]).toEqual([text, true])
      }
    }
  })
})

describe('what no rule says is marked', () => {
  test.each<[draft: string, verdicts: string[], detail?: string]>([
    ['您可以在签收后15天内申请无理由退货。[1]', ['!number'], '15天'],
    ['退款会在3至5天内原路退回。[3]', ['!number'], '5天'],
    ['满199元包邮。[2]', ['!number'], '199元'],
    ['标准快递1天送达。[2]', ['!number'], '1天'],
    ['请访问 https://evil.example/refund 查询。[3]', ['!contact'], 'https://evil.example/refund'],
    ['超过15天未到账请致电400-111-2222。[3]', ['!contact'], '400-111-2222'],
    ['签收后7天内可申请退货，我们会赔偿您的损失。[1]', ['!promise'], '赔偿'],
    ['我们保证退款在3至5个工作日内原路退回。[3]', ['!promise'], '保证'],
    ['我们会为您免费退货。[1]', ['!promise'], '免费'],
    ['生鲜、定制商品支持无理由退货。[1]', ['!promise']],
    ['偏远地区也支持加急快递。[2]', ['!promise']],
    ['优惠券可叠加使用。[4]', ['!promise']],
    ['满99元不包邮。[2]', ['!no_overlap']],
    ['我们的仓库位于杭州，周末也有人值班。[1]', ['!no_overlap']],
    ['我们的仓库位于杭州，周末也有人值班。', ['!uncited']],
    ['满99元包邮。', ['uncited']],
    ['满99元包邮。[1]', ['!number'], '99元'],
    ['退货运费由买家承担。[7]', ['!unknown_citation'], '[7]'],
    ['我会请同事核实，48小时内回复您。', ['!number'], '48小时'],
    ['同事会立即为您办理退款。[1]', ['!promise'], '退款'],
    ['You can return items within 60 days of delivery. [1]', ['!number'], '60 days'],
    ['Standard delivery takes 1 day and costs $12. [2]', ['!number'], '1 day'],
    ['Custom items can be returned. [1]', ['!promise']],
    ['Coupons can be combined with other offers. [4]', ['!promise']],
    ['We guarantee that refunds reach the card within 5 business days. [3]', ['!promise'], 'guarantee'],
    ['We will refund you in full right away. [2]', ['!promise'], 'refund'],
    ['Write to help@shop.evil. [3]', ['!contact'], 'help@shop.evil'],
    ['Our warehouse team works in Berlin on weekends. [1]', ['!no_overlap']],
    ['A colleague will get back to you within 2 hours.', ['!number'], '2 hours'],
    ['可以的。满99元包邮。[2]', ['!no_overlap', '+']],
    ['您好，可以。满99元包邮。[2]', ['!no_overlap', '+']],
    ['Yes. Orders over $50 ship free. [2]', ['!no_overlap', '+']],
    ['Sorry, no. Orders over $50 ship free. [2]', ['!no_overlap', '+']],
    ['积分不能转给他人。[4]', ['!no_overlap']],
    ['请提供发票原件和包装盒。[1]', ['!no_overlap']],
    ['Let us know if you want the 50% discount.', ['!number'], '50%'],
  ])('%s', (draft, expected, detail) => {
    expect(verdicts(draft)).toEqual(expected)
    if (detail) expect(check(draft).sentences[0]?.detail).toBe(detail)
  })
})

test('a bare yes stands where the rule says it', () => {
  const verdict = (text: string, answer: string, language: 'zh' | 'en') =>
    checkGrounding({ text, rules: rules([answer]), ticketText: '', language }).isGrounded
  expect(verdict('Yes. Orders over $50 ship free. [1]', 'Yes. Orders over $50 ship free.', 'en')).toBe(true)
  expect(verdict('可以的。满99元包邮。[1]', '可以，满99元包邮。', 'zh')).toBe(true)
  expect(verdict('您好，可以的。满99元包邮。[1]', '可以，满99元包邮。', 'zh')).toBe(true)
  expect(verdict('您好，可以。充电宝不能寄往港澳台。[1]', '充电宝等带电池的商品不能寄往港澳台。', 'zh')).toBe(false)
  expect(verdict('可以。满99元包邮。[1]', '不可以，满99元包邮。', 'zh')).toBe(false)
})

describe('the ticket', () => {
  test('its numbers may be said back', () => {
    const ticket = '我3天前买的耳机，花了299元，还没发货'
    expect(verdicts('您3天前以299元购买的耳机还没发货。', ticket)).toEqual(['+'])
    expect(verdicts('您3天前以399元购买的耳机还没发货。', ticket)).toEqual(['!number'])
  })

  test('its wishes become no promises', () => {
    expect(verdicts('我们会给您10倍赔偿。[1]', '我要10倍赔偿！')).toEqual(['!promise'])
    expect(verdicts('全额免费退货。', '你们说过全额免费退货')).toEqual(['!uncited'])
    expect(verdicts('本周就能发货。', '本周能发货吗')).toEqual(['!uncited'])
    expect(verdicts('We ship to Canada tomorrow.', 'Can you ship to Canada tomorrow?')).toEqual(['!uncited'])
  })

  test('its question is no answer, an apology before it or not', () => {
    expect(verdicts('很抱歉，本周不能发货。', '本周能发货吗')).toEqual(['!uncited'])
    expect(verdicts('Sorry, we are closed on weekends.', 'Are you closed on weekends?')).toEqual(['!uncited'])
  })

  test('its wishes are no reason to grant them to all, or without a condition', () => {
    expect(verdicts('标准快递3天送达，全场包邮。[2]', '你们是不是全场包邮')).toEqual(['!addition'])
    expect(verdicts('All orders over $50 ship free. [2]', 'Do all orders ship free?')).toEqual(['!addition'])
    expect(verdicts('Today standard delivery takes 3 days and costs $4. [2]', 'Is it still 3 days today?')).toEqual(['+'])
  })

  test('placeholders for personal data are no facts', () => {
    expect(verdicts('您的订单【订单号1】满99元包邮。[2]')).toEqual(['+'])
  })
})

test('a greeting is a word of its own, not the beginning of another', () => {
  const answer = 'Addresses are hidden 7 days after delivery.'
  const { sentences } = checkGrounding({ text: `${answer} [1]`, rules: rules([answer]), ticketText: '', language: 'en' })
  expect(sentences[0]).toMatchObject({ kind: 'statement', isSupported: true })
})

describe('the result', () => {
  test('points into the draft and into the rule, and has the stored shape', () => {
    const text = '您好，满99元包邮。[2] 生鲜商品不支持无理由退货。[1]'
    const grounding = check(text)
    expect(groundingSchema.parse(grounding)).toEqual(grounding)
    const answers = new Map(rules(ZH).map((rule) => [rule.position, rule.answer]))
    for (const sentence of grounding.sentences) {
      expect(text.slice(sentence.start, sentence.end)).toBe(sentence.text)
      const { support } = sentence
      expect(answers.get(support?.position ?? 0)?.slice(support?.start, support?.end)).toBe(support?.text)
    }
    expect(grounding.sentences.map((s) => [s.citations, s.support?.text])).toEqual([
      [[2], '满99元包邮，未满99元收取运费8元。'],
      [[1], '生鲜、定制商品不支持无理由退货。'],
    ])
  })

  test('of no rules and no text', () => {
    expect(checkGrounding({ text: '', rules: [], ticketText: '', language: 'zh' })).toEqual({ sentences: [], isGrounded: true })
    expect(checkGrounding({ text: '七天可退。[1]', rules: [], ticketText: '', language: 'zh' }).sentences[0]?.problem).toBe(
      'unknown_citation',
    )
  })
})

describe('a condition', () => {
  const ADDRESS =
    'Before dispatch you can change the address yourself in My Orders, once per order. After dispatch, contact us quickly and we will ask the courier to redirect the parcel; the redirection fee of ¥10 is yours. Once the parcel is out for delivery it cannot be redirected: please refuse it, and when it is back we send it again for ¥8 shipping.'
  const RETURNS =
    'Items in unused condition can be returned within 30 days of delivery. We refund you within 5 business days after the parcel reaches our warehouse. If an item arrives faulty we send a free replacement. Subscriptions renew every month unless you cancel before the renewal date.'
  const CANCEL =
    '签收后7天内，商品完好、不影响二次销售的，可申请七天无理由退货，退货运费由买家承担。质量问题由商家承担运费。未发货的订单可以直接取消，款项原路退回；已发货的请拒收。审核通过后，退款将在3至5个工作日内原路退回。超过15天未到账请致电400-820-8820查询。'
  const BROKEN = '运输破损的，请在48小时内联系我们，由您选择免费补发或全额退款。'
  const problemsIn = (answer: string, draft: string, ticketText = '') =>
    checkGrounding({
      text: `${draft}[1]`,
      rules: [{ position: 1, ruleId: 'r', title: '', answer }],
      ticketText,
      language: /\p{Script=Han}/u.test(answer) ? 'zh' : 'en',
    }).sentences.flatMap(({ problem, detail }) => (problem ? [[problem, detail]] : []))

  test.each<[answer: string, draft: string, ticket?: string]>([
    [ADDRESS, 'If your order has not shipped yet, you can change the address yourself in My Orders.'],
    [ADDRESS, 'If it has already shipped, please contact us quickly and we will ask the courier to redirect the parcel, for a fee of ¥10.'],
    [ADDRESS, 'Once your parcel has been sent out, contact us and we will ask the courier to redirect it.'],
    [ADDRESS, 'If the parcel is already out for delivery, it cannot be redirected.'],
    [ADDRESS, 'You can change the address yourself before your order ships.'],
    [RETURNS, 'If you have not used the item, you can return it within 30 days of delivery.'],
    [RETURNS, 'You can return it within 30 days of receiving it, provided it is unused.'],
    [RETURNS, 'Once we receive your parcel at our warehouse, we refund you within 5 business days.'],
    [RETURNS, 'We will refund you within 5 business days after your return has been received.'],
    [RETURNS, 'If your order was broken when it arrived, we will send you a free replacement.'],
    [RETURNS, 'If your vase wobbles, we will send you a free replacement.', 'The vase wobbles'],
    [RETURNS, 'Your subscription renews every month unless you cancel it before the renewal date.'],
    [CANCEL, '如果商品完好且不影响二次销售，签收后7天内可以申请无理由退货。'],
    [CANCEL, '如果是质量问题，退货运费由商家承担。'],
    [CANCEL, '订单还没有发货的话，可以直接取消，款项会原路退回。'],
    [CANCEL, '如果订单已经发货，请您拒收。'],
    [CANCEL, '退款申请通过审核以后，会在3至5个工作日内原路退回。'],
    [CANCEL, '若15天后退款仍未到账，请致电400-820-8820查询。'],
    [BROKEN, '如果包裹在路上摔坏了，请在48小时内联系我们，您可以选择免费补发或全额退款。'],
  ])('of the rule, in other words: %s: %s', (answer, draft, ticket) => {
    expect(problemsIn(answer, draft, ticket)).toEqual([])
  })

  test.each<[answer: string, draft: string, detail: string]>([
    [ADDRESS, 'If it has not shipped, contact us and we will ask the courier to redirect the parcel.', 'has not shipped'],
    [ADDRESS, 'After dispatch you can change the address yourself in My Orders.', 'After dispatch'],
    [ADDRESS, 'If you are a gold member, you can change the address yourself in My Orders.', 'If you are a gold member'],
    [
      RETURNS,
      'If the item was a gift from a friend in Canada, we send a free replacement.',
      'If the item was a gift from a friend in Canada',
    ],
    [CANCEL, '已发货的订单可以直接取消，款项原路退回。', '已发货'],
    [CANCEL, '审核通过前，退款将在3至5个工作日内原路退回。', '通过前'],
    [BROKEN, '如果您买的是预售款，请在48小时内联系我们，您可以选择免费补发或全额退款。', '如果您买的是预售款'],
  ])('that the rule does not set: %s: %s', (answer, draft, detail) => {
    expect(problemsIn(answer, draft)).toEqual([['condition', detail]])
  })
})

describe('half of a sentence', () => {
  const REFUND =
    'The money goes back the way you paid: 1 to 3 business days for WeChat Pay and Alipay, 3 to 7 for bank cards. Write to care@shop.example. A card holds up to 60 characters and costs $5.'
  const verdict = (draft: string) =>
    checkGrounding({
      text: draft,
      rules: [{ position: 1, ruleId: 'r', title: '', answer: REFUND }],
      ticketText: '',
      language: 'en',
    }).sentences.map(({ isSupported, problem, detail }) => (isSupported ? '+' : `${problem} ${detail ?? ''}`.trim()))

  test('that breaks off after a colon is not finished', () => {
    expect(verdict('The money goes back the way you paid: [1]')).toEqual(['incomplete'])
    expect(verdict('The money goes back the way you paid: [1] Feel free to ask if you have any other questions.')).toEqual(['incomplete'])
    expect(verdict('The money goes back the way you paid:\n- 1 to 3 business days for WeChat Pay and Alipay. [1]')).toEqual(['+', '+'])
  })

  test('has lost what its number counts', () => {
    expect(verdict('We accept WeChat Pay, Alipay, 3 to 7 for bank cards. [1]')).toEqual(['number 3'])
    expect(verdict('A card holds up to 60 characters. [1]')).toEqual(['+'])
    expect(verdict('The money goes back in 1 to 3 business days for WeChat Pay, 3 to 7 for bank cards. [1]')).toEqual(['+'])
  })

  test('has lost the end of an address', () => {
    expect(verdict('Write to care@shop.example. [1]')).toEqual(['+'])
    expect(verdict('Write to care@shop. [1]')).toEqual(['contact care@shop'])
  })
})
