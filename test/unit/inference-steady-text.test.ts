import { expect, test } from 'vitest'
import { steadyText } from '@/lib/inference/steady-text'

function shown(...texts: string[]): string[] {
  const seen: string[] = []
  const show = steadyText((text) => seen.push(text))
  for (const text of texts) show(text)
  return seen
}

test('a growing text is passed on at every piece', () => {
  expect(shown('a', 'a b', 'a b c')).toEqual(['a', 'a b', 'a b c'])
})

test('one that begins anew with the same words is seen again from where it has more to say', () => {
  expect(shown('a', 'a b', 'a', 'a b', 'a b c')).toEqual(['a', 'a b', 'a b c'])
})

test('one that begins anew with other words takes the place of what was shown', () => {
  expect(shown('a', 'a b', 'c', 'c d')).toEqual(['a', 'a b', 'c', 'c d'])
})
