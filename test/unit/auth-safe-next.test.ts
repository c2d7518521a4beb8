import { describe, expect, it } from 'vitest'
import { safeNext } from '@/lib/auth/safe-next'

describe('where signing in leads', () => {
  it.each(['/tickets', '/tickets/42?view=mine&q=%E9%80%80%E6%AC%BE', '/faq#rules', '/settings/channels', '/signing'])(
    'a path of our own stays: %s',
    (next) => {
      expect(safeNext(next)).toBe(next)
    },
  )

  it.each([
    null,
    undefined,
    42,
    '',
    '/',
    'tickets',
    'https://evil.example/tickets',
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '/.//evil.example',
    '/x/..//evil.example',
    'javascript:alert(1)',
    ' /tickets',
    '/sign-in?next=/tickets',
    '/setup',
    '/api/v1/tickets',
    `/${'x'.repeat(3_000)}`,
  ])('anything else leads to the queue: %j', (next) => {
    expect(safeNext(next)).toBe('/tickets')
  })
})
