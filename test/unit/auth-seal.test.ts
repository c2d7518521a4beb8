import { beforeAll, describe, expect, it } from 'vitest'
import { seal, unseal } from '@/lib/auth/seal'
import { forgetEnv } from '@/lib/env'

function useKey(fill: number): void {
  process.env.DATABASE_URL = 'postgresql://nobody@localhost/nothing'
  process.env.SECRET_KEY = Buffer.alloc(32, fill).toString('base64')
  forgetEnv()
}

describe('a sealed secret', () => {
  beforeAll(() => useKey(1))

  it.each(['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', '', '密钥 🔑', 'a:b:c'])('opens to what was sealed: %j', (secret) => {
    expect(unseal(seal(secret))).toBe(secret)
  })

  it('shows nothing and never looks the same', () => {
    const [one, two] = [seal('whsec_abc'), seal('whsec_abc')]
    expect(one).toMatch(/^v1:[A-Za-z0-9+/]+=*$/)
    expect(one).not.toContain(Buffer.from('whsec_abc').toString('base64').slice(0, 8))
    expect(one).not.toBe(two)
  })

  it('does not open when a single bit was changed', () => {
    const bytes = Buffer.from(seal('whsec_abc').slice(3), 'base64')
    for (let index = 0; index < bytes.length; index++) {
      const changed = Buffer.from(bytes)
      changed[index] = (changed[index] ?? 0) ^ 1
      expect(() => unseal(`v1:${changed.toString('base64')}`)).toThrow('cannot be read')
    }
  })

  it.each(['', 'v1:', 'v2:AAAA', 'whsec_plain', 'v1:AAAA'])('does not open what was never sealed: %j', (text) => {
    expect(() => unseal(text)).toThrow('cannot be read')
  })

  it('does not open under another key', () => {
    const sealed = seal('whsec_abc')
    useKey(2)
    expect(() => unseal(sealed)).toThrow('cannot be read')
    useKey(1)
    expect(unseal(sealed)).toBe('whsec_abc')
  })
})
