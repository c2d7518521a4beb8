import pg from 'pg'
import { beforeAll, describe, expect, inject, it, test } from 'vitest'
import type { Agent } from '@/lib/auth/schema'
import { db } from '@/lib/db'
import { countDrafts } from '@/lib/insights/count-drafts'
import { countOutcomes } from '@/lib/insights/count-outcomes'
import { countRuleUses } from '@/lib/insights/count-rule-uses'
import { keepDays } from '@/lib/insights/keep-days'
import { bothOf, keptDays, type Sources, sourcesOf } from '@/lib/insights/kept-days'
import { measureFirstReplies } from '@/lib/insights/measure-first-replies'
import { measureLatency } from '@/lib/insights/measure-latency'
import { type Period, resolvePeriod } from '@/lib/insights/period'
import { readInsights } from '@/lib/insights/read-insights'
import { jobsTable } from '@/lib/jobs-table'
import { sendReply } from '@/lib/messages/send-reply'
import { rateSuggestion } from '@/lib/suggestions/rate-suggestion'
import { finishDraft, makeAgent, makeTicket } from '@/test/support/tickets'

const DRAFTS = 1_500
/** Half hours and quarters off, and days of 23 and 25 hours among them. */
const ZONES = ['UTC', 'Asia/Shanghai', 'Asia/Kathmandu', 'America/St_Johns']

let agent: Agent
let admin: Agent

const period = (zone = 'UTC', days = 28): Period =>
  resolvePeriod({ days: 28, from: days === 28 ? null : dayAgo(days - 1), to: days === 28 ? null : dayAgo(0) }, { zone })
const dayAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10)

/** Everything that is counted, in an order of its own. */
function count(of: Period, sources: Sources) {
  const sorted = <Row>(rows: Row[]) => rows.map((row) => JSON.stringify(row)).sort()
  return db().$transaction(
    async (tx) => ({
      drafts: sorted(await countDrafts(tx, of, sources)),
      outcomes: sorted(await countOutcomes(tx, of, sources)),
      latency: await measureLatency(tx, of, sources).then(({ now, before }) => ({ now: sorted(now), before: sorted(before) })),
      firstReplies: await measureFirstReplies(tx, of, sources),
      rules: await countRuleUses(tx, of, sources),
    }),
    { timeout: 60_000 },
  )
}

const plainly = (of: Period) => count(of, sourcesOf(of, of.before.from))

async function byDays(of: Period) {
  expect(await keepDays(bothOf(of))).toBe(true)
  const { closed, isWhole } = await keptDays(db(), bothOf(of))
  expect(isWhole).toBe(true)
  expect(closed.until > of.from).toBe(true)
  return count(of, sourcesOf(of, closed.until))
}

beforeAll(async () => {
  agent = await makeAgent('小张')
  admin = { ...agent, id: (await makeAgent('阿明')).id, role: 'admin' }
  const { channel, contact } = await makeTicket()
  await makeAgent('小李')
  await db().faqRule.createMany({
    data: Array.from({ length: 6 }, (_, n) => ({ question: `规则 ${n}`, answer: '答', language: 'zh' as const })),
  })
  await db().$transaction(async (tx) => {
    await tx.$executeRaw`select setseed(0.26)`
    await tx.$executeRaw`
      insert into ticket (id, channel_id, contact_id, subject, language, status, created_at, first_replied_at, updated_at)
      select gen_random_uuid(), ${channel.id}::uuid, ${contact.id}::uuid, 'random', 'zh', 'resolved', at,
        case when random() < 0.8 then at - interval '2 hours' * ln(random() + 0.0001) end, at
      from (select now() - interval '70 days' * random() as at from generate_series(1, ${DRAFTS}::int)) one`
    await tx.$executeRaw`
      insert into suggestion (id, ticket_id, is_current, status, rung, language, model, prompt_version, queued_at, first_word_at, finished_at, ms)
      select gen_random_uuid(), id, null, (enum_range(null::suggestion_status))[1 + floor(random() * 8)],
        case when random() < 0.9 then (enum_range(null::rung))[1 + floor(random() * 5)] end, (array['zh', 'en'])[1 + floor(random() * 2)]::language,
        case when random() < 0.7 then 'model ' || floor(random() * 3) end, case when random() < 0.7 then floor(random() * 4)::int end,
        created_at, case when random() < 0.4 then created_at + interval '1 second' * random() end,
        case when random() < 0.9 then created_at + interval '9 seconds' * random() end, case when random() < 0.9 then (9000 * power(random(), 2))::int end
      from ticket where subject = 'random'`
    await tx.$executeRaw`
      insert into suggestion_outcome (suggestion_id, agent_id, edit_distance, draft_length, rating)
      select s.id, (select id from user_account where s.id is not null order by random() limit 1), case when random() < 0.9 then (random() * 200)::int end,
        case when random() < 0.9 then (random() * 150)::int end, case when random() < 0.2 then 1 when random() < 0.2 then -1 end
      from suggestion s where s.status in ('sent_as_is', 'edited', 'dismissed')`
    await tx.$executeRaw`
      insert into suggestion_rule (suggestion_id, rule_id, rule_version, position, title, answer, score, is_used, is_cited)
      select s.id, (select id from faq_rule where s.id is not null order by random() limit 1), 1, position, '', '', 0.5, true, random() < 0.6
      from suggestion s cross join generate_series(1, 3) as position`
  })
})

/** A draft of a closed day that such a one can be done to. */
async function oldDraft(status: 'edited' | 'sent_as_is' = 'edited') {
  const where = { status, outcome: { isNot: null }, queuedAt: { lt: new Date(Date.now() - 10 * 86_400_000) } } as const
  return db().suggestion.findFirstOrThrow({ where, select: { id: true, ticketId: true, queuedAt: true }, orderBy: { queuedAt: 'desc' } })
}

describe('days that are counted once', () => {
  it.each(ZONES)('give the figures of their rows on the clock of %s', async (zone) => {
    for (const days of [28, 9]) expect(await byDays(period(zone, days))).toEqual(await plainly(period(zone, days)))
  })

  it.each<[string, () => Promise<unknown>]>([
    [
      'an old ticket is answered with its old draft',
      async () => {
        const ticket = await makeTicket()
        const at = new Date(Date.now() - 20 * 86_400_000)
        const suggestionId = await finishDraft(ticket, '会尽快发货。')
        await db().ticket.update({ where: { id: ticket.id }, data: { createdAt: at } })
        await db().suggestion.update({ where: { id: suggestionId }, data: { queuedAt: at, ms: 77 } })
        await byDays(period())
        await sendReply({ agent, ticketId: ticket.id, text: '会尽快发货。', suggestionId, clientKey: null })
      },
    ],
    [
      'an old draft is rated',
      async () => {
        const { id } = await oldDraft()
        await db().suggestionOutcome.update({ where: { suggestionId: id }, data: { rating: null } })
        await byDays(period())
        await rateSuggestion(agent, { suggestionId: id, rating: -1 })
      },
    ],
    ['an old ticket is deleted', async () => db().ticket.delete({ where: { id: (await oldDraft()).ticketId } })],
    ['an outcome is deleted', async () => db().suggestionOutcome.delete({ where: { suggestionId: (await oldDraft()).id } })],
    [
      'a draft turns out to be of another day',
      async () => {
        const { id, queuedAt } = await oldDraft()
        await db().suggestion.update({ where: { id }, data: { queuedAt: new Date(queuedAt.getTime() - 3 * 86_400_000) } })
      },
    ],
    ['a rule is deleted', async () => db().faqRule.delete({ where: { id: (await db().faqRule.findFirstOrThrow()).id } })],
    [
      'an agent is deleted',
      async () => db().user.delete({ where: { id: (await db().user.findFirstOrThrow({ where: { name: '小李' } })).id } }),
    ],
  ])('are counted again when %s', async (_, change) => {
    const before = await byDays(period())
    await change()
    for (const zone of ['UTC', 'Asia/Kathmandu']) expect(await byDays(period(zone))).toEqual(await plainly(period(zone)))
    expect(await byDays(period())).not.toEqual(before)
  })

  it('are left alone where nothing has changed, and for changes that no figure shows', async () => {
    await keepDays(bothOf(period()))
    const counted = () =>
      db().figureDay.findMany({ where: { zone: 'UTC' }, select: { day: true, countedAt: true }, orderBy: { day: 'asc' } })
    const before = await counted()
    const { id, ticketId, queuedAt } = await oldDraft()
    await db().suggestion.update({ where: { id }, data: { text: 'x', question: 'y' } })
    await db().ticket.update({ where: { id: ticketId }, data: { subject: 'z', priority: 'high' } })
    await keepDays(bothOf(period()))
    expect(await counted()).toEqual(before)
    await db().suggestion.update({ where: { id }, data: { ms: 4_321 } })
    await keepDays(bothOf(period()))
    const changed = (await counted()).filter(({ countedAt }, at) => countedAt.getTime() !== before[at]?.countedAt.getTime())
    expect(changed.map(({ day }) => day.toISOString().slice(0, 10))).toEqual([queuedAt.toISOString().slice(0, 10)])
  })

  it('wait for whoever changes one of their rows at that moment, and do without if it takes too long', async () => {
    await db().figureDay.deleteMany()
    const { id } = await oldDraft()
    const client = new pg.Client({ connectionString: inject('adminUrl').replace('/postgres?', `/${await databaseName()}?`) })
    await client.connect()
    try {
      await client.query('begin')
      await client.query(`update suggestion set status = 'dismissed' where id = $1`, [id])
      const meanwhile = await readInsights(admin, period())
      expect(await db().figureDay.count()).toBe(0)
      expect(meanwhile.now.drafts).toBeGreaterThan(100)
      await client.query('commit')
    } finally {
      await client.end()
    }
    expect(await byDays(period())).toEqual(await plainly(period()))
    expect(await db().figureDay.count()).toBeGreaterThan(40)
  })
})

test('of a period nobody has looked at, the rows are counted and a job is left to count its days', async () => {
  await db().figureDay.deleteMany()
  const seen = await readInsights(admin, period())
  const [job] = await db().$queryRaw<{ payload: unknown }[]>`
    select payload from graphile_worker._private_jobs where key = ${`keep-days:UTC:${period().before.from}`}`
  expect(job?.payload).toEqual(bothOf(period()))
  const kept = await db().figureDay.count()
  expect(kept).toBeGreaterThan(0)
  await jobsTable['keep-days'](bothOf(period()))
  expect(await db().figureDay.count()).toBeGreaterThan(kept)
  expect((await keptDays(db(), bothOf(period()))).isWhole).toBe(true)
  expect(await readInsights(admin, period())).toEqual(seen)
})

test('the clocks that were looked at last are kept, eight of them', async () => {
  const zones = Array.from({ length: 9 }, (_, n) => `Etc/GMT-${n + 1}`)
  for (const zone of zones) await keepDays(bothOf(period(zone, 9)))
  const kept = await db().figureDay.groupBy({ by: ['zone'], orderBy: { zone: 'asc' } })
  expect(kept.map(({ zone }) => zone)).toEqual(zones.slice(1))
})

async function databaseName(): Promise<string> {
  const [row] = await db().$queryRaw<{ name: string }[]>`select current_database() as name`
  return row?.name ?? ''
}
