import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { findSession } from '@/lib/auth/find-session'
import { hashToken } from '@/lib/auth/hash-token'
import type { Agent } from '@/lib/auth/schema'
import { signIn } from '@/lib/auth/sign-in'
import { signOut } from '@/lib/auth/sign-out'
import { db } from '@/lib/db'
import { createUser } from '@/test/support/create-user'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const PASSWORD = 'a long enough password'
let agent: Agent

/** Every attempt of a test from an address of its own, so that one test's limits are not another's. */
const from = (ip: string = randomUUID()) => ({ ip, userAgent: 'test browser' })
const wrongOrUnknown = { code: 'unauthorized', message: 'The e-mail address or the password is wrong.' }
const sessionOf = (token: string) => db().session.findUniqueOrThrow({ where: { tokenHash: hashToken(token) } })

beforeAll(async () => {
  agent = await createUser({ email: ' Lin@Example.com ', name: '林晓', password: PASSWORD, role: 'agent' })
})

describe('signing in', () => {
  it('opens a session for the right password, however the address is written', async () => {
    const signedIn = await signIn({ email: 'LIN@example.com', password: PASSWORD, ...from('203.0.113.7') })
    expect(signedIn.agent).toEqual({ id: agent.id, name: '林晓', email: 'lin@example.com', role: 'agent', language: null })
    expect(await findSession(signedIn.token)).toEqual(signedIn.agent)
    const session = await sessionOf(signedIn.token)
    expect(session).toMatchObject({ userId: agent.id, userAgent: 'test browser', expiresAt: signedIn.expiresAt })
    expect(JSON.stringify(session)).not.toContain(signedIn.token)
    const entry = await db().auditEntry.findFirst({ where: { actorId: agent.id, action: 'user.sign_in' }, orderBy: { id: 'desc' } })
    expect(entry?.details).toEqual({ ip: '203.0.113.7' })
  })

  it('refuses a wrong password, an unknown address and a disabled person in the same words', async () => {
    const gone = await createUser({ email: 'gone@example.com', name: 'Gone', password: PASSWORD })
    await db().user.update({ where: { id: gone.id }, data: { disabledAt: new Date() } })
    for (const attempt of [
      { email: 'lin@example.com', password: 'a long enough passwore' },
      { email: 'nobody@example.com', password: PASSWORD },
      { email: 'gone@example.com', password: PASSWORD },
    ]) {
      await expect(signIn({ ...attempt, ...from() })).rejects.toMatchObject(wrongOrUnknown)
    }
    expect(await db().auditEntry.count({ where: { action: 'user.sign_in_failed', subjectId: gone.id } })).toBe(1)
    expect(await db().session.count({ where: { userId: gone.id } })).toBe(0)
  })

  it('is refused after ten attempts from one address, with the right password too', async () => {
    const attempt = { email: 'limited@example.com', password: 'wrong words here', ...from() }
    await createUser({ email: attempt.email, name: 'Limited', password: PASSWORD })
    await Promise.all(Array.from({ length: 10 }, () => expect(signIn(attempt)).rejects.toMatchObject(wrongOrUnknown)))
    const limited = { code: 'rate_limited', details: { retryAfterSeconds: expect.any(Number) } }
    await expect(signIn({ ...attempt, password: PASSWORD })).rejects.toMatchObject(limited)
    // Somebody else's guessing locks nobody out.
    await expect(signIn({ ...attempt, ...from(), password: PASSWORD })).resolves.toMatchObject({ agent: { email: attempt.email } })
  })
})

describe('a session', () => {
  it('ends with signing out, and only that one', async () => {
    const [desk, phone] = [
      await signIn({ email: agent.email, password: PASSWORD, ...from() }),
      await signIn({ email: agent.email, password: PASSWORD, ...from() }),
    ]
    await signOut(desk.token)
    await signOut(desk.token)
    expect(await findSession(desk.token)).toBeNull()
    expect(await findSession(phone.token)).toEqual(agent)
    expect(await db().auditEntry.count({ where: { actorId: agent.id, action: 'user.sign_out' } })).toBe(1)
  })

  it('ends when its time is over, and is cleared away by the next one', async () => {
    const { token } = await signIn({ email: agent.email, password: PASSWORD, ...from() })
    const { id } = await db().session.update({ where: { tokenHash: hashToken(token) }, data: { expiresAt: new Date(Date.now() - 1) } })
    expect(await findSession(token)).toBeNull()
    await signIn({ email: agent.email, password: PASSWORD, ...from() })
    expect(await db().session.findUnique({ where: { id } })).toBeNull()
  })

  it('is prolonged by a visit, but not written at each one', async () => {
    const { token } = await signIn({ email: agent.email, password: PASSWORD, ...from() })
    const where = { tokenHash: hashToken(token) }
    const soon = new Date(Date.now() + DAY)
    const recently = new Date(Date.now() - 4 * MINUTE)
    await db().session.update({ where, data: { lastSeenAt: recently, expiresAt: soon } })
    await findSession(token)
    expect(await sessionOf(token)).toMatchObject({ lastSeenAt: recently, expiresAt: soon })
    await db().session.update({ where, data: { lastSeenAt: new Date(Date.now() - 6 * MINUTE) } })
    expect(await findSession(token)).toEqual(agent)
    const visited = await sessionOf(token)
    expect(visited.lastSeenAt.getTime()).toBeGreaterThan(recently.getTime())
    expect(visited.expiresAt.getTime()).toBeGreaterThan(Date.now() + 29 * DAY)
  })

  it('opens nothing once its person is disabled', async () => {
    const leaver = await createUser({ email: 'leaver@example.com', name: 'Leaver', password: PASSWORD })
    const { token } = await signIn({ email: leaver.email, password: PASSWORD, ...from() })
    await db().user.update({ where: { id: leaver.id }, data: { disabledAt: new Date() } })
    expect(await findSession(token)).toBeNull()
  })

  it('is not opened by the hash that the database holds', async () => {
    const { token } = await signIn({ email: agent.email, password: PASSWORD, ...from() })
    expect(await findSession(hashToken(token))).toBeNull()
  })
})
