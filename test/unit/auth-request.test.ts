import { describe, expect, it } from 'vitest'
import { clientAddress } from '@/lib/auth/client-address'
import { contentSecurityPolicy } from '@/lib/auth/security-headers'
import { sessionTokenOf } from '@/lib/auth/session-cookie'

describe('the session cookie', () => {
  it.each([
    ['over http', { cookie: 'locale=zh; deskhand_session=abc' }, 'abc'],
    ['over https', { cookie: '__Host-deskhand_session=abc', 'x-forwarded-proto': 'https' }, 'abc'],
    ['over https behind two proxies', { cookie: '__Host-deskhand_session=abc', 'x-forwarded-proto': 'https, http' }, 'abc'],
    ['planted by another host of the domain', { cookie: 'deskhand_session=abc', 'x-forwarded-proto': 'https' }, null],
    ['under a longer name', { cookie: 'xdeskhand_session=abc' }, null],
    ['empty', { cookie: 'deskhand_session=' }, null],
    ['absent', {}, null],
  ])('%s', (_, headers, token) => {
    expect(sessionTokenOf(new Headers(headers))).toBe(token)
  })
})

describe('the caller’s address', () => {
  it.each([
    [{ 'x-forwarded-for': '203.0.113.7' }, '203.0.113.7'],
    [{ 'x-forwarded-for': '10.0.0.1, 203.0.113.7' }, '203.0.113.7'],
    [{}, 'unknown'],
  ])('%j', (headers, address) => {
    expect(clientAddress(new Headers(headers))).toBe(address)
  })
})

describe('the content security policy', () => {
  it('allows scripts by nonce alone', () => {
    const policy = contentSecurityPolicy('abc', false)
    expect(policy).toContain("script-src 'self' 'nonce-abc' 'strict-dynamic';")
    expect(policy).not.toMatch(/script-src[^;]*unsafe|ws:/)
  })

  it('allows eval and the reload channel in development', () => {
    expect(contentSecurityPolicy('abc', true)).toMatch(/'unsafe-eval'.*connect-src 'self' ws:/)
  })
})
