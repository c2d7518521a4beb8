import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { getSetting } from '@/lib/settings/get-setting'
import { addCustomerMessage } from '@/lib/tickets/add-customer-message'
import { listTickets, type TicketPage } from '@/lib/tickets/list-tickets'
import { reindexTickets } from '@/lib/tickets/reindex-tickets'
import type { TicketQuery } from '@/lib/tickets/schema'
import { SEARCH_VERSION } from '@/lib/tickets/search-terms'
import { setStatus } from '@/lib/tickets/set-status'
import { newId } from '@/lib/uuid'
import { makeAgent, makeTicket } from '@/test/support/tickets'

async function ids(query: TicketQuery): Promise<string[]> {
  return (await listTickets(null, query)).items.map(({ id }) => id)
}

describe('a ticket', () => {
  let [zh, en] = [
    { id: '', number: 0 },
    { id: '', number: 0 },
  ]
  beforeAll(async () => {
    zh = await makeTicket({ subject: '想问一下', message: { text: '我的羽绒服什么时候可以退款？' }, contact: { name: '欧阳娜娜' } })
    en = await makeTicket({
      subject: 'Broken zipper',
      message: { text: '100% sure it_is broken' },
      contact: { name: 'Zoë Johnson', email: 'zoe@maple.example', phone: '138 0000 2716' },
    })
  })

  test.each(['羽绒', '绒', '退款 羽绒服', '羽絨服', '欧阳', '歐陽娜娜', '羽绒%'])('is found by %j', async (q) => {
    expect(await ids({ q })).toEqual([zh.id])
  })

  test.each(['ZIPPER', 'ｚｉｐｐｅｒ', 'zipp', 'maple.ex', 'zoe john', '100%', '13800002716', '2716', '1380000'])(
    'is found by %j',
    async (q) => {
      expect(await ids({ q })).toEqual([en.id])
    },
  )

  test('is found by its number', async () => {
    expect(await ids({ q: `#${zh.number}` })).toEqual([zh.id])
    expect(await ids({ q: `${en.number}` })).toContain(en.id)
  })

  test.each(['款退', 'pper', '%', 'nul\u0000l', "'", '\\', ':* | !'])('is not found by %j', async (q) => {
    expect(await ids({ q })).toEqual([])
  })
})

test('a ticket whose number was typed stands before all that have the number among their words, once', async () => {
  const wanted = await makeTicket({ subject: 'Wanted' })
  const others = []
  while (others.length < 3) others.push(await makeTicket({ message: { text: `I paid ${wanted.number} euros.` } }))
  const q = String(wanted.number)
  const order = [wanted, ...others.reverse()].map(({ id }) => id)
  expect((await ids({ q })).filter((id) => order.includes(id))).toEqual(order)
  const seen = []
  for (let cursor: string | undefined; ; ) {
    const page = await listTickets(null, { q, limit: 1, cursor })
    seen.push(...page.items.map(({ id }) => id))
    if (!page.nextCursor) break
    cursor = page.nextCursor
  }
  expect(seen).toEqual(await ids({ q }))
  expect(await ids({ q, view: 'resolved' })).toEqual([])
  expect(await ids({ q: `#${q}` })).toEqual([wanted.id])
})

test('a name with a slip of the finger is found when nothing else is, and the answer says so', async () => {
  const ticket = await makeTicket({ contact: { name: 'Gwendolyn Carmichael' } })
  const pick = ({ items, isTolerant }: TicketPage) => ({ ids: items.map(({ id }) => id), isTolerant })
  expect(pick(await listTickets(null, { q: 'carmichael' }))).toEqual({ ids: [ticket.id], isTolerant: false })
  expect(pick(await listTickets(null, { q: 'gwendolin carmicheal' }))).toEqual({ ids: [ticket.id], isTolerant: true })
  expect(pick(await listTickets(null, { q: 'carmchl' })).ids).toEqual([])
})

test('a subject with a slip of the finger is found when nothing else is, by what was typed with other words too', async () => {
  const ticket = await makeTicket({ subject: 'Parasol delivery', message: { text: 'It leaks.' } })
  expect(await listTickets(null, { q: 'parasoll' })).toMatchObject({ items: [{ id: ticket.id }], isTolerant: true })
  expect(await listTickets(null, { q: 'delivrey leaks' })).toMatchObject({ items: [{ id: ticket.id }], isTolerant: true })
  expect(await listTickets(null, { q: 'parasol' })).toMatchObject({ items: [{ id: ticket.id }], isTolerant: false })
})

test('what the customer adds later is found too', async () => {
  const ticket = await makeTicket()
  await addCustomerMessage({ ticketId: ticket.id, text: '还有，赠品手表没收到' })
  expect(await ids({ q: '手表' })).toEqual([ticket.id])
})

test('tickets that an earlier version wrote are written again, once', async () => {
  const ticket = await makeTicket({ message: { text: '請問運費險怎麼理賠' }, contact: { name: 'Marguerite' } })
  await db().$executeRaw`update ticket_search set version = 0, terms = ''`
  expect(await ids({ q: '运费险' })).toEqual([])
  await reindexTickets()
  expect(await ids({ q: '运费险' })).toEqual([ticket.id])
  expect(await ids({ q: 'margerite' })).toEqual([ticket.id])
  expect(await getSetting('search_terms_version')).toBe(SEARCH_VERSION)
  const before = await db().$queryRaw`select ticket_id, xmin::text from ticket_search order by 1`
  await reindexTickets()
  expect(await db().$queryRaw`select ticket_id, xmin::text from ticket_search order by 1`).toEqual(before)
})

test.each(['active', 'waiting', 'due'] as const)('the order by %s is the same on every page', async (sort) => {
  const open = []
  while (open.length < 7) open.push(await makeTicket({ tags: [`order-${sort}`] }))
  for (const { id } of open.slice(0, 3)) await setStatus(id, 'waiting')
  const tag = `order-${sort}`
  const whole = await ids({ tag, sort, view: 'all' })
  expect([...whole].sort()).toEqual(open.map(({ id }) => id).sort())
  const paged: string[] = []
  for (let cursor: string | undefined; ; ) {
    const page = await listTickets(null, { tag, sort, view: 'all', limit: 2, cursor })
    paged.push(...page.items.map(({ id }) => id))
    if (!page.nextCursor) break
    cursor = page.nextCursor
  }
  expect(paged).toEqual(whole)
  if (sort === 'waiting') expect(whole.slice(0, 4)).toEqual(open.slice(3).map(({ id }) => id))
})

test('filters narrow the list, alone and together', async () => {
  const agent = await makeAgent()
  const one = await makeTicket({ tags: ['narrow'], priority: 'high', message: { text: '请问退款什么时候到账' } })
  const two = await makeTicket({ tags: ['narrow'], message: { text: 'Where is my order?' }, subject: 'Order', contact: { name: 'Narrow' } })
  const [first, second] = [one.suggestion?.id, two.suggestion?.id]
  await db().suggestion.update({
    where: { id: first },
    data: { status: 'ready', rung: 'model', grounding: { sentences: [], isGrounded: true } },
  })
  await db().suggestion.update({
    where: { id: second },
    data: { status: 'ready', rung: 'holding', grounding: { sentences: [], isGrounded: false } },
  })
  await db().ticket.update({ where: { id: two.id }, data: { isGap: true, assigneeId: agent.id, seenAt: new Date() } })
  const narrow = (query: TicketQuery) => ids({ tag: 'narrow', ...query })
  expect(await narrow({ priority: 'high' })).toEqual([one.id])
  expect(await narrow({ language: 'en' })).toEqual([two.id])
  expect(await narrow({ channel: one.channel.id })).toHaveLength(2)
  expect(await narrow({ channel: newId() })).toEqual([])
  expect(await narrow({ contact: two.contact.id })).toEqual([two.id])
  expect(await narrow({ rung: 'model' })).toEqual([one.id])
  expect(await narrow({ grounding: 'failed' })).toEqual([two.id])
  expect(await narrow({ gap: true })).toEqual([two.id])
  expect(await narrow({ unread: 'true' })).toEqual([one.id])
  expect(await narrow({ assignee: 'none' })).toEqual([one.id])
  expect(await narrow({ assignee: agent.id, status: 'open', rung: 'holding', q: 'order' })).toEqual([two.id])
  const [item] = (await listTickets(agent, { tag: 'narrow', assignee: 'me' })).items
  expect(item).toMatchObject({ id: two.id, isUnread: false, suggestion: { rung: 'holding', isGrounded: false } })
})
