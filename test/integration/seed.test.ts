import { beforeEach, describe, expect, it } from 'vitest'
import { db } from '@/lib/db'
import { earlierTickets } from '@/prisma/sample-shop/earlier-tickets'
import { pastTickets } from '@/prisma/sample-shop/history'
import { rulesEn } from '@/prisma/sample-shop/rules-en'
import { rulesZh } from '@/prisma/sample-shop/rules-zh'
import { sideRows } from '@/prisma/sample-shop/side-rows'
import { stableId } from '@/prisma/sample-shop/stable-id'
import { ticketsEn } from '@/prisma/sample-shop/tickets-en'
import { ticketsZh } from '@/prisma/sample-shop/tickets-zh'
import { seedSampleShop } from '@/prisma/seed-sample-shop'
import { setEnv } from '@/test/support/database'

const tickets = [...ticketsZh, ...ticketsEn, ...earlierTickets]
const now = new Date()
const seeding = { now, channelId: stableId('channel', 'website'), people: { agent: '', admin: '' } }
const past = pastTickets(seeding)
const side = sideRows(seeding)
const pastContacts = new Set(past.map(({ ticket }) => ticket.contact.id)).size
const open = tickets.filter((ticket) => ticket.status === 'open')
const ruleCount = rulesZh.length + rulesEn.length

async function counts() {
  const [jobs] = await db().$queryRaw<{ count: number }[]>`
    select count(*)::int as count from graphile_worker.jobs where task_identifier = 'draft-suggestion'`
  return {
    users: await db().user.count(),
    macros: await db().macro.count(),
    channels: await db().channel.count(),
    rules: await db().faqRule.count({ where: { status: 'published', version: 1 } }),
    revisions: await db().faqRuleRevision.count({ where: { version: 1, status: 'published' } }),
    contacts: await db().contact.count(),
    tickets: await db().ticket.count(),
    messages: await db().message.count(),
    attachments: await db().attachment.count(),
    events: await db().ticketEvent.count(),
    deliveries: await db().delivery.count({ where: { status: 'sent' } }),
    drafts: await db().suggestion.count({ where: { status: 'pending', isCurrent: true } }),
    jobs: jobs?.count,
  }
}

const expected = {
  users: 2,
  macros: 8,
  channels: 1,
  rules: ruleCount,
  revisions: ruleCount,
  contacts: tickets.length - earlierTickets.length + pastContacts,
  tickets: tickets.length + past.length,
  messages: tickets.flatMap((ticket) => ticket.turns).length + 2 * past.length + side.notes.length,
  attachments: side.attachments.length,
  events: side.events.length,
  deliveries: tickets.flatMap((ticket) => ticket.turns).filter((turn) => turn.from === 'agent').length + past.length,
  drafts: open.length,
  jobs: open.length,
}

describe('the sample shop', () => {
  beforeEach(() => setEnv({ DEMO: 'true' }))

  it('is refused outside the demo', async () => {
    await setEnv({ DEMO: '' })
    await expect(seedSampleShop()).rejects.toMatchObject({ code: 'forbidden' })
    expect(await counts()).toMatchObject({ users: 0, rules: 0, tickets: 0 })
  })

  it('is seeded once by three at the same moment', async () => {
    const results = await Promise.all([seedSampleShop(now), seedSampleShop(now), seedSampleShop(now)])
    const created = { isNew: true, rules: ruleCount, tickets: tickets.length + past.length, drafts: open.length }
    expect(results.filter((result) => result.isNew)).toEqual([created])
    expect(await counts()).toEqual(expected)
  })

  it('changes nothing when it is seeded again', async () => {
    expect(await seedSampleShop()).toEqual({ isNew: false, rules: 0, tickets: 0, drafts: 0 })
    expect(await counts()).toEqual(expected)
  })

  it('numbers its tickets in the order of their arrival', async () => {
    const rows = await db().ticket.findMany({ orderBy: { number: 'asc' }, select: { createdAt: true } })
    const times = rows.map((row) => row.createdAt.getTime())
    expect(times).toEqual([...times].sort((a, b) => a - b))
  })

  it('leaves a ticket as its turns would have left it', async () => {
    const rows = await db().ticket.findMany({ include: { messages: { orderBy: { createdAt: 'asc' } } } })
    for (const { messages, ...ticket } of rows) {
      const last = messages.at(-1)
      const replies = messages.filter((message) => message.direction === 'outgoing')
      const firstUnanswered = messages.find((message) => message.createdAt > (replies.at(-1)?.createdAt ?? new Date(0)))
      expect(ticket).toMatchObject({
        status: last?.direction === 'incoming' ? 'open' : expect.stringMatching(/^(waiting|resolved)$/),
        createdAt: messages[0]?.createdAt,
        activeAt: last?.createdAt,
        waitingSince: firstUnanswered?.createdAt ?? null,
        firstRepliedAt: replies[0]?.createdAt ?? null,
        seenAt: replies.at(-1)?.createdAt ?? null,
        resolvedAt: ticket.status === 'resolved' ? last?.createdAt : null,
      })
    }
  })

  it('has a past of eight weeks that the figures can be counted from, and whose drafts met their fates', async () => {
    const fates = await db().suggestion.groupBy({ by: ['status'], where: { status: { not: 'pending' } }, _count: true })
    expect(fates.map(({ status }) => status).sort()).toEqual(['dismissed', 'edited', 'sent_as_is'])
    expect(fates.reduce((all, { _count }) => all + _count, 0)).toBe(past.length)
    const outcomes = await db().suggestionOutcome.findMany({ include: { suggestion: true } })
    for (const { suggestion, sentText, editDistance, draftLength } of outcomes) {
      expect(draftLength).toBeGreaterThan(0)
      if (suggestion.status === 'sent_as_is') expect(editDistance).toBe(0)
      if (suggestion.status === 'edited') expect(editDistance).toBeGreaterThan(0)
      expect(sentText === null).toBe(suggestion.status === 'dismissed')
    }
    const latest = await db().suggestion.findFirstOrThrow({ where: { status: { not: 'pending' } }, orderBy: { queuedAt: 'desc' } })
    expect(latest.queuedAt.getTime()).toBeLessThan(Date.now() - 12 * 3_600_000)
  })

  it('keeps what a visitor edited and does not bring back what was deleted', async () => {
    const [edited, deleted] = [stableId('rule', 'zh-refund-time'), stableId('rule', 'en-refund-time')]
    await db().faqRule.update({ where: { id: edited }, data: { answer: '改过了。', version: 2 } })
    await db().faqRule.delete({ where: { id: deleted } })
    await seedSampleShop()
    expect(await db().faqRule.findUnique({ where: { id: edited } })).toMatchObject({ answer: '改过了。', version: 2 })
    expect(await db().faqRule.findUnique({ where: { id: deleted } })).toBeNull()
  })
})
