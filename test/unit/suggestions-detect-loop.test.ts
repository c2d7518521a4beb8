import { describe, expect, test } from 'vitest'
import { createLoopDetector } from '@/lib/suggestions/detect-loop'

/** Fed a character at a time; where it stopped, or null. */
function stopsAt(text: string, maxWords?: number): number | null {
  const detector = createLoopDetector({ maxWords })
  for (let end = 1; end <= text.length; end++) if (detector.push(text.slice(0, end))) return end
  return null
}

describe('a loop is cut soon', () => {
  test.each([
    ['half a word', `Hello! After dispatch it may charge £27 for a red${'ue'.repeat(60)}`, 70],
    ['one character', `您好，${'哈'.repeat(60)}`, 20],
    ['a phrase', `您好，请在15天内取货，${'请您核对取货码，'.repeat(9)}`, 45],
    ['an English phrase', `Hello! ${'please contact us and '.repeat(9)}`, 80],
    ['one word over and over', `Hello! It is ${'very '.repeat(20)}good.`, 40],
    [
      'a sentence a second time',
      '您好，签收后7天内可以申请退货。运费由买家承担。签收后7天内可以申请退货。您好，签收后7天内可以申请退货。',
      60,
    ],
    ['an English sentence a second time', 'Returns are free within 30 days. [1] Thank you. Returns are free within 30 days. [1] ', 84],
    ['dashes without end', `Hello ${'-'.repeat(200)}`, 60],
  ])('%s', (_name, text, latest) => {
    expect(stopsAt(text)).not.toBeNull()
    expect(stopsAt(text)).toBeLessThanOrEqual(latest)
  })

  test('a reply that finds no end', () => {
    const text = Array.from({ length: 300 }, (_, i) => `word${i}`).join(' ')
    expect(stopsAt(text)).toBeGreaterThan(1_000)
    expect(stopsAt(text, 20)).toBe(131)
  })
})

describe('an honest reply is left alone', () => {
  test.each([
    '您好，现货商品在付款后48小时内发货，预售商品以页面标注的发货时间为准。[1]如有其他问题欢迎继续咨询。',
    'Hello! Orders are ready 36 hours after checkout. [1] Feel free to ask if you have any other questions.',
    '满100减10，满200减20，满300减30，满400减40，满500减50。',
    '1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12',
    'We are very, very, very sorry for the delay.',
    '非常非常抱歉，好的好的，谢谢谢谢。',
    '编号 0000000000，卡号 8888 8888 8888 8888。',
    '1. 打开应用\n2. 打开订单\n3. 打开售后\n4. 提交申请',
    'Sizes: S, M, L, XL, XXL, XXXL. Call 400-400-4000. ----------',
    'No problem. No problem. OK.',
    '',
  ])('%s', (text) => {
    expect(stopsAt(text)).toBeNull()
  })
})

test('pieces of any size give the same answer, and it stays', () => {
  const text = `您好，${'请您核对取货码，'.repeat(9)}`
  const detector = createLoopDetector()
  expect(detector.push(text.slice(0, 10))).toBe(false)
  expect(detector.push(text)).toBe(true)
  expect(detector.push('新的')).toBe(true)
  expect(detector.reason()).toBe('phrase')
})

test('a text that begins anew is read from its start', () => {
  const detector = createLoopDetector()
  detector.push('签收后7天内可以申请退货。')
  expect(detector.push('您好，签收后7天内可以申请退货。')).toBe(false)
})
