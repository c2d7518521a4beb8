import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { POST as draftsDoor } from '@/app/api/faq/replay/drafts/route'
import { POST as replayDoor } from '@/app/api/faq/replay/route'
import { createSession } from '@/lib/auth/create-session'
import { db } from '@/lib/db'
import { checkRule } from '@/lib/faq/check/check-rule'
import { checkRules } from '@/lib/faq/check/check-rules'
import { checkVariant } from '@/lib/faq/check/check-variant'
import { indexWithChange } from '@/lib/faq/check/index-with-change'
import type { Replay } from '@/lib/faq/check/replay-change'
import { createRule } from '@/lib/faq/create-rule'
import { getRule } from '@/lib/faq/get-rule'
import { type RuleInput, ruleSchema } from '@/lib/faq/schema'
import { updateRule } from '@/lib/faq/update-rule'
import { markRulesChanged } from '@/lib/retrieval/rule-store'
import type { RuleIndex } from '@/lib/retrieval/schema'
import { searchRules } from '@/lib/retrieval/search-rules'
import { suggest } from '@/lib/suggestions/suggest'
import type { TicketDetail } from '@/lib/tickets/get-ticket'
import { listAsked } from '@/lib/tickets/list-asked'
import type { Language, Role } from '@/prisma/generated/enums'
import { createUser } from '@/test/support/create-user'
import { setEnv } from '../support/database'
import { ANSWER, makeReturnsRule, QUESTION, REPLY, stopDrafting } from '../support/drafting'
import { FakeModel } from '../support/fake-model'
import { readEvents } from '../support/read-events'
import { makeTicket } from '../support/tickets'

const model = new FakeModel()
const WARRANTY = '充电器保修多长时间呀'
let ruleId = ''
let returns: TicketDetail
let gap: TicketDetail

/** A ticket whose draft has been made from this question. */
async function makeAsked(question: string, language: Language = 'zh'): Promise<TicketDetail> {
  const ticket = await makeTicket({ message: { text: question } })
  await db().suggestion.update({ where: { id: ticket.suggestion?.id }, data: { status: 'ready', question, language } })
  return ticket
}

beforeAll(async () => {
  await model.start()
  ruleId = (await makeReturnsRule()).id
  gap = await makeAsked(WARRANTY)
  returns = await makeAsked(QUESTION)
})

beforeEach(async () => {
  await setEnv({ INFERENCE_URL: model.url })
  model.behaviour = { kind: 'reply', text: REPLY }
})

afterAll(async () => {
  await stopDrafting()
  await model.stop()
})

async function post(door: typeof replayDoor, body: object, role: Role = 'admin'): Promise<Response> {
  const { id } = await createUser({ name: 'A', email: `${crypto.randomUUID()}@desk.test`, password: 'correct horse battery', role })
  const { token } = await createSession(db(), { userId: id, userAgent: null })
  const headers = { cookie: `deskhand_session=${token}`, 'sec-fetch-site': 'same-origin' }
  return door(new Request('http://desk.test/', { method: 'POST', headers, body: JSON.stringify(body) }), undefined)
}

async function replay(body: { ruleId: string | null; rule: RuleInput }): Promise<Replay> {
  const events = await readEvents(await post(replayDoor, body))
  expect(events[0]).toEqual({ event: 'progress', data: { done: 0, total: 2 } })
  return events.at(-1)?.data as Replay
}

async function inputOf(id: string, change: Partial<RuleInput>): Promise<RuleInput> {
  const { question, variants, answer, category, tags, language, status } = await getRule(id)
  return { question, variants, answer, category, tags, language, status, ...change }
}

const warrantyRule: RuleInput = { question: '充电器保修多久', answer: '充电器保修12个月。', language: 'zh', status: 'published' }

describe('a replay', () => {
  it('shows the gap that a new rule closes, and stores nothing', async () => {
    const { total, items } = await replay({ ruleId: null, rule: warrantyRule })
    expect(total).toBe(2)
    expect(items).toMatchObject([{ ticketId: gap.id, kind: 'closed', before: null, after: { ruleId: 'new', title: '充电器保修多久' } }])
    expect(await db().faqRule.count()).toBe(1)
  })

  it('shows who loses the rule that is archived', async () => {
    const { items } = await replay({ ruleId, rule: await inputOf(ruleId, { status: 'archived' }) })
    expect(items).toMatchObject([{ ticketId: returns.id, kind: 'lost', before: { ruleId }, after: null }])
  })

  it('shows who loses a published rule that is taken back to a draft', async () => {
    const { items } = await replay({ ruleId, rule: await inputOf(ruleId, { status: 'draft' }) })
    expect(items).toMatchObject([{ ticketId: returns.id, kind: 'lost', before: { ruleId }, after: null }])
  })

  it('shows who would get another rule', async () => {
    const rule = { ...warrantyRule, question: QUESTION, answer: '请看订单页。' }
    const { items } = await replay({ ruleId: null, rule })
    expect(items).toMatchObject([{ ticketId: returns.id, kind: 'other', before: { ruleId }, after: { ruleId: 'new', score: 1 } }])
  })

  it('shows who would get other words from the same rule, and nobody where only a tag changes', async () => {
    const reworded = await inputOf(ruleId, { answer: ANSWER.replace('3个工作日', '5个工作日') })
    expect((await replay({ ruleId, rule: reworded })).items).toMatchObject([{ ticketId: returns.id, kind: 'reworded' }])
    expect((await replay({ ruleId, rule: await inputOf(ruleId, { tags: ['新'] }) })).items).toEqual([])
  })

  it('asks with what had been said before, as the draft did, and not with what came after', async () => {
    const ticket = await makeTicket({ message: { text: '我买的是洗衣机' } })
    await db().message.createMany({
      data: [
        { ticketId: ticket.id, direction: 'outgoing', text: '好的，请问您想问什么？', createdAt: new Date(Date.now() + 1_000) },
        { ticketId: ticket.id, direction: 'incoming', text: '安装要不要钱', createdAt: new Date(Date.now() + 2_000) },
        { ticketId: ticket.id, direction: 'outgoing', text: '冰箱安装免费。', createdAt: new Date(Date.now() + 9_000) },
      ],
    })
    const queuedAt = new Date(Date.now() + 3_000)
    const asked = { status: 'ready', question: '安装要不要钱', language: 'zh', queuedAt } as const
    await db().suggestion.updateMany({ where: { ticketId: ticket.id }, data: asked })
    const [{ messages, sent } = { messages: [], sent: null }] = await listAsked({ limit: 1, ids: [ticket.id] })
    expect(messages.map(({ text }) => text)).toEqual(['我买的是洗衣机', '好的，请问您想问什么？', '安装要不要钱'])
    expect(sent).toBe('冰箱安装免费。')
    const answering: RuleInput = { question: '洗衣机安装要收费吗', answer: '洗衣机安装50元。', language: 'zh', status: 'published' }
    const events = await readEvents(await post(replayDoor, { ruleId: null, rule: answering }))
    const replayed = events.at(-1)?.data as Replay
    const [item] = replayed.items.filter(({ ticketId }) => ticketId === ticket.id)
    const { hits } = await searchRules({
      text: '安装要不要钱',
      language: 'zh',
      limit: 1,
      index: (await indexWithChange({ ruleId: null, rule: ruleSchema.parse(answering) })).after,
    })
    expect(item?.after?.score).toBeGreaterThan(hits[0]?.score ?? 1)
    expect(item).not.toHaveProperty('messages')
    await db().ticket.delete({ where: { id: ticket.id } })
  })

  it('compares with the first reply after the question, and with none where that is not answered', async () => {
    const ticket = await makeAsked('洗衣机安装要不要钱')
    const at = (seconds: number) => new Date(Date.now() + seconds * 1_000)
    await db().message.createMany({
      data: [
        { ticketId: ticket.id, direction: 'outgoing', text: '您好，请问您想问什么？', createdAt: at(1) },
        { ticketId: ticket.id, direction: 'incoming', text: '洗衣机安装要不要钱', createdAt: at(2) },
      ],
    })
    await db().suggestion.updateMany({ where: { ticketId: ticket.id }, data: { queuedAt: at(3) } })
    expect(await listAsked({ limit: 1, ids: [ticket.id] })).toMatchObject([{ sent: null }])
    await db().message.createMany({
      data: [
        { ticketId: ticket.id, direction: 'outgoing', text: '安装免费。', createdAt: at(4) },
        { ticketId: ticket.id, direction: 'outgoing', text: '不客气。', createdAt: at(5) },
      ],
    })
    expect(await listAsked({ limit: 1, ids: [ticket.id] })).toMatchObject([{ sent: '安装免费。' }])
    await db().ticket.delete({ where: { id: ticket.id } })
  })

  it('holds against a rule what agents called it wrong for, as the rules in force do', async () => {
    const text = '衣服退回去以后钱几天能到'
    await db().wrongRule.create({ data: { ruleId, text, key: text } })
    markRulesChanged()
    const { before, after } = await indexWithChange({ ruleId, rule: ruleSchema.parse(await inputOf(ruleId, { tags: ['新'] })) })
    const hitIn = async (index: RuleIndex) => (await searchRules({ text, language: 'zh', limit: 1, index })).hits[0]
    const hit = await hitIn(before)
    expect(hit?.parts.feedback).toBeLessThan(0)
    expect(await hitIn(after)).toMatchObject({ score: hit?.score, rule: { wrongFor: [text] } })
    await db().wrongRule.deleteMany()
    markRulesChanged()
  })

  it('of a rule that begins to answer later is made as of then, and says so', async () => {
    const validFrom = new Date(Date.now() + 30 * 86_400_000).toISOString()
    const later = await replay({ ruleId: null, rule: { ...warrantyRule, validFrom } })
    expect(later).toMatchObject({ from: validFrom, items: [{ ticketId: gap.id, kind: 'closed' }] })
    expect((await replay({ ruleId: null, rule: warrantyRule })).from).toBeNull()
    // One that answers today and is put off is missed until then.
    const putOff = await replay({ ruleId, rule: await inputOf(ruleId, { validFrom }) })
    expect(putOff).toMatchObject({ from: null, items: [{ ticketId: returns.id, kind: 'lost' }] })
    const body = { ruleId: null, rule: { ...warrantyRule, validFrom }, ticketIds: [gap.id] }
    const events = await readEvents(await post(draftsDoor, body))
    expect(events.find(({ event }) => event === 'draft')?.data).not.toMatchObject({ rung: 'holding' })
  })

  it('drafts again from the change, and no later draft is served from it', async () => {
    const five = (text: string) => text.replace('3个工作日', '5个工作日')
    model.behaviour = { kind: 'reply', text: (prompt) => (prompt.includes('5个工作日') ? five(REPLY) : REPLY) }
    const body = { ruleId, rule: await inputOf(ruleId, { answer: five(ANSWER) }), ticketIds: [returns.id] }
    const events = await readEvents(await post(draftsDoor, body))
    expect(events.map(({ event }) => event)).toEqual(['progress', 'draft', 'progress'])
    expect(events[1]?.data).toMatchObject({
      ticketId: returns.id,
      rung: 'model',
      sent: null,
      plainText: expect.stringContaining('5个工作日'),
    })
    expect(model.requests.at(-1)?.priority).toBe('background')
    expect((await suggest({ question: QUESTION })).text).toBe(REPLY)
  })

  it('is the admin’s alone', async () => {
    expect((await post(replayDoor, { ruleId: null, rule: warrantyRule }, 'agent')).status).toBe(403)
    expect((await post(draftsDoor, { ruleId: null, rule: warrantyRule, ticketIds: [gap.id] }, 'agent')).status).toBe(403)
    expect((await post(draftsDoor, { ruleId: null, rule: warrantyRule, ticketIds: [] })).status).toBe(422)
  })
})

describe('a rule that is to be published', () => {
  it('is compared with the published ones, by what either is asked, and not with itself', async () => {
    const rule: RuleInput = {
      question: '钱什么时候退给我',
      variants: ['退款几天能到'],
      answer: '仓库验收后，退款在9个工作日内原路退回。',
      language: 'zh',
      status: 'published',
    }
    expect(await checkRule(rule)).toMatchObject([
      { ruleId, kind: 'contradiction', differences: [{ kind: 'number', mine: '9个工作日', theirs: '3个工作日' }] },
    ])
    expect(await checkRule(await inputOf(ruleId, {}), ruleId)).toEqual([])
  })

  it('is compared with what is said of its own hotel, however many others there are', async () => {
    const breakfast = { language: 'zh', status: 'published', question: '早餐几点开始' } as const
    const hotels = ['湖畔', '山居', '海景', '古城', '竹林', '云顶', '江南', '雪域', '花园', '枫叶', '银杏', '星河', '麦田', '月牙']
    const rules = await Promise.all(
      hotels.map((hotel) => createRule(null, { ...breakfast, entity: `${hotel}酒店`, answer: '早餐7:00开始。' })),
    )
    markRulesChanged()
    for (const [at, { id, entity }] of rules.entries()) {
      const found = await checkRule({ ...breakfast, entity, answer: '早餐8:30开始。' })
      expect(found, hotels[at]).toMatchObject([{ ruleId: id, kind: 'contradiction' }])
    }
    await db().faqRule.deleteMany({ where: { id: { in: rules.map(({ id }) => id) } } })
    markRulesChanged()
  })

  it('is compared by one more way to ask it alone, where it is given one', async () => {
    const rule = { language: 'zh', status: 'published' } as const
    const one = await createRule(null, { ...rule, question: '宠物寄养', answer: '寄养每晚80元。' })
    const twin = await createRule(null, { ...rule, question: '宠物寄养', answer: '寄养每晚80元。' })
    const other = await createRule(null, { ...rule, question: '猫咪过夜照看多少钱', answer: '每晚120元。' })
    expect(await checkVariant(one.id, '猫咪过夜照看要多少钱')).toMatchObject([
      { ruleId: other.id, kind: 'contradiction', asked: { mine: '猫咪过夜照看要多少钱' } },
    ])
    // What stands in it already was decided on before.
    expect(await checkVariant(one.id, '宠物寄养')).toEqual([])
    await updateRule(null, one.id, 1, { status: 'draft' })
    expect(await checkVariant(one.id, '猫咪过夜照看要多少钱')).toEqual([])
    await db().faqRule.deleteMany({ where: { id: { in: [one.id, twin.id, other.id] } } })
    markRulesChanged()
  })

  it('is compared with those that are published together with it, also when they are looked at in another go', async () => {
    const draft = { language: 'zh', status: 'draft' } as const
    const one = await createRule(null, { ...draft, question: '洗衣机安装几天内上门', answer: '3天内上门安装。' })
    const other = await createRule(null, { ...draft, question: '洗衣机安装多少天内上门', answer: '8天内上门安装。' })
    expect(await checkRules([one.id])).toEqual([])
    const both = [one.id, other.id]
    expect(await checkRules([one.id], both)).toMatchObject([{ ruleId: one.id, worst: { ruleId: other.id, kind: 'contradiction' } }])
    expect((await checkRules(both)).map(({ ruleId: id }) => id).sort()).toEqual([...both].sort())
    await db().faqRule.deleteMany({ where: { id: { in: both } } })
  })
})
