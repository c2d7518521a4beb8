import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { acceptInvite } from '@/lib/auth/accept-invite'
import { changeName } from '@/lib/auth/change-name'
import { changePassword } from '@/lib/auth/change-password'
import { changeRole } from '@/lib/auth/change-role'
import { createPasswordLink } from '@/lib/auth/create-password-link'
import { createSession } from '@/lib/auth/create-session'
import { invitePerson } from '@/lib/auth/invite-person'
import { listPeople } from '@/lib/auth/list-people'
import { listSessions } from '@/lib/auth/list-sessions'
import { resetPassword } from '@/lib/auth/reset-password'
import { revokeInvite } from '@/lib/auth/revoke-invite'
import { revokeSession } from '@/lib/auth/revoke-session'
import type { Agent } from '@/lib/auth/schema'
import { createChannel } from '@/lib/channels/create-channel'
import { rotateSecret } from '@/lib/channels/rotate-secret'
import { updateChannel } from '@/lib/channels/update-channel'
import { db } from '@/lib/db'
import { adoptPhrasing } from '@/lib/faq/adopt-phrasing'
import { confirmTwin } from '@/lib/faq/confirm-twin'
import { createRule } from '@/lib/faq/create-rule'
import { requestCalibration } from '@/lib/retrieval/floor/request-calibration'
import { removePhrasing } from '@/lib/retrieval/remove-phrasing'
import { savePromptTemplate } from '@/lib/settings/prompt-template'
import { createUser } from '@/test/support/create-user'
import { makeAgent } from '@/test/support/tickets'

// What other files check beside the deed itself (keys, sign-ins, imports, settings …) is not here again.

const PASSWORD = 'correct horse battery'
const NEW_PASSWORD = 'another horse battery'
const caller = { ip: '192.0.2.7', userAgent: null }
let admin: Agent
beforeAll(async () => {
  admin = await createUser({ name: 'Admin', email: `${randomUUID()}@desk.test`, password: PASSWORD, role: 'admin' })
})

/** What the books have gained by a deed. */
async function writtenBy(deed: () => Promise<unknown>) {
  const known = await db().auditEntry.findMany({ select: { id: true } })
  await deed()
  return db().auditEntry.findMany({
    where: { id: { notIn: known.map(({ id }) => id) } },
    select: { actorId: true, action: true, subjectId: true, details: true },
    orderBy: { id: 'asc' },
  })
}

describe('the books say who did it, to what, and nothing secret:', () => {
  it('a channel made, changed, given another secret', async () => {
    let made = { id: '', secret: '' }
    const entries = await writtenBy(async () => {
      made = await createChannel({ name: 'shop' }, admin)
      await updateChannel(admin, made.id, { name: 'renamed' })
    })
    const rotated = await writtenBy(async () => {
      made.secret += (await rotateSecret(admin, made.id)).secret
    })
    const subject = { actorId: admin.id, subjectId: made.id }
    expect([...entries, ...rotated]).toMatchObject([
      { ...subject, action: 'channel.create', details: { name: 'shop' } },
      { ...subject, action: 'channel.update', details: { name: 'renamed' } },
      { ...subject, action: 'channel.rotate_secret', details: { oldUntil: expect.any(String) } },
    ])
    for (const secret of made.secret.split('whsec_').filter(Boolean)) expect(JSON.stringify([entries, rotated])).not.toContain(secret)
  })

  it('a person invited, not invited after all, come', async () => {
    const email = `${randomUUID()}@desk.test`
    const [created] = await writtenBy(() => invitePerson(admin, { email, role: 'agent' }))
    expect(created).toMatchObject({ actorId: admin.id, action: 'invite.create', details: { email, role: 'agent' } })
    const open = (await listPeople()).invites.find((invite) => invite.email === email)
    const revoke = () => revokeInvite(admin, open?.id ?? '')
    expect(await writtenBy(revoke)).toMatchObject([{ actorId: admin.id, action: 'invite.revoke', subjectId: open?.id }])
    expect(await writtenBy(revoke)).toEqual([])
    const { token } = await invitePerson(admin, { email, role: 'agent' })
    let came: Agent | undefined
    const accepted = await writtenBy(async () => {
      came = (await acceptInvite({ token, name: 'Lin', password: PASSWORD, language: null }, caller)).agent
    })
    expect(accepted).toMatchObject([{ actorId: came?.id, action: 'invite.accept', details: { role: 'agent' } }])
    expect(JSON.stringify(accepted)).not.toContain(token)
  })

  it('what is changed of an account', async () => {
    const lin = await makeAgent('Lin')
    const { token } = await createSession(db(), { userId: lin.id, userAgent: null })
    const other = (await listSessions(lin, '')).at(0)
    const { token: link } = await createPasswordLink(admin, lin.id)
    const own = { actorId: lin.id, subjectId: lin.id }
    const entries = [
      ...(await writtenBy(() => changeName(lin, { name: 'Lin Xia' }))),
      ...(await writtenBy(() => revokeSession(lin, other?.id ?? ''))),
      ...(await writtenBy(() => changePassword(lin, { current: PASSWORD, password: NEW_PASSWORD, token }))),
      ...(await writtenBy(() => changeRole(admin, lin.id, 'admin'))),
      ...(await writtenBy(() => resetPassword({ token: link, password: PASSWORD }, caller))),
    ]
    expect(entries).toMatchObject([
      { ...own, action: 'user.change_name' },
      { ...own, action: 'user.revoke_session' },
      { ...own, action: 'user.change_password' },
      { actorId: admin.id, action: 'user.change_role', subjectId: lin.id, details: { from: 'agent', to: 'admin' } },
      { ...own, action: 'user.reset_password' },
    ])
    expect(await writtenBy(() => changeRole(admin, lin.id, 'admin'))).toEqual([])
    expect(JSON.stringify(entries)).not.toMatch(/horse battery/)
  })

  it('what rules have learnt, a twin looked at, the floors and the prompt', async () => {
    const rule = await createRule(admin, { question: 'How to return', answer: 'Within 7 days.', language: 'en', status: 'published' })
    const phrasing = (text: string) => db().learnedPhrasing.create({ data: { ruleId: rule.id, text, key: text }, select: { id: true } })
    const [good, bad] = [await phrasing('send it back'), await phrasing('something else')]
    const entries = [
      ...(await writtenBy(() => adoptPhrasing(admin, rule, good.id))).filter(({ action }) => action !== 'rule.update'),
      ...(await writtenBy(() => removePhrasing(admin, bad.id))),
      ...(await writtenBy(() => confirmTwin(admin, rule.id))),
      ...(await writtenBy(() => requestCalibration(admin))),
      ...(await writtenBy(() => savePromptTemplate(admin, { zh: '请回答。', en: 'Answer.' }, 1))),
    ]
    const ofRule = { actorId: admin.id, subjectId: rule.id }
    expect(entries).toMatchObject([
      { ...ofRule, action: 'rule.adopt_phrasing', details: { phrasingId: good.id } },
      { ...ofRule, action: 'rule.remove_phrasing', details: { phrasingId: bad.id } },
      { ...ofRule, action: 'rule.confirm_twin' },
      { actorId: admin.id, action: 'floor.calibrate' },
      { actorId: admin.id, action: 'prompt.update' },
    ])
  })
})
