import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { acceptInvite } from '@/lib/auth/accept-invite'
import { changePassword } from '@/lib/auth/change-password'
import { changeRole } from '@/lib/auth/change-role'
import { createPasswordLink } from '@/lib/auth/create-password-link'
import { createSession } from '@/lib/auth/create-session'
import { disablePerson } from '@/lib/auth/disable-person'
import { enablePerson } from '@/lib/auth/enable-person'
import { findAccountLink } from '@/lib/auth/find-account-link'
import { findSession } from '@/lib/auth/find-session'
import { hashToken } from '@/lib/auth/hash-token'
import { invitePerson } from '@/lib/auth/invite-person'
import { listPeople } from '@/lib/auth/list-people'
import { listSessions } from '@/lib/auth/list-sessions'
import { resetPassword } from '@/lib/auth/reset-password'
import { revokeInvite } from '@/lib/auth/revoke-invite'
import { revokeSession } from '@/lib/auth/revoke-session'
import type { Agent } from '@/lib/auth/schema'
import { signIn } from '@/lib/auth/sign-in'
import { db } from '@/lib/db'
import { assignTicket } from '@/lib/tickets/assign-ticket'
import { getTicket } from '@/lib/tickets/get-ticket'
import { createUser } from '@/test/support/create-user'
import { makeAgent, makeTicket } from '@/test/support/tickets'

const PASSWORD = 'correct horse battery'
let admin: Agent
let caller: { ip: string; userAgent: string | null }
const newEmail = () => `${randomUUID()}@desk.test`
const signInAs = (email: string, password: string) => signIn({ email, password, ...caller })

beforeEach(async () => {
  await db().user.updateMany({ where: { role: 'admin' }, data: { role: 'agent' } })
  admin = await createUser({ name: 'Chen', email: newEmail(), password: PASSWORD, role: 'admin' })
  // A limit by address is not what these are about.
  caller = { ip: randomUUID(), userAgent: 'test' }
})

describe('an invitation', () => {
  it('makes an account of its role once, of two at the same moment too, and is stored as a hash', async () => {
    const email = newEmail()
    const { token } = await invitePerson(admin, { email: email.toUpperCase(), role: 'admin' })
    expect(JSON.stringify(await db().accountLink.findMany())).not.toContain(token)
    expect(await db().accountLink.findUnique({ where: { tokenHash: hashToken(token) } })).toMatchObject({ email })
    expect(await findAccountLink(token)).toEqual({ kind: 'invite', email, name: null })
    const said = { token, name: 'Wang Fang', password: PASSWORD, language: 'zh' }
    await expect(acceptInvite({ ...said, password: 'short' }, caller)).rejects.toThrow('too_small')
    const results = await Promise.allSettled([acceptInvite(said, caller), acceptInvite(said, caller)])
    const accepted = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []))
    expect(accepted).toHaveLength(1)
    expect(accepted[0]?.agent).toMatchObject({ email, name: 'Wang Fang', role: 'admin', language: 'zh' })
    expect(await findSession(accepted[0]?.token ?? '')).toMatchObject({ email })
    await expect(acceptInvite(said, caller)).rejects.toMatchObject({ code: 'not_found' })
    expect(await findAccountLink(token)).toBeNull()
    expect((await signInAs(email, PASSWORD)).agent.email).toBe(email)
    for (const known of [email, email.toUpperCase()]) {
      await expect(invitePerson(admin, { email: known, role: 'agent' })).rejects.toMatchObject({
        code: 'conflict',
        details: { reason: 'known' },
      })
    }
  })

  it('is of no use where somebody of this address has come meanwhile', async () => {
    const email = newEmail()
    const { token } = await invitePerson(admin, { email, role: 'agent' })
    await createUser({ email, name: 'First', password: PASSWORD })
    await expect(acceptInvite({ token, name: 'Second', password: PASSWORD, language: null }, caller)).rejects.toMatchObject({
      code: 'conflict',
    })
    expect(await db().user.count({ where: { email } })).toBe(1)
  })

  it('ends when it is taken back, replaced, or its time is over', async () => {
    const email = newEmail()
    const first = await invitePerson(admin, { email, role: 'agent' })
    const second = await invitePerson(admin, { email, role: 'agent' })
    expect(await findAccountLink(first.token)).toBeNull()
    const [open] = (await listPeople()).invites.filter((invite) => invite.email === email)
    await revokeInvite(admin, open?.id ?? '')
    expect(await findAccountLink(second.token)).toBeNull()
    const third = await invitePerson(admin, { email, role: 'agent' })
    await db().accountLink.updateMany({ where: { tokenHash: hashToken(third.token) }, data: { expiresAt: new Date(Date.now() - 1) } })
    for (const { token } of [first, second, third]) {
      await expect(acceptInvite({ token, name: 'X', password: PASSWORD, language: null }, caller)).rejects.toMatchObject({
        code: 'not_found',
      })
    }
    expect(await findAccountLink(`${third.token.slice(1)}' or true`)).toBeNull()
  })

  it('cannot be guessed at without end', async () => {
    const guess = () => acceptInvite({ token: 'x'.repeat(43), name: 'X', password: PASSWORD, language: null }, caller)
    const codes = new Set<string>()
    for (let n = 0; n < 31; n++) codes.add(((await guess().catch((error: unknown) => error)) as { code: string }).code)
    expect([...codes]).toEqual(['not_found', 'rate_limited'])
  })
})

describe('closing an account', () => {
  it('ends its sessions at once and gives its tickets back where that is asked', async () => {
    const lin = await makeAgent('Lin')
    const { token } = await createSession(db(), { userId: lin.id, userAgent: null })
    const ticket = await makeTicket()
    await assignTicket(ticket.id, lin.id)
    const link = await createPasswordLink(admin, lin.id)
    await disablePerson(admin, lin.id, 'release')
    expect(await findSession(token)).toBeNull()
    expect(await findAccountLink(link.token)).toBeNull()
    await expect(signInAs(lin.email, PASSWORD)).rejects.toMatchObject({ code: 'unauthorized' })
    expect((await getTicket(ticket.id)).assignee).toBeNull()
    await enablePerson(admin, lin.id)
    expect((await signInAs(lin.email, PASSWORD)).agent.id).toBe(lin.id)
    expect(await findSession(token)).toBeNull()
    const entries = await db().auditEntry.findMany({ where: { subjectId: lin.id, actorId: admin.id }, orderBy: { id: 'asc' } })
    expect(entries.map(({ action }) => action)).toEqual(['user.create_password_link', 'user.disable', 'user.enable'])
  })

  it('leaves the tickets where they are when that is asked', async () => {
    const lin = await makeAgent('Lin')
    const ticket = await makeTicket()
    await assignTicket(ticket.id, lin.id)
    await disablePerson(admin, lin.id, 'keep')
    expect((await getTicket(ticket.id)).assignee?.id).toBe(lin.id)
  })

  it('never locks out the last admin, not even two of them at the same moment', async () => {
    await expect(changeRole(admin, admin.id, 'agent')).rejects.toMatchObject({ details: { reason: 'last_admin' } })
    await expect(disablePerson(admin, admin.id, 'keep')).rejects.toMatchObject({ details: { reason: 'yourself' } })
    const second = await createUser({ name: 'Second', email: newEmail(), password: PASSWORD, role: 'admin' })
    const results = await Promise.allSettled([changeRole(admin, second.id, 'agent'), disablePerson(second, admin.id, 'keep')])
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await db().user.count({ where: { role: 'admin', disabledAt: null } })).toBe(1)
  })
})

describe('one’s own account', () => {
  it('changes its password for who knows the present one, and ends every other session', async () => {
    const lin = await makeAgent('Lin')
    const here = await createSession(db(), { userId: lin.id, userAgent: 'here' })
    const there = await createSession(db(), { userId: lin.id, userAgent: 'there' })
    const change = { password: 'another horse battery', token: here.token }
    await expect(changePassword(lin, { ...change, current: 'wrong' })).rejects.toMatchObject({ details: { reason: 'wrong_password' } })
    expect(await findSession(there.token)).not.toBeNull()
    await changePassword(lin, { ...change, current: PASSWORD })
    expect(await findSession(here.token)).not.toBeNull()
    expect(await findSession(there.token)).toBeNull()
    await expect(signInAs(lin.email, PASSWORD)).rejects.toMatchObject({ code: 'unauthorized' })
    expect((await signInAs(lin.email, 'another horse battery')).agent.id).toBe(lin.id)
  })

  it('lists its sessions, and ends its own only', async () => {
    const [lin, zhou] = [await makeAgent('Lin'), await makeAgent('Zhou')]
    const here = await createSession(db(), { userId: lin.id, userAgent: 'here' })
    const there = await createSession(db(), { userId: lin.id, userAgent: 'there' })
    const other = (await listSessions(lin, here.token)).find(({ isThis }) => !isThis)
    expect(other).toMatchObject({ userAgent: 'there' })
    await revokeSession(zhou, other?.id ?? '')
    expect(await findSession(there.token)).not.toBeNull()
    await revokeSession(lin, other?.id ?? '')
    expect(await findSession(there.token)).toBeNull()
  })

  it('takes a new password by an admin’s link, once, and signs out everywhere', async () => {
    const lin = await makeAgent('Lin')
    const { token: session } = await createSession(db(), { userId: lin.id, userAgent: null })
    const { token } = await createPasswordLink(admin, lin.id)
    expect(await findAccountLink(token)).toEqual({ kind: 'password', email: lin.email, name: 'Lin' })
    await expect(acceptInvite({ token, name: 'X', password: PASSWORD, language: null }, caller)).rejects.toMatchObject({
      code: 'not_found',
    })
    const { agent } = await resetPassword({ token, password: 'another horse battery' }, caller)
    expect(agent.id).toBe(lin.id)
    expect(await findSession(session)).toBeNull()
    await expect(resetPassword({ token, password: 'third horse battery' }, caller)).rejects.toMatchObject({ code: 'not_found' })
  })
})
