import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { GET, PUT } from '@/app/api/replies/draft/route'
import { createSession } from '@/lib/auth/create-session'
import type { Agent } from '@/lib/auth/schema'
import { sessionCookieName } from '@/lib/auth/session-cookie'
import { db } from '@/lib/db'
import { createRule } from '@/lib/faq/create-rule'
import { findReplyDraft } from '@/lib/messages/find-reply-draft'
import { saveReplyDraft } from '@/lib/messages/save-reply-draft'
import { sendReply } from '@/lib/messages/send-reply'
import { sweepReplyDrafts } from '@/lib/messages/sweep-reply-drafts'
import { finishDraft, makeAgent, makeTicket } from '@/test/support/tickets'

let agent: Agent
let cookie: string
beforeAll(async () => {
  agent = await makeAgent()
  const { token } = await createSession(db(), { userId: agent.id, userAgent: 'test' })
  cookie = `${sessionCookieName(false)}=${token}`
})

async function get(ticketId: string, headers: Record<string, string> = { cookie }) {
  return GET(new Request(`http://desk.test/api/replies/draft?ticketId=${ticketId}`, { headers }), {})
}

async function put(body: object, headers: Record<string, string> = {}) {
  const init = { method: 'PUT', body: JSON.stringify(body), headers: { cookie, 'sec-fetch-site': 'same-origin', ...headers } }
  return PUT(new Request('http://desk.test/api/replies/draft', init), {})
}

test('what an agent types is kept per agent and ticket, with the draft it began from', async () => {
  const ticket = await makeTicket()
  const suggestionId = await finishDraft(ticket, '7 天内可退[1]。')
  const saved = await put({ ticketId: ticket.id, text: '7 天内可退[1]，', suggestionId, revision: 0 })
  expect(await saved.json()).toMatchObject({ revision: 1 })
  await put({ ticketId: ticket.id, text: '7 天内可退[1]，请放心', suggestionId, revision: 1 })
  const answer = await get(ticket.id)
  expect(await answer.json()).toMatchObject({
    text: '7 天内可退[1]，请放心',
    revision: 2,
    savedAt: expect.any(Number),
    base: { id: suggestionId, status: 'ready', text: '7 天内可退[1]。' },
  })
  expect(await findReplyDraft(await makeAgent('小李'), ticket.id)).toBeNull()
})

test('what it promises and no rule found for its draft grants comes with every answer; a draft without rules holds nothing against it', async () => {
  const ticket = await makeTicket({ message: { text: '12月3日能到吗？' } })
  const suggestionId = await finishDraft(ticket, '7 天内可退[1]。')
  const promise = '另外我们会赔偿您50元。'
  const text = `包裹12月3日会送到。${promise}`
  const revision = 0
  expect(await saveReplyDraft(agent, { ticketId: ticket.id, text, suggestionId, revision })).toMatchObject({ promises: [] })
  const rule = await createRule(null, { question: '退货', answer: '签收后7天内可退。', language: 'zh', status: 'published' })
  const found = { ruleId: rule.id, ruleVersion: 1, position: 2, title: '退货', answer: rule.answer, score: 0.7 }
  await db().suggestionRule.create({ data: { ...found, suggestionId, isUsed: false, isCited: false } })
  const saved = await saveReplyDraft(agent, { ticketId: ticket.id, text: `${text} `, suggestionId, revision: 1 })
  expect(saved.promises).toMatchObject([{ text: promise, problem: 'promise', detail: '赔偿', isSupported: false }])
  expect(await (await get(ticket.id)).json()).toMatchObject({ promises: [{ text: promise }] })
})

test('of two windows the second does not overwrite the first, and a repeated save is no conflict', async () => {
  const { id: ticketId } = await makeTicket()
  const { revision } = await saveReplyDraft(agent, { ticketId, text: 'one', revision: 0 })
  const there = { ticketId, text: 'two', revision }
  const both = await Promise.allSettled([saveReplyDraft(agent, there), saveReplyDraft(agent, { ...there, text: 'zwei' })])
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  const text = (await findReplyDraft(agent, ticketId))?.text ?? ''
  expect(await saveReplyDraft(agent, { ticketId, text, revision })).toMatchObject({ revision: 2 })
  const late = await put({ ticketId, text: 'three', revision: 0 })
  expect([late.status, await late.json()]).toMatchObject([409, { error: { details: { reason: 'saved_elsewhere' } } }])
})

test('edits that are given up are gone, unless another window has gone on with them', async () => {
  const { id: ticketId } = await makeTicket()
  await saveReplyDraft(agent, { ticketId, text: 'one', revision: 0 })
  await expect(saveReplyDraft(agent, { ticketId, text: null, revision: 7 })).rejects.toMatchObject({ code: 'conflict' })
  await saveReplyDraft(agent, { ticketId, text: null, revision: 1 })
  expect(await findReplyDraft(agent, ticketId)).toBeNull()
})

test('sending deletes it, and a window that did not notice cannot bring it back', async () => {
  const { id: ticketId } = await makeTicket()
  const other = await makeAgent('小李')
  await saveReplyDraft(agent, { ticketId, text: 'mine', revision: 0 })
  await saveReplyDraft(other, { ticketId, text: 'theirs', revision: 0 })
  await sendReply({ agent, ticketId, text: 'mine', clientKey: randomUUID() })
  expect(await findReplyDraft(agent, ticketId)).toBeNull()
  expect(await findReplyDraft(other, ticketId)).toMatchObject({ text: 'theirs' })
  await expect(saveReplyDraft(agent, { ticketId, text: 'mine again', revision: 1 })).rejects.toMatchObject({ code: 'conflict' })
})

test('what was begun a month ago is swept away', async () => {
  const [old, fresh] = [await makeTicket(), await makeTicket()]
  for (const { id: ticketId } of [old, fresh]) await saveReplyDraft(agent, { ticketId, text: 'x', revision: 0 })
  await db().replyDraft.updateMany({ where: { ticketId: old.id }, data: { updatedAt: new Date(Date.now() - 31 * 86_400_000) } })
  await sweepReplyDrafts()
  expect(await findReplyDraft(agent, old.id)).toBeNull()
  expect(await findReplyDraft(agent, fresh.id)).not.toBeNull()
})

test('the door is for signed-in people on our own pages', async () => {
  const { id: ticketId } = await makeTicket()
  expect((await get(ticketId, {})).status).toBe(401)
  expect((await put({ ticketId, text: 'x', revision: 0 }, { cookie: '' })).status).toBe(401)
  expect((await put({ ticketId, text: 'x', revision: 0 }, { 'sec-fetch-site': 'cross-site' })).status).toBe(403)
  expect((await put({ ticketId, text: 'x'.repeat(20_001), revision: 0 })).status).toBe(422)
  expect((await put({ ticketId: randomUUID(), text: 'x', revision: 0 })).status).toBe(404)
  expect((await put({ ticketId, text: 'a\u0000b\uD800', revision: 0 })).status).toBe(200)
})
