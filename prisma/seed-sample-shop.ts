import { ensureDemoUser } from '@/lib/auth/ensure-demo-user'
import { newSecret } from '@/lib/channels/channel-secrets'
import { db, type Tx } from '@/lib/db'
import { publish } from '@/lib/events'
import { DEFAULT_TARGETS, type ResponseTargets } from '@/lib/settings/response-targets-schema'
import { requestSuggestion } from '@/lib/suggestions/request-suggestion'
import { indexTickets } from '@/lib/tickets/index-tickets'
import { earlierTickets } from './sample-shop/earlier-tickets'
import { pastTickets } from './sample-shop/history'
import { macroRows } from './sample-shop/macros'
import { ruleRows } from './sample-shop/rule-rows'
import { rulesEn } from './sample-shop/rules-en'
import { rulesZh } from './sample-shop/rules-zh'
import { sideRows } from './sample-shop/side-rows'
import { stableId } from './sample-shop/stable-id'
import { type Seeding, ticketRows } from './sample-shop/ticket-rows'
import { ticketsEn } from './sample-shop/tickets-en'
import { ticketsZh } from './sample-shop/tickets-zh'
import type { SampleTicket } from './sample-shop/types'

/** Where the sample tickets come from, and where their replies go: the built-in outbox. */
const CHANNEL = { kind: 'generic', name: '青杏小铺官网 / Shop website', outgoingKind: 'outbox' } as const

/** Remembers that the shop has been opened, also when everything in it has been edited or deleted since. */
const MARK = 'sample_shop_seeded_at'

/** What the shop has promised its customers; a visitor sees timers run. */
const TARGETS: ResponseTargets = {
  firstResponse: { ...DEFAULT_TARGETS.firstResponse, isOn: true },
  resolution: { ...DEFAULT_TARGETS.resolution, isOn: true },
}

/** Seeding takes under a second; a machine that is building at the same time may need much longer. */
const TIMEOUT_MS = 60_000

export type Seeded = { isNew: boolean; rules: number; tickets: number; drafts: number }

/**
 * Opens the sample shop: its people, channel, rules and tickets, and a draft asked for every open ticket, all or nothing.
 * A second call, also at the same moment, changes nothing: what a visitor edited stays edited, what was deleted stays
 * deleted.
 * @throws AppError forbidden outside demo mode
 */
export async function seedSampleShop(now = new Date()): Promise<Seeded> {
  const [agent, admin] = [await ensureDemoUser('agent'), await ensureDemoUser('admin')]
  return db().$transaction(
    async (tx) => {
      const mark = await tx.setting.createMany({ data: [{ key: MARK, value: now.toISOString() }], skipDuplicates: true })
      if (mark.count === 0) return { isNew: false, rules: 0, tickets: 0, drafts: 0 }
      // Before the tickets: their timers are set as they come.
      await tx.setting.createMany({ data: [{ key: 'response_targets', value: TARGETS }], skipDuplicates: true })
      const channelId = stableId('channel', 'website')
      await tx.channel.create({ data: { ...CHANNEL, id: channelId, secretSealed: newSecret().sealed }, select: { id: true } })
      const rules = await seedRules(tx, { now, authorId: admin.id })
      await tx.macro.createMany({ data: macroRows(agent.id) })
      const seeding = { now, channelId, people: { agent: agent.id, admin: admin.id } }
      return { isNew: true, rules, ...(await seedTickets(tx, [...ticketsZh, ...ticketsEn], seeding)) }
    },
    { timeout: TIMEOUT_MS },
  )
}

async function seedRules(tx: Tx, by: { now: Date; authorId: string }): Promise<number> {
  const rows = [...rulesZh, ...rulesEn].map((rule, index) => ruleRows(rule, { ...by, index }))
  await tx.faqRule.createMany({ data: rows.map(({ rule }) => rule) })
  await tx.faqRuleRevision.createMany({ data: rows.map(({ revision }) => revision) })
  await publish(tx, { kind: 'rules' })
  return rows.length
}

async function seedTickets(tx: Tx, samples: SampleTicket[], seeding: Seeding): Promise<{ tickets: number; drafts: number }> {
  // Oldest first, so that ticket numbers rise with time.
  const past = pastTickets(seeding)
  const present = samples.map((sample) => ticketRows(sample, seeding))
  const earlier = earlierTickets.map((sample) => ticketRows(sample, seeding, sample))
  const rows = [...past.map(({ ticket }) => ticket), ...earlier, ...present].sort((a, b) => createdAt(a) - createdAt(b))
  // Customers of the past came back; their first ticket brings them.
  await tx.contact.createMany({ data: rows.map(({ contact }) => contact), skipDuplicates: true })
  await tx.ticket.createMany({ data: rows.map(({ ticket }) => ticket) })
  await tx.suggestion.createMany({ data: past.map(({ suggestion }) => suggestion) })
  await tx.suggestionRule.createMany({ data: past.flatMap(({ rule }) => rule ?? []) })
  await tx.suggestionOutcome.createMany({ data: past.map(({ outcome }) => outcome) })
  const side = sideRows(seeding)
  await tx.message.createMany({ data: [...rows.flatMap(({ messages }) => messages), ...side.notes] })
  await tx.attachment.createMany({ data: side.attachments })
  await tx.ticketEvent.createMany({ data: side.events })
  await indexTickets(
    tx,
    rows.map(({ ticket }) => ticket.id),
  )
  await tx.delivery.createMany({ data: rows.flatMap(({ deliveries }) => deliveries) })
  // The top of the queue first: that is where a visitor looks.
  const waiting = samples
    .filter(({ status }) => status === 'open')
    .sort((a, b) => (a.turns.at(-1)?.minutesAgo ?? 0) - (b.turns.at(-1)?.minutesAgo ?? 0))
  for (const { key } of waiting) await requestSuggestion(tx, stableId('ticket', key))
  return { tickets: rows.length, drafts: waiting.length }
}

function createdAt({ ticket }: ReturnType<typeof ticketRows>): number {
  return new Date(ticket.createdAt ?? 0).getTime()
}
