import { describe, expect, it } from 'vitest'
import { findTrigger } from '@/app/_caret/find-trigger'
import { fillMacro } from '@/lib/macros/fill-macro'
import { findUnfilled } from '@/lib/macros/find-unfilled'
import { macroSchema, unknownVariable } from '@/lib/macros/schema'

const VALUES = {
  'contact.name': '李想',
  'contact.email': null,
  'contact.phone': '',
  'ticket.number': '12',
  'ticket.subject': 'Where is it',
  'agent.name': 'Lin Xiao',
}

describe('a macro', () => {
  it.each([
    ['{{contact.name}}您好', '李想您好'],
    ['No. {{ ticket.number }}, {{agent.name}}', 'No. 12, Lin Xiao'],
    ['Mail {{contact.email}}', 'Mail {{客户邮箱}}'],
    ['Tel. {{contact.phone}}', 'Tel. {{客户电话}}'],
    ['{{no.such}} {contact.name}', '{{no.such}} {contact.name}'],
  ])('%s is filled to %s', (text, filled) => {
    expect(fillMacro(text, VALUES, 'zh')).toBe(filled)
  })

  it('does not look into values, and braces in them hold nothing back', () => {
    const filled = fillMacro('{{contact.name}}!', { ...VALUES, 'contact.name': '{{agent.name}}{{{contact.email}}}' }, 'en')
    expect(filled).not.toContain('Lin Xiao')
    expect(findUnfilled(filled)).toEqual([])
  })

  it.each([
    ['Hello {{contact.name}}', null],
    ['Hello {{contact.nmae}}', '{{contact.nmae}}'],
    ['Hello {{contact.name}', '{{'],
    ['Hello contact.name}}', '}}'],
    ['{{}}', '{{}}'],
    ['{{{contact.name}}}', null],
    ['{ not a variable }', null],
  ])('%s holds the unknown variable %s', (text, unknown) => {
    expect(unknownVariable(text)).toBe(unknown)
  })

  it('is refused with an unknown variable, no text, or a title of two lines', () => {
    const good = { title: 'Hello', text: 'Hello {{contact.name}}', language: null, isShared: false }
    expect(macroSchema.safeParse(good).success).toBe(true)
    for (const bad of [{ text: '{{contact.age}}' }, { text: ' \u0000 ' }, { title: '' }, { title: 'a\nb' }, { title: 'x'.repeat(81) }]) {
      expect(macroSchema.safeParse({ ...good, ...bad }).success, JSON.stringify(bad)).toBe(false)
    }
  })
})

describe('what holds a reply back', () => {
  it.each([
    ['Hello {{customer name}}', ['customer name']],
    ['{{客户姓名}}您好，{{ agent.name }}，{{客户姓名}}', ['客户姓名', 'agent.name']],
    ['Write {{ user.name }} into your template', []],
    ['{"a":{"b":1}}', []],
  ])('in %s is %j', (text, marks) => {
    expect(findUnfilled(text)).toEqual(marks)
  })
})

describe('a sign before the caret', () => {
  it.each([
    ['/', '/', ''],
    ['/gre', '/', 'gre'],
    ['Hello\n/退款', '/', '退款'],
    ['Hello /a', '/', 'a'],
    ['(/a', '/', 'a'],
    ['您好，/问候', '/', '问候'],
    ['and/or', '/', null],
    ['退款/换货', '/', null],
    ['1/2', '/', null],
    ['https://', '/', null],
    ['https:/', '/', null],
    ['/a b', '/', null],
    ['me@shop', '@', null],
    ['请@林', '@', '林'],
    ['、', '/', ''],
    ['您好。、退款', '/', '退款'],
    ['Hello ／gre', '/', 'gre'],
    ['苹果、香蕉', '/', null],
    ['退款／换货', '/', null],
    ['https:／／', '/', null],
    ['/退款、换货', '/', '退款、换货'],
    ['请＠林', '@', '林'],
    ['me＠shop', '@', null],
    ['Hi @Lin', '@', 'Lin'],
    [`/${'x'.repeat(31)}`, '/', null],
    [`${'x'.repeat(100)} /abc`, '/', 'abc'],
  ] as const)('%s has %s with %s', (text, sign, q) => {
    expect(findTrigger(text, text.length, sign)?.q ?? null).toBe(q)
  })

  it('says what its place is', () => {
    expect(findTrigger('Hello /gre more', 10, '/')).toEqual({ start: 6, end: 10, q: 'gre' })
  })
})
