import { describe, expect, it } from 'vitest'
import { foldMail } from '@/lib/messages/fold-mail'

const words = (text: string) => text.replace(/\s+/g, '')

describe('folding a mail', () => {
  it.each([
    ['a plain message', '你好，\n\n我的耳机还没发货。', [['written', '你好，\n\n我的耳机还没发货。']]],
    [
      'an answer above the quoted mail',
      'Still nothing.\n\nOn Mon, 3 Nov 2026 at 10:00, Shop\n<service@shop.example> wrote:\n> It ships today.\n> Regards',
      [
        ['written', 'Still nothing.'],
        ['quoted', 'On Mon, 3 Nov 2026 at 10:00, Shop\n<service@shop.example> wrote:\n> It ships today.\n> Regards'],
      ],
    ],
    [
      'a Chinese mail program’s quote',
      '还是没收到。\n\n发自我的 iPhone\n\n------------------ 原始邮件 ------------------\n发件人: "客服" <a@b.example>\n今天会发出。',
      [
        ['written', '还是没收到。\n发自我的 iPhone'],
        ['quoted', '------------------ 原始邮件 ------------------\n发件人: "客服" <a@b.example>\n今天会发出。'],
      ],
    ],
    [
      'a signature',
      'Please call me.\n\nBest regards,\nAlex Reed\n+44 20 7946 0000',
      [
        ['written', 'Please call me.'],
        ['signature', 'Best regards,\nAlex Reed\n+44 20 7946 0000'],
      ],
    ],
    [
      'a short quote that is answered below',
      '> 什么颜色？\n黑色。\n> 多大？\n42 码。',
      [['written', '> 什么颜色？\n黑色。\n> 多大？\n42 码。']],
    ],
    [
      'a table in the text',
      'What I ordered:\n\n| Order | Item |\n|---|---|\n| 1001 | Headphones |\n\nWhere is it?\n\n| We ship today.\n| Regards',
      [
        ['written', 'What I ordered:\n\n| Order | Item |\n|---|---|\n| 1001 | Headphones |\n\nWhere is it?'],
        ['quoted', '| We ship today.\n| Regards'],
      ],
    ],
    ['nothing but a forward', '> Is it waterproof?\n> Thanks', [['written', '> Is it waterproof?\n> Thanks']]],
    ['nothing at all', '', [['written', '']]],
  ] as const)('%s', (_name, text, parts) => {
    expect(foldMail(text).map(({ kind, text: part }) => [kind, part])).toEqual(parts)
  })

  it.each([' ', '\u3000', '\n', ' \n'])('100 KB of %j between two words are read in one go', (part) => {
    const text = `a${part.repeat(100_000 / part.length)}b`
    expect(words(foldMail(text)[0]?.text ?? '')).toBe(words(text))
  })

  it('loses no word of a long mail, whatever stands in it', () => {
    const lines = Array.from({ length: 3_000 }, (_, index) =>
      index % 7 === 0 ? `> q${index}` : index % 11 === 0 ? '--' : `line ${index} 行`,
    )
    const text = lines.join('\n')
    expect(
      words(
        foldMail(text)
          .map((part) => part.text)
          .join('\n'),
      ),
    ).toBe(words(text))
  })
})
