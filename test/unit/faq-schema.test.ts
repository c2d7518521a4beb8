import { describe, expect, it } from 'vitest'
import { ruleChangeSchema, ruleSchema } from '@/lib/faq/schema'

const least = { question: '怎么退货', answer: '七天内可以退。', language: 'zh' as const }

describe('ruleSchema', () => {
  it('fills in what may be left out', () => {
    expect(ruleSchema.parse(least)).toEqual({
      ...least,
      variants: [],
      category: '',
      tags: [],
      entity: '',
      status: 'draft',
      validFrom: null,
      validUntil: null,
    })
  })

  it('cleans texts and drops what is repeated', () => {
    const rule = ruleSchema.parse({
      ...least,
      question: '  How\u0000 do I\n return\u0007 it? ',
      answer: ' First line\r\nSecond\u0000 line ',
      variants: ['send it back', 'Send it back ', 'how do i return it?', 'ＳＥＮＤ it back', 'refund'],
      tags: ['a', 'a ', 'B'],
    })
    expect(rule).toMatchObject({
      question: 'How do I return it?',
      answer: 'First line\nSecond line',
      variants: ['send it back', 'refund'],
      tags: ['a', 'B'],
    })
  })

  it('reads moments with their offset', () => {
    const { validFrom } = ruleSchema.parse({ ...least, validFrom: '2026-03-01T08:00:00+08:00' })
    expect(validFrom).toEqual(new Date('2026-03-01T00:00:00Z'))
  })

  it.each([
    ['question', { question: ' \u0000 ' }],
    ['question', { question: 'x'.repeat(301) }],
    ['answer', { answer: '' }],
    ['answer', { answer: 'x'.repeat(4_001) }],
    ['variants', { variants: Array.from({ length: 51 }, (_, number) => `variant ${number}`) }],
    ['variants.0', { variants: ['x'.repeat(301)] }],
    ['variants.0', { variants: ['  '] }],
    ['category', { category: 'x'.repeat(61) }],
    ['tags', { tags: Array.from({ length: 21 }, (_, number) => `tag ${number}`) }],
    ['tags.0', { tags: ['x'.repeat(41)] }],
    ['language', { language: 'fr' }],
    ['status', { status: 'deleted' }],
    ['validFrom', { validFrom: '2026-03-01' }],
    ['validUntil', { validFrom: '2026-03-02T00:00:00Z', validUntil: '2026-03-02T00:00:00Z' }],
  ])('refuses a wrong %s: %j', (path, fields) => {
    const result = ruleSchema.safeParse({ ...least, ...fields })
    expect(result.error?.issues.map((issue) => issue.path.join('.'))).toEqual([path])
  })
})

it('a change holds the fields it names and no others', () => {
  expect(ruleChangeSchema.parse({ answer: ' yes ' })).toEqual({ answer: 'yes' })
  expect(ruleChangeSchema.parse({})).toEqual({})
})
