import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Agent } from '@/lib/auth/schema'
import { db } from '@/lib/db'
import { periodQuerySchema, resolvePeriod } from '@/lib/insights/period'
import { readInsights } from '@/lib/insights/read-insights'
import { sendReply } from '@/lib/messages/send-reply'
import type { Prisma } from '@/prisma/generated/client'
import { finishDraft, makeAgent, makeTicket } from '@/test/support/tickets'

const now = new Date('2026-06-20T12:00:00Z')
const period = (query: object = {}, zone = 'UTC') => resolvePeriod(periodQuerySchema.parse(query), { zone, now })

let agent: Agent
let colleague: Agent
let admin: Agent

type Made = Partial<Prisma.SuggestionCreateManyInput> & {
  outcome?: Partial<Prisma.SuggestionOutcomeCreateManyInput>
  repliedAfterMs?: number
}

/** A ticket of that moment with a draft, as the desk would have left it. */
async function make(at: string, { outcome, repliedAfterMs, ...draft }: Made) {
  const createdAt = new Date(at)
  const { id: ticketId } = await makeTicket({ externalId: randomUUID() })
  const firstRepliedAt = repliedAfterMs === undefined ? null : new Date(createdAt.getTime() + repliedAfterMs)
  await db().ticket.update({ where: { id: ticketId }, data: { createdAt, firstRepliedAt } })
  await db().suggestion.deleteMany({ where: { ticketId } })
  const { id } = await db().suggestion.create({
    data: { ticketId, language: 'zh', text: '字'.repeat(100), queuedAt: createdAt, isCurrent: null, ...draft },
  })
  if (outcome) await db().suggestionOutcome.create({ data: { suggestionId: id, draftLength: 100, ...outcome } })
  return id
}

const finished = (ms: number, firstMs: number) => ({
  ms,
  finishedAt: new Date('2026-06-10T10:00:10Z'),
  firstWordAt: new Date(Date.parse('2026-06-10T10:00:10Z') - ms + firstMs),
})

beforeAll(async () => {
  ;[agent, colleague] = [await makeAgent('小张'), await makeAgent('小李')]
  admin = { ...agent, id: (await makeAgent('阿明')).id, role: 'admin' }
  const asIs = { status: 'sent_as_is', outcome: { agentId: agent.id, editDistance: 0, rating: 1 } } as const
  await make('2026-06-10T10:00:00Z', {
    rung: 'model',
    model: 'Qwen',
    promptVersion: 3,
    ...asIs,
    ...finished(2_000, 400),
    repliedAfterMs: 60_000,
  })
  await make('2026-06-10T11:00:00Z', { rung: 'cache', model: 'Qwen', promptVersion: 3, ...asIs, ms: 20, repliedAfterMs: 120_000 })
  const edited = { agentId: colleague.id, editDistance: 25, rating: -1 }
  const last = await make('2026-06-20T23:30:00Z', {
    rung: 'model',
    model: 'Qwen',
    promptVersion: 4,
    status: 'edited',
    outcome: edited,
    ms: 4_000,
  })
  await make('2026-06-12T10:00:00Z', { rung: 'extractive', status: 'dismissed', outcome: { agentId: colleague.id }, ms: 9_000 })
  await make('2026-06-12T10:00:00Z', { rung: 'holding', status: 'superseded', ms: 10 })
  await make('2026-06-12T10:00:00Z', { status: 'failed' })
  await make('2026-05-10T10:00:00Z', {
    rung: 'model',
    model: 'Qwen',
    status: 'edited',
    outcome: { ...edited, editDistance: 300 },
    ms: 8_000,
  })
  const rule = await db().faqRule.create({ data: { question: '多久发货', answer: '48 小时内', language: 'zh' } })
  const given = { ruleId: rule.id, ruleVersion: 1, title: '', answer: '', score: 1, isUsed: true }
  await db().suggestionRule.createMany({
    data: [
      { ...given, suggestionId: last, position: 1, isCited: true },
      { ...given, suggestionId: last, position: 2, isCited: false },
    ],
  })
})

describe('the figures of a period', () => {
  it('are those of its rows, beside those of the period before', async () => {
    const figures = await readInsights(admin, period())
    expect(figures.rows).toEqual({ suggestions: 6, outcomes: 4, tickets: 6 })
    expect(figures.now).toEqual({
      drafts: 6,
      decided: { sentAsIs: 2, edited: 1, dismissed: 1 },
      edited: { editedShare: 0.25, editedKnown: 1 },
      cache: { hits: 1, looked: 3 },
      thumbs: { up: 2, down: 1 },
      characters: { zh: { drafted: 400, kept: 275 }, en: { drafted: 0, kept: 0 } },
      minutesSaved: 275 / 50 - 400 / 255,
    })
    // More was changed than the draft had: all of it.
    expect(figures.before).toMatchObject({
      drafts: 1,
      edited: { editedShare: 1, editedKnown: 1 },
      decided: { sentAsIs: 0, edited: 1, dismissed: 0 },
      characters: { zh: { kept: 0 } },
    })
    expect(figures.fates.holding).toMatchObject({ superseded: 1, open: 0 })
    expect(figures.edits).toEqual([0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0])
    expect(figures.models).toEqual([
      { model: 'Qwen', promptVersion: 3, drafts: 2, sentAsIs: 2, edited: 0, dismissed: 0, editedShare: 0, editedKnown: 0 },
      { model: 'Qwen', promptVersion: 4, drafts: 1, sentAsIs: 0, edited: 1, dismissed: 0, editedShare: 0.25, editedKnown: 1 },
    ])
  })

  it('stand on the day of the reader’s own clock', async () => {
    const days = async (zone: string) => (await readInsights(admin, period({ from: '2026-06-10', to: '2026-06-20' }, zone))).drafts.model
    expect(await days('UTC')).toEqual([1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1])
    // There it is the 21st already.
    expect(await days('Asia/Shanghai')).toEqual([1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0])
    expect(await days('America/Los_Angeles')).toEqual([1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1])
  })

  it('tell how long drafts and first replies took', async () => {
    const { latency, firstReplies } = await readInsights(admin, period())
    const model = latency.now.find(({ rung }) => rung === 'model')
    expect(model).toMatchObject({ count: 2, firstWords: 1, firstWord: [400, 400, 400, 400] })
    expect(model?.whole).toEqual([2_000, 4_000, 4_000, 4_000])
    expect(latency.now.find(({ rung }) => rung === 'cache')).toMatchObject({ firstWord: null, firstWords: 0 })
    expect(latency.before).toMatchObject([{ rung: 'model', whole: [8_000, 8_000, 8_000, 8_000] }])
    expect(firstReplies.now).toMatchObject({ tickets: 6, replied: 2, medianMs: 60_000, p90Ms: 120_000 })
    expect(firstReplies.steps.filter(({ tickets }) => tickets > 0)).toMatchObject([{ replied: 2 }, { replied: 0 }, { replied: 0 }])
  })

  it('name the rules that drafts cite, and what became of those drafts', async () => {
    const { rules } = await readInsights(admin, period())
    expect(rules).toMatchObject([
      { question: '多久发货', uses: 1, sentAsIs: 0, edited: 1, dismissed: 0, editedShare: 0.25, editedKnown: 1 },
    ])
  })

  it('show an admin every agent, and an agent nobody else', async () => {
    const seenBy = async (reader: Agent) => (await readInsights(reader, period())).agents
    const all = await seenBy(admin)
    expect(all).toHaveLength(2)
    expect(all.find(({ id }) => id === colleague.id)).toMatchObject({ editedShare: 0.25, editedKnown: 1 })
    const own = { id: agent.id, name: '小张', sentAsIs: 2, edited: 0, dismissed: 0, editedShare: 0, editedKnown: 0 }
    expect(await seenBy(agent)).toEqual([own])
  })

  it('are none where nothing was', async () => {
    const figures = await readInsights(admin, period({ from: '2020-01-01', to: '2020-01-02' }))
    expect(figures).toMatchObject({ now: { drafts: 0, minutesSaved: 0 }, rules: [], agents: [], models: [], latency: { now: [] } })
    expect(figures.firstReplies.now).toEqual({ tickets: 0, replied: 0, medianMs: null, p90Ms: null })
  })
})

describe('a reply', () => {
  it('leaves what the figures count: who decided, and how long the draft was', async () => {
    const used = await makeTicket({ externalId: 'used' })
    const usedId = await finishDraft(used, '会尽快发货[1]。')
    await sendReply({ agent, ticketId: used.id, text: '会尽快发货。', suggestionId: usedId, clientKey: randomUUID() })
    const unused = await makeTicket({ externalId: 'unused' })
    const unusedId = await finishDraft(unused, '会尽快发货[1]。')
    await sendReply({ agent, ticketId: unused.id, text: '今天就发。', clientKey: randomUUID() })
    const outcomes = await db().suggestionOutcome.findMany({
      where: { suggestionId: { in: [usedId, unusedId] } },
      orderBy: { createdAt: 'asc' },
    })
    expect(outcomes).toMatchObject([
      { suggestionId: usedId, agentId: agent.id, draftLength: 6, editDistance: 0 },
      { suggestionId: unusedId, agentId: agent.id, draftLength: 6, editDistance: null, sentText: null },
    ])
  })
})
