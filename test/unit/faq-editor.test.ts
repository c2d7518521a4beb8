import { describe, expect, it } from 'vitest'
import { clashingFields, mergeForms } from '@/app/(desk)/faq/merge-forms'
import { emptyForm, type RuleForm } from '@/app/(desk)/faq/rule-form'
import { variantNotes } from '@/app/(desk)/faq/variant-notes'
import { hasMarkdown, readMarkdown } from '@/lib/faq/read-markdown'

const base: RuleForm = { ...emptyForm('zh'), question: '怎么退货', answer: '七天。', variants: '能退吗\n不要了', tags: '退货' }

describe('my changes on top of theirs', () => {
  it('are theirs where I changed nothing, and mine where I did', () => {
    const versions = {
      base,
      theirs: { ...base, answer: '八天。', category: '售后' },
      mine: { ...base, answer: '九天。', question: '如何退货' },
    }
    expect(mergeForms(versions)).toEqual({ ...base, answer: '九天。', category: '售后', question: '如何退货' })
    expect(clashingFields(versions)).toEqual(['answer'])
  })

  it('of lists what both added and took out counts', () => {
    const theirs = { ...base, variants: '能退吗\n退款', tags: '退货，运费' }
    const mine = { ...base, variants: '能退吗\n不要了\n想退', tags: '' }
    const merged = mergeForms({ base, theirs, mine })
    expect(merged).toMatchObject({ variants: '能退吗\n想退\n退款', tags: '运费' })
    expect(clashingFields({ base, theirs, mine })).toEqual([])
  })

  it('that are the same as theirs are no clash', () => {
    const both = { ...base, answer: '八天。' }
    expect(clashingFields({ base, theirs: both, mine: both })).toEqual([])
  })
})

describe('the notes on ways to ask', () => {
  it.each([
    ['能退吗？\n ＡＢＣ \nabc', [{ kind: 'repeated', text: 'abc', of: 'ＡＢＣ' }]],
    ['怎么退货？！', [{ kind: 'question', text: '怎么退货？！' }]],
    ['x'.repeat(301), [{ kind: 'long', text: 'x'.repeat(301) }]],
    [Array.from({ length: 51 }, (_, n) => `问法${n}`).join('\n'), [{ kind: 'many', n: 51 }]],
    ['', []],
    ['？？\n！！', [{ kind: 'repeated', text: '！！', of: '？？' }]],
  ])('of %j', (variants, notes) => {
    expect(variantNotes('怎么退货', variants)).toEqual(notes)
  })
})

describe('light Markdown', () => {
  const kinds = (text: string) =>
    readMarkdown(text).map((block) =>
      block.kind === 'list' ? `${block.isOrdered ? 'ol' : 'ul'} ${block.items.length}` : `p ${block.lines.length}`,
    )
  const spans = (text: string) => readMarkdown(text).flatMap((block) => (block.kind === 'list' ? block.items : block.lines).flat())

  it('has paragraphs and lists', () => {
    expect(kinds('一\n二\n\n三\n- a\n- b\n1. c\n2、 d')).toEqual(['p 2', 'p 1', 'ul 2', 'ol 2'])
    expect(kinds('')).toEqual([])
  })

  it('has bold, italics, code and links', () => {
    expect(spans('**七天**内，*请*保留`单号`，见[说明](https://a.example/x?y=1)。')).toEqual([
      { kind: 'strong', text: '七天' },
      { kind: 'text', text: '内，' },
      { kind: 'emphasis', text: '请' },
      { kind: 'text', text: '保留' },
      { kind: 'code', text: '单号' },
      { kind: 'text', text: '，见' },
      { kind: 'link', text: '说明', href: 'https://a.example/x?y=1' },
      { kind: 'text', text: '。' },
    ])
    expect(spans('见 https://a.example/b。')[1]).toEqual({ kind: 'link', text: 'https://a.example/b', href: 'https://a.example/b' })
  })

  it.each([
    '<b>x</b>',
    '3*4*5',
    '[x](javascript:alert(1))',
    '[x](data:text/html,x)',
    '![x](y)',
    '七天[1]内[2]。',
    '**',
    '-没有空格',
    '2026. 年',
  ])('leaves %j as text', (text) => {
    expect(spans(text).every(({ kind }) => kind === 'text')).toBe(true)
    expect(
      spans(text)
        .map((span) => span.text)
        .join(''),
    ).toBe(text)
    expect(hasMarkdown(text)).toBe(false)
  })

  it.each(['**七天**内', '见[说明](https://a.example)', '- 身份证\n- 发票', '1. 先登录\n2. 再申请'])(
    'is what makes %j look otherwise',
    (text) => {
      expect(hasMarkdown(text)).toBe(true)
    },
  )

  it('of a hostile text is read to its end', () => {
    // With the square of its length this would outlast the limit of a test many times over.
    for (const part of ['*', '[', '`a', '**a', '[a](']) expect(readMarkdown(part.repeat(500_000 / part.length))).not.toHaveLength(0)
  })
})
