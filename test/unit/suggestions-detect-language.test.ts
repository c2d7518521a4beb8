import { expect, test } from 'vitest'
import { detectLanguage } from '@/lib/suggestions/detect-language'

test.each([
  ['我昨天买的耳机还没发货，怎么回事？', 'zh'],
  ['Where is my order?', 'en'],
  ['退货', 'zh'],
  ['我的 iPhone 15 Pro Max 什么时候 ship', 'zh'],
  ['我想 refund', 'zh'],
  ['Can I return the 小米 phone I bought last week?', 'en'],
  ['What does 包邮 mean on the product page?', 'en'],
  ['Hi there, my order says 已签收 but I never received the parcel', 'en'],
  ['你好，order number 是 12345，please help me check', 'zh'],
  ['https://example.com/some/long/path/with/words 打不开', 'zh'],
  ['請問什麼時候出貨', 'zh'],
  ['Où est ma commande', 'en'],
] as const)('%s is %s', (text, language) => {
  expect(detectLanguage(text)).toBe(language)
})

test.each(['', '   ', '12345 !!! 😀', 'https://example.com', 'AB-2024-0001'])('%j says nothing, so the fallback holds', (text) => {
  expect(detectLanguage(text, 'en')).toBe('en')
  expect(detectLanguage(text)).toBe('zh')
})

test('a megabyte without a break is read to its end', () => {
  // With the square of its length this would outlast the limit of a test many times over.
  for (const part of ['a', '我', 'a@', 'a.', '1a', "a'"]) expect(detectLanguage(part.repeat(500_000))).toMatch(/^(?:zh|en)$/)
})
