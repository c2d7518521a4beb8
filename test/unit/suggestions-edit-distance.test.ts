import { expect, test } from 'vitest'
import { editDistance } from '@/lib/suggestions/edit-distance'

test.each([
  ['', '', 0],
  ['您好', '您好', 0],
  ['', '您好', 2],
  ['七天内可退。', '15天内可退。', 2],
  ['kitten', 'sitting', 3],
  ['aaa', 'aa', 1],
  ['您好，可退。', '可退。', 3],
  ['😀', '😁', 1],
])('%j → %j: %i', (draft, sent, edits) => {
  expect(editDistance(draft, sent)).toBe(edits)
})

test('a small edit of a long text is exact, a rewritten one an upper bound', () => {
  const long = '这是很长的一段话。'.repeat(10_000)
  expect(editDistance(long, `${long.slice(0, 50_000)}！${long.slice(50_000)}`)).toBe(1)
  expect(editDistance('a'.repeat(20_000), 'b'.repeat(30_000))).toBe(30_000)
})
