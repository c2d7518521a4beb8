import { describe, expect, it } from 'vitest'
import { hashPassword, verifyPassword } from '@/lib/auth/hash-password'

describe('a hashed password', () => {
  it('is matched by the password and by no other', async () => {
    const hash = await hashPassword('correct horse battery')
    expect(hash).toMatch(/^\$scrypt\$ln=15,r=8,p=3\$[\w-]{22}\$[\w-]{43}$/)
    expect(await verifyPassword('correct horse battery', hash)).toBe(true)
    expect(await verifyPassword('correct horse battery ', hash)).toBe(false)
    expect(await verifyPassword('', hash)).toBe(false)
  })

  it('is never the same twice', async () => {
    expect(await hashPassword('same words')).not.toBe(await hashPassword('same words'))
  })

  it('is matched however the keyboard composes the letters', async () => {
    const hash = await hashPassword('Pässwörter 密码ＡＢＣ')
    expect(await verifyPassword('Pa\u0308sswo\u0308rter 密码ABC', hash)).toBe(true)
  })

  it('keeps its own parameters, so that older hashes still work', async () => {
    // scrypt of RFC 7914, section 12: password 'pleaseletmein', salt 'SodiumChloride', N=16384, r=8, p=1, 64 bytes; here its first 32.
    const salt = Buffer.from('SodiumChloride').toString('base64url')
    const expected = Buffer.from('7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2', 'hex').toString('base64url')
    expect(await verifyPassword('pleaseletmein', `$scrypt$ln=14,r=8,p=1$${salt}$${expected}`)).toBe(true)
  })

  it.each([
    ['nobody', null],
    ['an empty string', ''],
    ['another scheme', '$argon2id$v=19$m=65536,t=3,p=4$c2FsdA$aGFzaA'],
    ['a cost that would take the whole machine', '$scrypt$ln=30,r=8,p=1$c2FsdA$aGFzaA'],
    ['the plain password', 'secret words'],
  ])('refuses every password for %s', async (_, stored) => {
    expect(await verifyPassword('secret words', stored)).toBe(false)
  })
})
