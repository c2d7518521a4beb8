import { describe, expect, it } from 'vitest'
import { findLinks } from '@/app/(desk)/tickets/[ticketId]/find-links'

const linksOf = (text: string) => findLinks(text).flatMap(({ text: words, href }) => (href ? [[words, href]] : []))

describe('addresses in a stranger’s text', () => {
  it.each([
    ['See https://shop.example/a?b=1#c.', 'https://shop.example/a?b=1#c', 'https://shop.example/a?b=1#c'],
    ['请看https://shop.example/b谢谢', 'https://shop.example/b', 'https://shop.example/b'],
    ['（https://shop.example/c）。', 'https://shop.example/c', 'https://shop.example/c'],
    ['here [https://shop.example/d]', 'https://shop.example/d', 'https://shop.example/d'],
    ['https://wiki.example/a_(b)', 'https://wiki.example/a_(b)', 'https://wiki.example/a_(b)'],
    ['write to Li.Lei+1@shop.example, please', 'Li.Lei+1@shop.example', 'mailto:Li.Lei+1@shop.example'],
    ['mailto:a@b.example?subject=x', 'mailto:a@b.example?subject=x', 'mailto:a@b.example?subject=x'],
    ['HTTPS://SHOP.EXAMPLE/E', 'HTTPS://SHOP.EXAMPLE/E', 'https://shop.example/E'],
  ])('%s', (text, words, href) => {
    expect(linksOf(text)).toEqual([[words, href]])
  })

  it('show where letters of another alphabet really lead', () => {
    expect(linksOf('https://аpple.example/')[0]?.[1]).toMatch(/^https:\/\/xn--/)
  })

  it.each([
    'javascript:alert(1)',
    '[1](javascript:alert(1))',
    'data:text/html,<script>1</script>',
    'file:///etc/passwd',
    'https://bank.example@evil.example/',
    'https://',
    'vbscript:x https://[::bad',
    'no link at all',
  ])('%s leads nowhere', (text) => {
    expect(linksOf(text)).toEqual([])
  })

  it('change no letter, in time that grows with the length', () => {
    for (const text of [
      'https://'.repeat(12_000),
      'a@'.repeat(50_000),
      `https://a.example/${'('.repeat(100_000)}`,
      'x.'.repeat(50_000),
      'a@a.'.repeat(25_000),
    ]) {
      expect(
        findLinks(text)
          .map((piece) => piece.text)
          .join(''),
      ).toBe(text)
    }
  })
})
