import { describe, expect, test } from 'vitest'
import { composeExtractive, composeVerbatim, holdingText } from '@/lib/suggestions/compose-fallback'
import { stripCitations } from '@/lib/suggestions/grounding/read-citations'
import { countWords } from '@/lib/suggestions/grounding/text-terms'

const LONG =
  '签收后7天内，商品完好可申请无理由退货。退货运费由买家承担，质量问题由商家承担。审核通过后，退款在3个工作日内原路退回。生鲜、定制商品不支持无理由退货。赠品需一并寄回，缺少的按页面价格扣除。'
const LONG_EN =
  'Unused items can be returned within 30 days of delivery. Return shipping costs $5 unless the item is faulty. Refunds reach your card within 5 business days after we receive the parcel. Custom items cannot be returned. Free gifts must come back with the order, or their price is deducted from the refund. Keep the receipt of the post office until the refund is with you. A pick-up can be booked from the order page, for large items only, on business days between nine and five. Please write the order number on the label.'

describe('the extractive reply', () => {
  test('a short answer stands whole, with a mark after each sentence', () => {
    const rule = { answer: '满99元包邮。偏远地区另计' }
    expect(composeExtractive({ rule, position: 1, question: '包邮吗', language: 'zh', maxLength: 100 })).toBe(
      '您好，满99元包邮。[1]偏远地区另计。[1]如有其他问题欢迎继续咨询。',
    )
  })

  test('English', () => {
    const rule = { answer: 'Orders over $50 ship free. Others cost $5' }
    expect(composeExtractive({ rule, position: 2, question: 'shipping?', language: 'en', maxLength: 100 })).toBe(
      'Hello! Orders over $50 ship free. [2] Others cost $5. [2] Feel free to ask if you have any other questions.',
    )
  })

  test('what a semicolon parted begins with a capital, a name as it is written', () => {
    const rule = { answer: 'npm users see the site; we ship it; iPhone cases ship later' }
    expect(composeExtractive({ rule, position: 1, question: 'shipping?', language: 'en', maxLength: 100 })).toBe(
      'Hello! npm users see the site. [1] We ship it. [1] iPhone cases ship later. [1] Feel free to ask if you have any other questions.',
    )
  })

  test.each([
    ['退款几天到账', 'zh', LONG, '退款在3个工作日内原路退回。'],
    ['赠品也要寄回去吗', 'zh', LONG, '赠品需一并寄回'],
    ['When will the refund be on my card?', 'en', LONG_EN, 'Refunds reach your card within 5 business days'],
    ['Can you pick up a large item?', 'en', LONG_EN, 'A pick-up can be booked'],
  ] as const)('of a long one, what fits %j', (question, language, answer, part) => {
    const text = composeExtractive({ rule: { answer }, position: 1, question, language, maxLength: 80 })
    expect(text).toContain(part)
    expect(countWords(stripCitations(text))).toBeLessThanOrEqual(80)
    for (const sentence of stripCitations(text)
      .split(/(?<=[。.]) ?/)
      .slice(0, -1)) {
      expect(answer).toContain(sentence.replace(/^(?:您好，|Hello! )/, ''))
    }
  })

  test('one sentence stands even when it is too long', () => {
    const answer = `${'很长的规定'.repeat(40)}。短的。`
    const text = composeExtractive({ rule: { answer }, position: 1, question: '很长的规定', language: 'zh', maxLength: 50 })
    expect(text).toContain(answer.split('。')[0])
  })

  test('steps stay on lines of their own', () => {
    const rule = { answer: '1. 打开订单\n2. 点击售后' }
    expect(composeExtractive({ rule, position: 1, question: '', language: 'zh', maxLength: 100 })).toBe(
      '您好！\n1. 打开订单。[1]\n2. 点击售后。[1]\n如有其他问题欢迎继续咨询。',
    )
  })
})

describe('the verbatim reply', () => {
  test.each([
    ['7天内可退。运费自理。', 'zh', '您好，7天内可退。运费自理。[3]如有其他问题欢迎继续咨询。'],
    ['您好，7天内可退', 'zh', '您好，7天内可退。[3]如有其他问题欢迎继续咨询。'],
    ['Returns are free.', 'en', 'Hello! Returns are free. [3] Feel free to ask if you have any other questions.'],
    ['Steps:\n1. Open it', 'en', 'Hello!\nSteps:\n1. Open it. [3]\nFeel free to ask if you have any other questions.'],
    ['可退。如有其他问题欢迎继续咨询。', 'zh', '您好，可退。如有其他问题欢迎继续咨询。[3]'],
  ] as const)('%j', (answer, language, text) => {
    expect(composeVerbatim({ answer }, 3, language)).toBe(text)
  })
})

test.each([
  ['zh', true, /没有查到.*同事.*如有其他问题欢迎继续咨询。$/],
  ['zh', false, /收到.*同事.*如有其他问题欢迎继续咨询。$/],
  ['en', true, /could not find a rule.*colleague.*Feel free to ask if you have any other questions\.$/],
  ['en', false, /received.*colleague.*Feel free to ask if you have any other questions\.$/],
] as const)('the holding text in %s, no rule: %s', (language, noRule, words) => {
  expect(holdingText(language, { noRule })).toMatch(words)
})
