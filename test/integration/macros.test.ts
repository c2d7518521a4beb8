import { beforeAll, describe, expect, it } from 'vitest'
import type { Agent } from '@/lib/auth/schema'
import { db } from '@/lib/db'
import { countUse } from '@/lib/macros/count-use'
import { createMacro } from '@/lib/macros/create-macro'
import { deleteMacro } from '@/lib/macros/delete-macro'
import { getMacro } from '@/lib/macros/get-macro'
import { listMacros } from '@/lib/macros/list-macros'
import { offerMacros } from '@/lib/macros/offer-macros'
import { updateMacro } from '@/lib/macros/update-macro'
import { sendReply } from '@/lib/messages/send-reply'
import { createUser } from '@/test/support/create-user'
import { makeAgent, makeTicket } from '@/test/support/tickets'

let admin: Agent
let mine: Agent
let other: Agent
const form = { title: 'Greeting', text: 'Hello {{contact.name}}', language: 'en' as const, isShared: false }

beforeAll(async () => {
  admin = await createUser({ name: 'Chen', email: 'chen@desk.test', password: 'correct horse battery', role: 'admin' })
  mine = await makeAgent('Lin')
  other = await makeAgent('Zhou')
})

describe('a macro', () => {
  it('of one’s own is seen and changed by nobody else', async () => {
    const { id } = await createMacro(mine, form)
    expect((await listMacros(mine)).map((macro) => macro.id)).toContain(id)
    expect((await listMacros(other)).map((macro) => macro.id)).not.toContain(id)
    for (const stranger of [other, admin]) {
      await expect(getMacro(stranger, id)).rejects.toMatchObject({ code: 'not_found' })
      await expect(updateMacro(stranger, id, form)).rejects.toMatchObject({ code: 'not_found' })
      await expect(deleteMacro(stranger, id)).rejects.toMatchObject({ code: 'not_found' })
    }
    await updateMacro(mine, id, { ...form, title: 'Hi' })
    expect(await getMacro(mine, id)).toMatchObject({ title: 'Hi', ownerId: mine.id })
    await deleteMacro(mine, id)
    await expect(getMacro(mine, id)).rejects.toMatchObject({ code: 'not_found' })
  })

  it('of everybody is an admin’s to make, change and delete, and stands in the books', async () => {
    await expect(createMacro(mine, { ...form, isShared: true })).rejects.toMatchObject({ code: 'forbidden' })
    const { id } = await createMacro(admin, { ...form, isShared: true })
    await expect(updateMacro(mine, id, form)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(deleteMacro(mine, id)).rejects.toMatchObject({ code: 'forbidden' })
    await updateMacro(admin, id, { ...form, isShared: true, title: 'Hello there' })
    expect(await getMacro(other, id)).toMatchObject({ title: 'Hello there' })
    await deleteMacro(admin, id)
    const entries = await db().auditEntry.findMany({ where: { subjectId: id }, orderBy: { id: 'asc' } })
    expect(entries.map(({ action, actorId }) => [action, actorId === admin.id])).toEqual([
      ['macro.create', true],
      ['macro.update', true],
      ['macro.delete', true],
    ])
  })

  it('is found by words of its title or text, plain characters all, the title first', async () => {
    const { id: said } = await createMacro(other, { ...form, title: 'Percent', text: 'You save 50%_ with parcels' })
    const { id: called } = await createMacro(other, { ...form, title: 'Parcels', text: 'On their way' })
    expect((await listMacros(other, { q: 'parcel' })).map(({ id }) => id)).toEqual([called, said])
    expect((await listMacros(other, { q: '50%_' })).map(({ id }) => id)).toEqual([said])
    expect(await listMacros(other, { q: '5_%' })).toEqual([])
    expect(await listMacros(other, { q: "parcel'; drop" })).toEqual([])
  })
})

describe('the macros offered for a reply', () => {
  it('are in the ticket’s language, filled, the most used first, and say what is missing', async () => {
    const agent = await makeAgent('Yan')
    const rare = await createMacro(agent, { ...form, title: 'Rare', text: 'Call {{contact.phone}} about {{ticket.number}}' })
    const often = await createMacro(agent, { ...form, title: 'Often' })
    await createMacro(agent, { ...form, title: '问候', language: 'zh' })
    await countUse(agent, often.id)
    await countUse(other, often.id)
    expect(await getMacro(agent, often.id)).toMatchObject({ uses: 1 })
    const ticket = await makeTicket({
      subject: 'My parcel',
      message: { text: 'Where is my parcel?' },
      contact: { name: 'Alex', email: 'alex@example.com' },
    })
    const offered = (await offerMacros(agent, ticket.id, '')).map(({ id, text, missing }) => ({ id, text, missing }))
    expect(offered).toEqual([
      { id: often.id, text: 'Hello Alex', missing: [] },
      { id: rare.id, text: `Call {{customer phone}} about ${ticket.number}`, missing: ['customer phone'] },
    ])
    expect(await offerMacros(agent, ticket.id, 'often')).toHaveLength(1)
  })

  it('leave no reply with a value missing', async () => {
    const ticket = await makeTicket()
    const reply = { agent: mine, ticketId: ticket.id, clientKey: null }
    await expect(sendReply({ ...reply, text: 'Dear {{customer name}}' })).rejects.toMatchObject({
      code: 'unprocessable',
      details: { reason: 'unfilled' },
    })
    await sendReply({ ...reply, text: 'Put {{ user.name }} into your template' })
    expect(await db().message.count({ where: { ticketId: ticket.id, direction: 'outgoing' } })).toBe(1)
  })
})
