import { afterEach, describe, expect, it } from 'vitest'
import { createFirstAdmin } from '@/lib/auth/create-first-admin'
import { findSession } from '@/lib/auth/find-session'
import { hasAnyUser } from '@/lib/auth/has-any-user'
import { signInAsDemo } from '@/lib/auth/sign-in-as-demo'
import { db } from '@/lib/db'
import { createUser } from '@/test/support/create-user'
import { setEnv } from '@/test/support/database'

const PASSWORD = 'a long enough password'
const caller = { ip: '203.0.113.7', userAgent: null }

afterEach(async () => {
  await db().user.deleteMany()
})

describe('the first admin', () => {
  it('is made exactly once by ten at the same moment', async () => {
    expect(await hasAnyUser()).toBe(false)
    const attempts = Array.from({ length: 10 }, (_, index) =>
      createFirstAdmin({ name: `Admin ${index}`, email: `admin${index}@example.com`, password: PASSWORD }),
    )
    const results = await Promise.allSettled(attempts)
    const made = results.filter((result) => result.status === 'fulfilled').map((result) => result.value)
    const refused = results.filter((result) => result.status === 'rejected').map((result) => result.reason)
    expect(made).toHaveLength(1)
    expect(refused.map((error) => error.code)).toEqual(Array(9).fill('conflict'))
    expect(await db().user.findMany({ select: { id: true, role: true } })).toEqual([{ id: made[0]?.agent.id, role: 'admin' }])
    expect(await findSession(made[0]?.token ?? '')).toMatchObject({ role: 'admin' })
    expect(await db().auditEntry.count({ where: { action: 'user.create_first_admin' } })).toBe(1)
  })

  it('is not made where anybody exists, be it an agent or disabled', async () => {
    const agent = await createUser({ email: 'agent@example.com', name: 'Agent', password: PASSWORD })
    await db().user.update({ where: { id: agent.id }, data: { disabledAt: new Date() } })
    const attempt = createFirstAdmin({ name: 'Eve', email: 'eve@example.com', password: PASSWORD })
    await expect(attempt).rejects.toMatchObject({ code: 'conflict' })
    expect(await db().user.count()).toBe(1)
  })

  it('is not made in the demo', async () => {
    await setEnv({ DEMO: 'true' })
    const attempt = createFirstAdmin({ name: 'Eve', email: 'eve@example.com', password: PASSWORD })
    await expect(attempt).rejects.toMatchObject({ code: 'forbidden' })
    expect(await hasAnyUser()).toBe(false)
  })

  it.each([
    [{ password: 'too short' }, 'password'],
    [{ email: 'not an address' }, 'email'],
    [{ name: '  ' }, 'name'],
  ])('is not made from %j', async (wrong, field) => {
    const attempt = createFirstAdmin({ name: 'Eve', email: 'eve@example.com', password: PASSWORD, ...wrong })
    await expect(attempt).rejects.toMatchObject({ issues: [{ path: [field] }] })
  })
})

describe('one-click sign-in', () => {
  it('is refused outside the demo, to everybody', async () => {
    await createUser({ email: 'admin@example.com', name: 'Admin', password: PASSWORD, role: 'admin' })
    for (const role of ['agent', 'admin'] as const) {
      await expect(signInAsDemo({ role, ...caller })).rejects.toMatchObject({ code: 'forbidden' })
    }
    expect(await db().session.count()).toBe(0)
  })

  it('makes the person of the role once and signs in nobody else', async () => {
    await setEnv({ DEMO: 'true' })
    const real = await createUser({ email: 'admin@example.com', name: 'Admin', password: PASSWORD, role: 'admin' })
    const clicks = await Promise.all([1, 2, 3].map(() => signInAsDemo({ role: 'admin', ...caller })))
    const agent = await signInAsDemo({ role: 'agent', ...caller })
    expect(new Set(clicks.map((click) => click.agent.id)).size).toBe(1)
    expect(clicks[0]?.agent).toMatchObject({ role: 'admin', email: 'admin@demo.invalid' })
    expect(clicks[0]?.agent.id).not.toBe(real.id)
    expect(await findSession(agent.token)).toMatchObject({ role: 'agent', email: 'agent@demo.invalid' })
    expect(await db().user.count()).toBe(3)
    expect(await db().auditEntry.count({ where: { action: 'user.sign_in_demo', details: { equals: { ip: caller.ip } } } })).toBe(4)
  })
})
