import { describe, expect, it } from 'vitest'
import { diffRevisions } from '@/lib/faq/diff-revisions'
import { diffTexts } from '@/lib/faq/diff-texts'
import type { RuleContent } from '@/lib/faq/schema'

/** `退款[-3-]{+5+}个工作日` */
const shown = (before: string, after: string) =>
  diffTexts(before, after)
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'added' ? `{+${text}+}` : `[-${text}-]`))
    .join('')

describe('the difference of two texts', () => {
  it.each([
    ['退款3个工作日内到账。', '退款5个工作日内到账。', '退款[-3-]{+5+}个工作日内到账。'],
    ['满99元包邮。', '满199元包邮。', '满[-99-]{+199+}元包邮。'],
    ['签收后可以退货。', '签收后7天内可以退货。', '签收后{+7天内+}可以退货。'],
    ['由买家承担运费。', '由本店承担运费。', '由[-买家-]{+本店+}承担运费。'],
    ['Refunds take 3 days.', 'Refunds take 30 days.', 'Refunds take [-3-]{+30+} days.'],
    ['It costs $1,200.50 a year.', 'It costs $1,300.50 a year.', 'It costs $[-1,200.50-]{+1,300.50+} a year.'],
    ['We ship to Canada.', 'We do not ship to Canada.', 'We {+do not +}ship to Canada.'],
    ['使用iPhone登录', '使用Android登录', '使用[-iPhone-]{+Android+}登录'],
    ['同样', '同样', '同样'],
    ['', '新的', '{+新的+}'],
    ['旧的', '', '[-旧的-]'],
  ])('of “%s” and “%s” reads well', (before, after, expected) => {
    expect(shown(before, after)).toBe(expected)
  })

  it('joins changes that only a chance character parts', () => {
    expect(shown('甲乙丙丁戊', '子乙丑丁寅')).toBe('[-甲乙丙丁戊-]{+子乙丑丁寅+}')
  })

  it('of any two texts holds both, whole', () => {
    const before = '签收后7天内，in the original box，可以退货。\n运费自付。'
    const after = 'Within 15 days 签收后15天内可以退换货。\n\n运费由本店承担！'
    const pieces = diffTexts(before, after)
    const side = (kind: 'added' | 'removed') => pieces.flatMap((piece) => (piece.kind === kind ? [] : [piece.text])).join('')
    expect([side('added'), side('removed')]).toEqual([before, after])
  })

  it('of two long texts without anything in common is found quickly', () => {
    const pieces = diffTexts('甲'.repeat(4_000), '乙'.repeat(4_000))
    expect(pieces.map(({ kind }) => kind)).toEqual(['removed', 'added'])
  })
})

const rule: RuleContent = {
  question: '怎么退货',
  variants: ['能退吗'],
  answer: '7天内可退。',
  category: '退货',
  tags: ['售后'],
  entity: '',
  language: 'zh',
  status: 'draft',
  validFrom: null,
  validUntil: new Date('2026-12-01'),
}

describe('the difference of two versions', () => {
  it('names what changed and nothing else', () => {
    expect(diffRevisions(rule, { ...rule, validUntil: new Date('2026-12-01') })).toEqual({})
    expect(
      diffRevisions(rule, { ...rule, variants: ['能退吗', '不想要了'], tags: [], status: 'published', validUntil: null, category: '售后' }),
    ).toEqual({
      variants: { added: ['不想要了'], removed: [] },
      tags: { added: [], removed: ['售后'] },
      status: { before: 'draft', after: 'published' },
      validUntil: { before: rule.validUntil, after: null },
      category: { before: '退货', after: '售后' },
    })
  })
})
