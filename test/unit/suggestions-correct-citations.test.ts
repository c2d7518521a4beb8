import { expect, test } from 'vitest'
import { correctCitations } from '@/lib/suggestions/grounding/correct-citations'

const ZH = ['退货包裹到仓后，我们在48小时内验货并退款。', '同一订单扣了两次款的，多付的款项24小时内发起退款。', '满99元包邮。']
const EN = [
  'Pre-orders ship on the date shown on the product page.',
  'A deposit is refunded within 3 days.',
  'A deposit is refunded within 3 days.',
]

function correct(text: string, answers = /\p{Script=Han}/u.test(text) ? ZH : EN) {
  const rules = answers.map((answer, index) => ({ position: index + 1, ruleId: `r${index}`, title: '', answer }))
  return correctCitations({ text, rules, ticketText: '', language: answers === EN ? 'en' : 'zh' })
}

test.each([
  [
    '您好，退货包裹到仓后，我们在48小时内验货并退款。[2]如有其他问题欢迎继续咨询。',
    '您好，退货包裹到仓后，我们在48小时内验货并退款。[1]如有其他问题欢迎继续咨询。',
  ],
  [
    'Hello! Pre-orders ship on the date shown on the product page. [3]',
    'Hello! Pre-orders ship on the date shown on the product page. [1]',
  ],
  // A rule that was never given.
  ['满99元包邮。[7]', '满99元包邮。[3]'],
  ['满99元包邮。[1]退货包裹到仓后，我们在48小时内验货并退款。【3】', '满99元包邮。[3]退货包裹到仓后，我们在48小时内验货并退款。[1]'],
])('a sentence copied from another rule than the one it cites gets that one’s mark: %s', (text, expected) => {
  const corrected = correct(text)
  expect(corrected.text).toBe(expected)
  expect(corrected.grounding.isGrounded).toBe(true)
})

test.each([
  ['what is right', '满99元包邮。[3]'],
  ['a number that no rule has', '满199元包邮。[1]'],
  ['other words', '买满九十九块钱就不收您的运费了。[1]'],
  ['what two rules say', 'A deposit is refunded within 3 days. [1]'],
  ['two marks', '满99元包邮。[1][2]'],
  // The sentence before it rests on the same mark: what one gains the other loses.
  ['a mark that also stands for the sentence before', '多付的款项24小时内发起退款。满99元包邮。[2]'],
  ['courtesy', '您好，感谢您的咨询。'],
])('%s is left as it is', (_, text) => {
  expect(correct(text).text).toBe(text)
})
