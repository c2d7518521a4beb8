import { expect, test } from 'vitest'
import { identifyContact } from '@/lib/contacts/identify-contact'
import { readCursor, writeCursor } from '@/lib/tickets/cursor'
import { isUnread } from '@/lib/tickets/is-unread'
import { lastWords } from '@/lib/tickets/last-words'
import { MAX_MESSAGE_CHARACTERS, newTicketSchema, replySchema } from '@/lib/tickets/schema'
import { newId } from '@/lib/uuid'

const body = { subject: 'Late', message: { text: 'Where is it?' }, contact: {} }

test('what is left out has its default, what is unknown is dropped', () => {
  expect(newTicketSchema.parse({ ...body, isAdmin: true })).toEqual({
    ...body,
    message: { text: 'Where is it?', attachments: [] },
    priority: 'normal',
    tags: [],
  })
})

test.each([
  ['<p>Hello&nbsp;there</p><p>Bye</p>', 'Hello there\n\nBye'],
  ['a<br>b', 'a\nb'],
  ['<style>p{}</style><script>alert(1)</script>seen', 'seen'],
  ['<a href="https://x.example/y">link</a>', 'link [https://x.example/y]'],
  ['<h1>Big</h1><img src="x.png" alt="pic">', 'Big'],
  ['&lt;script&gt;', '<script>'],
])('HTML %j becomes %j', (html, text) => {
  expect(newTicketSchema.parse({ ...body, message: { html } }).message.text.replace(/\u00a0/g, ' ')).toBe(text)
})

test('HTML nested ten thousand deep is cut and not a crash', () => {
  const html = `seen${'<div>'.repeat(10_000)}deep${'</div>'.repeat(10_000)}`
  expect(newTicketSchema.parse({ ...body, message: { html } }).message.text).toContain('seen')
})

test.each([
  ['no subject', { subject: undefined }],
  ['a subject of 301 characters', { subject: 'x'.repeat(301) }],
  ['a subject of controls', { subject: '\u0000\u0001' }],
  ['no message', { message: undefined }],
  ['neither text nor html', { message: {} }],
  ['an empty text', { message: { text: ' \n' } }],
  ['HTML without a word', { message: { html: '<img src=x>' } }],
  ['a text past its limit', { message: { text: 'x'.repeat(MAX_MESSAGE_CHARACTERS + 1) } }],
  ['no contact', { contact: undefined }],
  ['an e-mail address without @', { contact: { email: 'ann' } }],
  ['a priority nobody has', { priority: 'asap' }],
  ['21 tags', { tags: Array.from({ length: 21 }, (_, index) => `t${index}`) }],
  ['an empty tag', { tags: [' '] }],
  ['an empty externalId', { externalId: '' }],
  ['a line feed in an externalId', { externalId: 'a\nb' }],
])('%s is refused', (_, fields) => {
  expect(newTicketSchema.safeParse({ ...body, ...fields }).success).toBe(false)
})

test('a reply has words and a limit', () => {
  expect(replySchema.parse({ text: ' hi ' })).toEqual({ text: 'hi', andThen: 'waiting', delaySeconds: 0 })
  for (const text of ['', ' ', 'x'.repeat(20_001)]) expect(replySchema.safeParse({ text }).success).toBe(false)
})

test.each([
  [{ externalId: 'A-1', email: 'x@y.z' }, 'external:A-1'],
  [{ email: 'X@Y.z', phone: '123' }, 'email:x@y.z'],
  [{ phone: '＋86 (138) 0013-8000' }, 'phone:8613800138000'],
])('%j is %s', (contact, identity) => {
  expect(identifyContact(contact)).toBe(identity)
})

test('who has no identity is a new person each time', () => {
  expect(identifyContact({ name: 'Ann', phone: 'none' })).toMatch(/^anonymous:/)
  expect(identifyContact({})).not.toBe(identifyContact({}))
})

test('ids of one moment are told apart, and later ones sort later', () => {
  const ids = Array.from({ length: 1_000 }, newId)
  expect(new Set(ids).size).toBe(1_000)
  expect(ids[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(Number.parseInt(newId().slice(0, 13).replace('-', ''), 16)).toBeGreaterThanOrEqual(
    Number.parseInt((ids[0] ?? '').slice(0, 13).replace('-', ''), 16),
  )
})

test('the last words are one line of 200 characters that ends in no half emoji', () => {
  expect(lastWords(' a\n\nb ')).toBe('a b')
  const long = lastWords('😀'.repeat(3_000))
  expect([...long]).toHaveLength(200)
  expect(long.isWellFormed()).toBe(true)
})

test('a place in a list survives the journey, and nothing else is taken for one', () => {
  const place = { stretch: 1 as const, at: new Date('2026-01-02T03:04:05.678Z'), id: newId() }
  for (const isTolerant of [true, false]) expect(readCursor(writeCursor(place, isTolerant))).toEqual({ place, isTolerant })
  for (const cursor of ['', 'x', Buffer.from('[1,2]').toString('base64url')]) expect(() => readCursor(cursor)).toThrow('cursor')
})

test('unread is what the customer wrote after an agent last looked', () => {
  const at = (second: number) => new Date(second * 1_000)
  expect(isUnread({ waitingSince: at(1), activeAt: at(1), seenAt: null })).toBe(true)
  expect(isUnread({ waitingSince: at(1), activeAt: at(5), seenAt: at(3) })).toBe(true)
  expect(isUnread({ waitingSince: at(1), activeAt: at(1), seenAt: at(3) })).toBe(false)
  expect(isUnread({ waitingSince: null, activeAt: at(5), seenAt: at(3) })).toBe(false)
})
