import { expect, test } from 'vitest'
import { readCitations, stripCitations } from '@/lib/suggestions/grounding/read-citations'

test.each<[text: string, count: number, positions: number[], unknown: number[]]>([
  ['七天内可退。[1]如有其他问题欢迎继续咨询。', 4, [1], []],
  ['A. [2] B. [1] C. [2]', 2, [2, 1], []],
  ['A [3]', 2, [], [3]],
  ['A [0]', 2, [], [0]],
  ['A【2】', 2, [2], []],
  ['A [1, 2]', 2, [1, 2], []],
  ['A[1][2]', 2, [1, 2], []],
  ['电话【手机号1】，订单【order2】', 2, [], []],
  ['[1999]年 [a1]', 2, [], []],
  ['', 2, [], []],
])('%j of %i rules cites %j, unknown %j', (text, count, positions, unknown) => {
  const found = readCitations(text, count)
  expect([found.positions, found.unknown]).toEqual([positions, unknown])
  for (const mark of found.marks) expect(text.slice(mark.start, mark.end)).toMatch(/^[[【].*[\]】]$/)
})

test.each([
  ['七天内可退。[1]如有其他问题欢迎继续咨询。', '七天内可退。如有其他问题欢迎继续咨询。'],
  ['It takes 3 days. [1] Feel free to ask.', 'It takes 3 days. Feel free to ask.'],
  ['It takes 3 days [1][2].', 'It takes 3 days.'],
  ['请拨打【手机号1】【2】。', '请拨打【手机号1】。'],
])('%j reaches the customer as %j', (text, plain) => {
  expect(stripCitations(text)).toBe(plain)
})
