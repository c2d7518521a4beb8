import { execFileSync } from 'node:child_process'
import { createHmac } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { faqHref, newRuleHref } from '@/app/(desk)/faq/faq-href'
import { readFaqQuery } from '@/app/(desk)/faq/faq-query'
import { fromLocal, toLocal, zoneName } from '@/app/(desk)/faq/local-moment'
import { emptyForm, fromForm, toForm } from '@/app/(desk)/faq/rule-form'
import { signedCurl } from '@/app/(desk)/settings/channels/signed-curl'
import { NO_FILTERS, type QueueQuery, queueSearch, readQueueQuery } from '@/app/(desk)/tickets/_queue/queue-query'

describe('the queue in the URL', () => {
  const plain: QueueQuery = { ...NO_FILTERS, view: 'open', q: '', sort: 'active' }
  const agent = '0198c3e0-0000-7000-8000-000000000001'

  it.each<[string, Partial<QueueQuery>, string]>([
    ['', {}, ''],
    ['view=mine', { view: 'mine' }, '?view=mine'],
    ['view=nonsense&q=%20%E9%80%80%E6%AC%BE%20', { q: '退款' }, '?q=%E9%80%80%E6%AC%BE'],
    ['view=open&sort=active', {}, ''],
    ['sort=due&priority=high&rung=model', { sort: 'due', priority: 'high', rung: 'model' }, '?sort=due&priority=high&rung=model'],
    [`assignee=${agent}&tag=%20vip%20`, { assignee: agent, tag: 'vip' }, `?assignee=${agent}&tag=vip`],
    ['assignee=me&unread=1&gap=1', { assignee: 'me', unread: true, gap: true }, '?assignee=me&gap=1&unread=1'],
    ['assignee=x&channel=y&language=fr&grounding=maybe&status=shut&unread=2&tag=', {}, ''],
  ])('%j is read and written again', (search, query, written) => {
    expect(readQueueQuery(new URLSearchParams(search))).toEqual({ ...plain, ...query })
    expect(queueSearch({ ...plain, ...query })).toBe(written)
  })

  it('keeps 200 characters of a search', () => {
    expect(readQueueQuery(new URLSearchParams({ q: 'x'.repeat(5_000) })).q).toHaveLength(200)
  })
})

describe('the knowledge base in the URL', () => {
  const id = '0198c3e0-0000-7000-8000-000000000001'

  it('is read, and what cannot be read is the default', () => {
    expect(readFaqQuery({ q: [' a ', ' b '], status: 'draft', language: 'fr', rule: 'nonsense', sort: '-3' })).toEqual({
      q: 'b',
      status: 'draft',
      language: null,
      rule: null,
      category: null,
      tag: null,
      facet: null,
      sort: 'changed',
      new: null,
      twin: null,
      question: '',
    })
  })

  it('begins a rule with what a customer asked, in one line and no longer than a question may be', () => {
    const readHref = (href: string) => readFaqQuery(Object.fromEntries(new URL(href, 'http://here.invalid').searchParams))
    expect(readHref(newRuleHref('en', 'Do you\n  yodel? '))).toMatchObject({ new: 'en', question: 'Do you yodel?' })
    expect(readHref(newRuleHref('zh', '问'.repeat(1_000))).question).toHaveLength(300)
    expect(readFaqQuery({ new: 'zh', question: `${'x'.repeat(5_000)}` }).question).toHaveLength(300)
    expect(newRuleHref('zh', ' ')).toBe('/faq?new=zh')
    // With the rule goes what it began with.
    expect(faqHref({ ...readHref(newRuleHref('en', 'a')), new: null })).toBe('/faq')
  })

  it('comes back as it was written', () => {
    const query = {
      q: '退货 运费',
      status: 'archived',
      language: 'zh',
      category: '物流',
      tag: null,
      facet: 'unused',
      sort: 'used',
      rule: id,
      new: null,
      twin: null,
      question: '',
    } as const
    expect(readFaqQuery(Object.fromEntries(new URL(faqHref(query), 'http://here.invalid').searchParams))).toEqual(query)
    expect(faqHref(readFaqQuery({}))).toBe('/faq')
  })
})

describe("a rule in the editor's boxes", () => {
  const rule = {
    id: '0198c3e0-0000-7000-8000-000000000001',
    externalId: null,
    version: 3,
    question: '怎么退货？',
    variants: ['能退吗', '不要了'],
    answer: '签收后 7 天内可以退货。',
    category: '退货',
    tags: ['退货', '运费'],
    entity: '',
    language: 'zh',
    status: 'published',
    validFrom: new Date('2026-11-20T16:30:00Z'),
    validUntil: null,
    twinId: null,
    twinChangedAt: null,
    createdAt: new Date(0),
    updatedAt: new Date(0),
  } as const

  it('shows moments in the time zone of the agent', () => {
    const shown = { ...rule, variants: [...rule.variants], tags: [...rule.tags] }
    const { validFrom, validUntil } = toForm(shown)
    expect(toLocal(validFrom, 'Asia/Shanghai')).toBe('2026-11-21T00:30')
    expect(toLocal(validFrom, 'UTC')).toBe('2026-11-20T16:30')
    expect(fromLocal('2026-11-21T00:30', 'Asia/Shanghai')).toBe(validFrom)
    expect([validUntil, toLocal('', 'UTC'), fromLocal('', 'UTC')]).toEqual(['', '', ''])
    expect(zoneName('Asia/Shanghai', validFrom)).toBe('Asia/Shanghai (GMT+8)')
  })

  it('is split at lines and at commas of both scripts, without empty parts', () => {
    const input = fromForm({ ...emptyForm('zh'), variants: ' 能退吗 \n\n不要了\n', tags: '退货，运费, a、b ,' })
    expect(input).toMatchObject({ variants: ['能退吗', '不要了'], tags: ['退货', '运费', 'a', 'b'], validFrom: null, validUntil: null })
  })
})

describe('the command that tries a channel', () => {
  const secret = `whsec_${Buffer.from('0123456789abcdef0123456789abcdef').toString('base64')}`
  const words = { subject: "Lin's “order”", text: '我的订单呢？$HOME `id`', name: 'Emma' }
  // curl is replaced by a function that prints what it was given, a line an argument.
  const script = `curl() { printf '%s\\n' "$@"; }\n${signedCurl({ url: 'http://here.invalid/x', secret, ...words })}`
  const given = execFileSync('bash', ['-c', script], { encoding: 'utf8' }).split('\n')

  it('signs id, time and body as Standard Webhooks asks', () => {
    const header = (name: string) => given.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2) ?? ''
    const body = given[given.indexOf('-d') + 1] ?? ''
    const key = Buffer.from(secret.slice('whsec_'.length), 'base64')
    const signature = createHmac('sha256', key)
      .update(`${header('webhook-id')}.${header('webhook-timestamp')}.${body}`)
      .digest('base64')
    expect(header('webhook-signature')).toBe(`v1,${signature}`)
  })

  it('posts the words as they are, whatever the shell would make of them', () => {
    const body: unknown = JSON.parse(given[given.indexOf('-d') + 1] ?? '')
    expect(body).toEqual({ subject: 'Lin’s “order”', message: { text: words.text }, contact: { name: 'Emma' } })
  })
})
