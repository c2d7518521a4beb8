import { describe, expect, it } from 'vitest'
import { cutSpans } from '@/app/(desk)/tickets/[ticketId]/cut-spans'
import { markText } from '@/app/(desk)/tickets/[ticketId]/mark-text'
import { openSentences, placeSentences } from '@/app/(desk)/tickets/[ticketId]/place-sentences'
import type { GroundedSentence } from '@/lib/suggestions/grounding/grounding-schema'

const draft = '您好！签收后 7 天内可以退货[1]。明天就能到账。谢谢。'

function sentence(text: string, part: Partial<GroundedSentence> = {}): GroundedSentence {
  const start = draft.indexOf(text)
  return { text, start, end: start + text.length, kind: 'statement', isSupported: true, citations: [], ...part }
}

const sentences = [
  sentence('您好！', { kind: 'courtesy' }),
  sentence('签收后 7 天内可以退货[1]。', { citations: [1] }),
  sentence('明天就能到账。', { isSupported: false, problem: 'promise' }),
  sentence('谢谢。', { kind: 'courtesy' }),
]

const wordsOf = (text: string) => placeSentences(text, sentences).map(({ start, end }) => text.slice(start, end))

describe("the draft's sentences in an edited text", () => {
  it('are all found while nothing is changed', () => {
    expect(wordsOf(draft)).toEqual(sentences.map(({ text }) => text))
  })

  it('are found where they have moved to', () => {
    expect(wordsOf(`亲，${draft}`)).toEqual(sentences.map(({ text }) => text))
  })

  it('lose the one that was rewritten, and only that', () => {
    expect(wordsOf(draft.replace('明天', '三天内'))).toEqual(['您好！', '签收后 7 天内可以退货[1]。', '谢谢。'])
  })

  it('are asked about before sending while they stand as they were drafted', () => {
    expect(openSentences(placeSentences(draft, sentences)).map(({ index }) => index)).toEqual([2])
    expect(openSentences(placeSentences(draft.replace('明天就能到账。', ''), sentences))).toEqual([])
  })

  it('are none in a text of one’s own', () => {
    expect(wordsOf('我来处理。')).toEqual([])
  })

  it('do not match twice: each is looked for behind the one before', () => {
    const twice = [sentence('谢谢。'), sentence('谢谢。')]
    expect(placeSentences('谢谢。谢谢。', twice).map(({ start }) => start)).toEqual([0, 3])
  })
})

describe('the marked copy behind the text box', () => {
  it.each([draft, '', '[1][2]', '没有标记', `${draft}\n\n`, 'offer [2] and [100]'])('says exactly the same: %j', (text) => {
    const stretches = markText(text, placeSentences(text, sentences))
    expect(stretches.flatMap(({ pieces }) => pieces.map((piece) => piece.text)).join('')).toBe(text)
  })

  it('makes citations pieces of their own', () => {
    const pieces = markText(draft, placeSentences(draft, sentences)).flatMap((stretch) => stretch.pieces)
    expect(pieces.filter(({ kind }) => kind === 'citation')).toEqual([{ kind: 'citation', text: '[1]', start: draft.indexOf('[1]') }])
  })
})

describe('the words of a rule that support a draft', () => {
  const cut = (spans: { start: number; end: number }[]) =>
    cutSpans('abcdef', spans)
      .map(({ text, isIn }) => (isIn ? `<${text}>` : text))
      .join('')

  it.each([
    [[], 'abcdef'],
    [[{ start: 0, end: 2 }], '<ab>cdef'],
    [
      [
        { start: 4, end: 6 },
        { start: 1, end: 2 },
      ],
      'a<b>cd<ef>',
    ],
    [
      [
        { start: 1, end: 4 },
        { start: 2, end: 5 },
      ],
      'a<bcd><e>f',
    ],
    [
      [
        { start: 1, end: 5 },
        { start: 2, end: 3 },
      ],
      'a<bcde>f',
    ],
    [[{ start: 4, end: 99 }], 'abcd<ef>'],
  ])('with spans %j are %s', (spans, expected) => {
    expect(cut(spans)).toBe(expected)
  })
})
