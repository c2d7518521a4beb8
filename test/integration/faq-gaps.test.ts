import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Agent } from '@/lib/auth/schema'
import { db } from '@/lib/db'
import { createRule } from '@/lib/faq/create-rule'
import { dismissGap } from '@/lib/faq/gaps/dismiss-gap'
import { listGaps } from '@/lib/faq/gaps/list-gaps'
import { restoreGap } from '@/lib/faq/gaps/restore-gap'
import { writeGapRule } from '@/lib/faq/gaps/write-gap-rule'
import { getRule } from '@/lib/faq/get-rule'
import { listRuleSources } from '@/lib/faq/list-rule-sources'
import { updateRule } from '@/lib/faq/update-rule'
import { sendReply } from '@/lib/messages/send-reply'
import { markRulesChanged } from '@/lib/retrieval/rule-store'
import type { Prisma } from '@/prisma/generated/client'
import { createUser } from '@/test/support/create-user'
import { makeAgent, makeTicket } from '@/test/support/tickets'

let admin: Agent
let agent: Agent

beforeAll(async () => {
  admin = await createUser({ name: '管理员', email: 'admin@desk.test', password: 'correct horse battery', role: 'admin' })
  agent = await makeAgent()
})

beforeEach(async () => {
  await db().ticket.deleteMany()
  await db().faqRule.deleteMany()
  await db().gapDecision.deleteMany()
  markRulesChanged()
})

type Asking = Prisma.SuggestionUpdateInput & { reply?: string; sent?: string; minutes?: number }

/** A ticket whose draft is finished as given, and answered after some minutes. Returns the draft's id. */
async function ask(question: string, { reply, minutes = 10, ...draft }: Asking = {}): Promise<string> {
  const ticket = await makeTicket({ message: { text: question } })
  const id = ticket.suggestion?.id ?? ''
  await db().suggestion.update({
    where: { id },
    data: { status: 'ready', rung: 'holding', fallbackCause: 'no_rule', text: '我会请同事为您核实。', question, ...draft },
  })
  if (reply === undefined) return id
  const { messageId } = await sendReply({ agent, ticketId: ticket.id, text: reply, suggestionId: id, clientKey: randomUUID() })
  const asked = await db().message.findFirstOrThrow({ where: { ticketId: ticket.id, direction: 'incoming' } })
  await db().message.update({ where: { id: messageId }, data: { createdAt: new Date(asked.createdAt.getTime() + minutes * 60_000) } })
  return id
}

/** Questions × the median of the minutes from each customer's message to the reply, read from the rows by other means. */
async function costOf(suggestionIds: string[]): Promise<number> {
  const [row] = await db().$queryRaw<{ minutes: number }[]>`
    select count(*) * percentile_cont(0.5) within group (order by extract(epoch from (o.created_at - i.created_at)) / 60) filter (where o.id is not null)
      as minutes
    from suggestion s
    join message i on i.ticket_id = s.ticket_id and i.direction = 'incoming'
    left join message o on o.ticket_id = s.ticket_id and o.direction = 'outgoing'
    where s.id = any(${suggestionIds}::uuid[])`
  return Number(row?.minutes)
}

const gapsOf = async () => (await listGaps({ days: 30 })).gaps
const place = (suggestionId: string) => ({ suggestionId, days: 30 })

describe('gaps', () => {
  it('are what no rule answered, what stood in no rule and what was rewritten, and nothing else', async () => {
    await ask('可以在杯子上刻字吗')
    await ask('门店几点关门', { fallbackCause: 'ungrounded', rung: 'extractive' })
    await ask('发票抬头写错了', {
      fallbackCause: null,
      rung: 'model',
      text: '请重新申请。',
      reply: '抬头可以改，把新抬头发给我们，当天重开。',
    })
    await ask('保修多久', {
      fallbackCause: null,
      rung: 'model',
      text: '主机保修一年，电池保修半年。',
      reply: '主机保修一年，电池保修半年哦。',
    })
    await ask('会员怎么升级', { fallbackCause: 'timeout' })
    await ask('积分会过期吗', { status: 'superseded', isCurrent: null })
    const gaps = await gapsOf()
    expect(gaps.map(({ question }) => question).sort()).toEqual(['发票抬头写错了', '可以在杯子上刻字吗', '门店几点关门'].sort())
    expect(gaps.find(({ question }) => question === '发票抬头写错了')?.causes).toEqual({ no_rule: 0, ungrounded: 0, rewritten: 1 })
  })

  it('are ranked by how many ask times how long an answer takes', async () => {
    await ask('门店几点关门', { reply: '晚上九点。', minutes: 40 })
    for (const question of ['可以刻字吗', '刻字多少钱', '刻字收费吗']) await ask(question, { reply: '刻字每件 20 元。', minutes: 30 })
    await ask('能上门安装吗')
    const gaps = await gapsOf()
    expect(gaps.map(({ questions, handlingMs, minutes }) => [questions.length, handlingMs, Math.round(minutes)])).toEqual([
      [3, 1_800_000, 90],
      [1, 2_400_000, 40],
      // Nobody has answered it: the median of all stands in.
      [1, null, 30],
    ])
  })

  it('of 5,000 questions are all of them, and each costs what its rows say', { timeout: 60_000 }, async () => {
    const topics = [
      '杯子刻字',
      '旧机换新',
      '发票改抬头',
      '门店寄存',
      '电池回收',
      '企业月结',
      '海外直邮',
      '夜间配送',
      '赠品补寄',
      '安装预约',
    ]
    const { channelId, contactId } = await db().ticket.findUniqueOrThrow({ where: { id: (await makeTicket()).id } })
    await db().ticket.deleteMany()
    // One insert for all; through the doors they would take minutes.
    await db().$executeRaw`
      with asked as (
        select gen_random_uuid() as ticket_id, gen_random_uuid() as suggestion_id, n,
          (${topics}::text[])[1 + n % 10] || (array['怎么办理', '可以吗', '要多久', '收费吗'])[1 + n % 4] as question,
          now() - make_interval(mins => 20000 - n) as at
        from generate_series(1, 5000) n),
      tickets as (
        insert into ticket (id, channel_id, contact_id, subject, language, updated_at)
        select ticket_id, ${channelId}::uuid, ${contactId}::uuid, question, 'zh', now() from asked),
      incoming as (
        insert into message (id, ticket_id, direction, text, created_at)
        select gen_random_uuid(), ticket_id, 'incoming', question, at from asked),
      drafts as (
        insert into suggestion (id, ticket_id, status, rung, fallback_cause, text, language, question, queued_at)
        select suggestion_id, ticket_id, 'ready', 'holding', 'no_rule', '我会请同事核实。', 'zh', question, at from asked)
      insert into message (id, ticket_id, direction, text, created_at)
      select gen_random_uuid(), ticket_id, 'outgoing', '可以的。', at + make_interval(mins => 1 + n % 97) from asked where n % 3 > 0`
    const { gaps, considered, isCut } = await listGaps({ days: 30 })
    expect({ considered, isCut }).toEqual({ considered: 5_000, isCut: true })
    expect(gaps.flatMap(({ questions }) => questions)).toHaveLength(5_000)
    const costs = await Promise.all(gaps.map(({ questions }) => costOf(questions.map(({ suggestionId }) => suggestionId))))
    gaps.forEach(({ minutes }, at) => {
      expect(minutes).toBeCloseTo(costs[at] ?? 0, 6)
    })
    expect(costs).toEqual([...costs].sort((one, other) => other - one))
    expect(gaps.length).toBeLessThan(40)
  })

  it('answered by hand after the holding text was sent as it is are answered then, and with those words', async () => {
    const holding = '我会请同事为您核实后尽快回复。'
    const first = await ask('可以刻字吗', { text: holding, reply: holding, minutes: 2 })
    expect((await gapsOf())[0]).toMatchObject({ handlingMs: null, questions: [{ replyText: null, repliedAt: null }] })
    const { ticketId } = await db().suggestion.findUniqueOrThrow({ where: { id: first } })
    const { messageId } = await sendReply({ agent, ticketId, text: '刻字每件 20 元。', clientKey: randomUUID() })
    const asked = await db().message.findFirstOrThrow({ where: { ticketId, direction: 'incoming' } })
    await db().message.update({ where: { id: messageId }, data: { createdAt: new Date(asked.createdAt.getTime() + 30 * 60_000) } })
    expect((await gapsOf())[0]).toMatchObject({ handlingMs: 1_800_000, questions: [{ replyText: '刻字每件 20 元。' }] })
    const rule = await getRule(await writeGapRule(admin, place(first)))
    expect(rule.answer).toBe('刻字每件 20 元。')
  })

  it('that cost less move up where a rule answers the dearest by now', async () => {
    const { channelId, contactId } = await db().ticket.findUniqueOrThrow({ where: { id: (await makeTicket()).id } })
    await db().ticket.deleteMany()
    await createRule(null, { question: '可以刻字吗', answer: '刻字每件 20 元。', language: 'zh', status: 'published' })
    markRulesChanged()
    // Ten of the dear one, closed by now; then eighty that were asked once each and share no character.
    const others = Array.from({ length: 80 }, (_, n) => String.fromCodePoint(0x5000 + n * 20, 0x5007 + n * 20, 0x500d + n * 20))
    const questions = [...Array.from({ length: 10 }, () => '可以刻字吗'), ...others]
    await db().$executeRaw`
      with asked as (
        select gen_random_uuid() as ticket_id, gen_random_uuid() as suggestion_id, question, now() - interval '1 day' as at
        from unnest(${questions}::text[]) question),
      tickets as (
        insert into ticket (id, channel_id, contact_id, subject, language, updated_at)
        select ticket_id, ${channelId}::uuid, ${contactId}::uuid, question, 'zh', now() from asked)
      insert into suggestion (id, ticket_id, status, rung, fallback_cause, text, language, question, queued_at)
      select suggestion_id, ticket_id, 'ready', 'holding', 'no_rule', '我会请同事核实。', 'zh', question, at from asked`
    const { gaps, closed, more, considered } = await listGaps({ days: 30 })
    expect({ considered, closed, shown: gaps.length }).toEqual({ considered: 90, closed: 1, shown: 60 })
    expect(gaps.flatMap(({ questions: asked }) => asked.map(({ question }) => question))).not.toContain('可以刻字吗')
    expect(more).toBeGreaterThan(0)
  })

  it('whose rule has been made to say something else are closed', async () => {
    const rule = await createRule(null, { question: '发票抬头写错了', answer: '请重新申请。', language: 'zh', status: 'published' })
    const id = await ask('发票抬头写错了', {
      fallbackCause: null,
      rung: 'model',
      text: '请重新申请。',
      reply: '把新抬头发给我们，当天重开。',
    })
    const cited = { suggestionId: id, ruleId: rule.id, ruleVersion: 1, position: 1, title: rule.question, score: 1 }
    await db().suggestionRule.deleteMany({ where: { suggestionId: id } })
    await db().suggestionRule.create({ data: { ...cited, answer: rule.answer, isUsed: true, isCited: true } })
    await updateRule(null, rule.id, 1, { tags: ['发票'] })
    expect(await gapsOf()).toHaveLength(1)
    await updateRule(null, rule.id, 2, { answer: '把新抬头发给我们，当天重开。' })
    expect(await listGaps({ days: 30 })).toMatchObject({ gaps: [], closed: 1 })
  })

  it('are closed by a rule written by hand that answers them, and say which rule that is', async () => {
    const ids = [await ask('可以在杯子上刻字吗'), await ask('杯子能不能刻字')]
    const other = await ask('门店几点关门')
    await createRule(null, { question: '杯子可以刻字吗', answer: '可以，每件 20 元。', language: 'zh' })
    expect(await gapsOf()).toHaveLength(2)
    const rule = await createRule(null, {
      question: '可以在杯子上刻字吗',
      answer: '可以，每件 20 元。',
      language: 'zh',
      status: 'published',
    })
    const { gaps, closed, answered } = await listGaps({ days: 30 })
    expect(gaps.map(({ id }) => id)).toEqual([other])
    expect(closed).toBe(1)
    expect(answered).toMatchObject([{ count: 2, rule: { id: rule.id, question: rule.question } }])
    expect(answered[0]?.suggestionIds.toSorted()).toEqual(ids.toSorted())
    await updateRule(null, rule.id, 1, { status: 'archived' })
    expect(await gapsOf()).toHaveLength(2)
  })

  it('keep the questions that the new rule does not answer, and the rest are gone', async () => {
    await ask('杯子刻字')
    await ask('杯子刻字')
    await ask('杯子刻字之外还想镶一圈水晶边框并送到国外朋友家里')
    expect(await gapsOf()).toHaveLength(1)
    await createRule(null, { question: '杯子刻字', answer: '可以，每件 20 元。', language: 'zh', status: 'published' })
    expect((await gapsOf()).map(({ questions }) => questions.map(({ question }) => question))).toEqual([
      ['杯子刻字之外还想镶一圈水晶边框并送到国外朋友家里'],
    ])
  })

  it('whose drafts were rewritten are closed only by a rule that is new to them', async () => {
    const old = await createRule(null, { question: '发票抬头写错了', answer: '请重新申请。', language: 'zh', status: 'published' })
    const id = await ask('发票抬头写错了怎么办', {
      fallbackCause: null,
      rung: 'model',
      text: '请重新申请。',
      reply: '把新抬头发给我们，当天重开。',
    })
    await updateRule(null, old.id, 1, { tags: ['发票'] })
    expect(await gapsOf()).toMatchObject([{ causes: { rewritten: 1 } }])
    const rule = await createRule(null, {
      question: '发票抬头写错了怎么办',
      answer: '把新抬头发给我们，当天重开。',
      language: 'zh',
      status: 'published',
    })
    expect(await listGaps({ days: 30 })).toMatchObject({ gaps: [], answered: [{ rule: { id: rule.id }, suggestionIds: [id] }] })
  })

  it('whose drafts were rewritten are closed by an older rule once it is taught to be found for them', async () => {
    const rule = await createRule(null, {
      question: '抬头更正',
      answer: '把新抬头发给我们，当天重开。',
      language: 'zh',
      status: 'published',
    })
    await ask('开票信息填错怎么办', { fallbackCause: null, rung: 'model', text: '请重新申请。', reply: '把新抬头发给我们，当天重开。' })
    expect(await gapsOf()).toHaveLength(1)
    await updateRule(null, rule.id, 1, { variants: ['开票信息填错怎么办'] })
    expect(await listGaps({ days: 30 })).toMatchObject({ gaps: [], answered: [{ rule: { id: rule.id } }] })
  })

  it('of long ago are left out', async () => {
    const id = await ask('可以刻字吗')
    await db().suggestion.update({ where: { id }, data: { queuedAt: new Date(Date.now() - 31 * 86_400_000) } })
    expect(await gapsOf()).toEqual([])
    expect((await listGaps({ days: 90 })).gaps).toHaveLength(1)
  })
})

describe('a gap that is none', () => {
  it('takes what is like it along, also what is asked later, until it is taken back', async () => {
    const id = await ask('在吗在吗老板')
    await ask('门店几点关门')
    const decisionId = await dismissGap(admin, place(id))
    await ask('老板在吗')
    const { gaps, dismissed } = await listGaps({ days: 30 })
    expect(gaps.map(({ question }) => question)).toEqual(['门店几点关门'])
    expect(dismissed).toMatchObject([{ decisionId, count: 2 }])
    await restoreGap(admin, decisionId)
    expect(await gapsOf()).toHaveLength(2)
    await expect(restoreGap(admin, decisionId)).rejects.toMatchObject({ code: 'not_found' })
    const entries = await db().auditEntry.findMany({ where: { subjectId: decisionId }, orderBy: { id: 'asc' } })
    expect(entries.map(({ action }) => action)).toEqual(['gap.dismiss', 'gap.restore'])
  })

  it('is for admins to say', async () => {
    const id = await ask('可以刻字吗')
    await expect(dismissGap(agent, place(id))).rejects.toMatchObject({ code: 'forbidden' })
    await expect(writeGapRule(agent, place(id))).rejects.toMatchObject({ code: 'forbidden' })
    await expect(dismissGap(admin, place(randomUUID()))).rejects.toMatchObject({ code: 'not_found' })
  })
})

describe('a rule begun from a gap', () => {
  it('says only what agents sent, masked, each sentence once with its tickets', async () => {
    const first = await ask('可以刻字吗', { reply: '您好，刻字每件 20 元。有问题请打 13812345678。如有其他问题欢迎继续咨询。' })
    await ask('刻字多少钱', { reply: '刻字每件 20 元。需要多等两天。' })
    await ask('刻字收费吗', { text: '我会请同事为您核实后尽快回复。', reply: '我会请同事为您核实后尽快回复。' })
    const ruleId = await writeGapRule(admin, place(first))
    const rule = await getRule(ruleId)
    expect(rule).toMatchObject({ status: 'draft', language: 'zh', version: 1 })
    expect([rule.question, ...rule.variants].sort()).toEqual(['可以刻字吗', '刻字多少钱', '刻字收费吗'].sort())
    const sources = await listRuleSources(ruleId)
    expect(rule.answer).toBe(sources.map(({ text }) => text).join(''))
    expect(rule.answer).not.toContain('13812345678')
    expect(sources.map(({ text, tickets }) => [text, tickets.length])).toEqual([
      ['刻字每件 20 元。', 2],
      ['有问题请打 【手机号1】。', 1],
      ['需要多等两天。', 1],
    ])
    expect(await writeGapRule(admin, place(first))).toBe(ruleId)
    expect((await gapsOf())[0]?.rule).toMatchObject({ id: ruleId, status: 'draft' })
  })

  it('closes it once it is published, and what is asked afterwards all the same opens it again', async () => {
    const id = await ask('可以刻字吗', { reply: '刻字每件 20 元。', minutes: 0 })
    const ruleId = await writeGapRule(admin, place(id))
    const rule = await updateRule(admin, ruleId, 1, { status: 'published' })
    await db().suggestion.updateMany({ data: { queuedAt: new Date(rule.updatedAt.getTime() - 1) } })
    await db().message.updateMany({ data: { createdAt: new Date(rule.updatedAt.getTime() - 1) } })
    expect(await listGaps({ days: 30 })).toMatchObject({ gaps: [], closed: 1 })
    await ask('可以刻字吗，刻在表带背面', { fallbackCause: 'ungrounded' })
    expect(await gapsOf()).toMatchObject([{ causes: { ungrounded: 1 }, rule: { id: ruleId, status: 'published' } }])
  })

  it('is begun once, though two admins ask at once', async () => {
    const id = await ask('可以刻字吗', { reply: '刻字每件 20 元。' })
    const [one, other] = await Promise.all([writeGapRule(admin, place(id)), writeGapRule(admin, place(id))])
    expect(one).toBe(other)
    expect(await db().faqRule.count()).toBe(1)
  })

  it('cannot be begun before an agent has said anything', async () => {
    const id = await ask('可以刻字吗')
    await expect(writeGapRule(admin, place(id))).rejects.toMatchObject({ code: 'unprocessable', details: { reason: 'no_reply' } })
  })
})
