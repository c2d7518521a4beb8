import { expect, it } from 'vitest'
import { GET } from '@/app/api/palette/route'
import { createSession } from '@/lib/auth/create-session'
import { sessionCookieName } from '@/lib/auth/session-cookie'
import { db } from '@/lib/db'
import { createRule } from '@/lib/faq/create-rule'
import type { Found } from '@/lib/palette/find-anything'
import { findContacts } from '@/lib/tickets/find-contacts'
import { makeAgent, makeTicket } from '@/test/support/tickets'

it('the palette finds tickets by number, words and contact, people, and rules, and nobody without a session', async () => {
  const { token } = await createSession(db(), { userId: (await makeAgent()).id, userAgent: null })
  const get = (q: string, cookie = `${sessionCookieName(false)}=${token}`) =>
    Promise.resolve(GET(new Request(`http://desk.test/api/palette?${new URLSearchParams({ q })}`, { headers: { cookie } }), undefined))
  const find = async (q: string) => (await (await get(q)).json()) as Found
  const ticket = await makeTicket({ subject: '耳机还没发货', contact: { name: '李想', email: 'lixiang@example.com' } })
  for (let n = 0; n < 8; n++)
    await makeTicket({ subject: `帐篷 ${n}`, message: { text: '帐篷怎么搭？' }, contact: { name: `客户${n}`, email: `c${n}@example.com` } })
  const rule = await createRule(null, { question: '耳机什么时候发货？', answer: '24 小时内发货。', language: 'zh', status: 'published' })

  expect((await get('李想', '')).status).toBe(401)
  expect((await get(' ')).status).toBe(422)
  for (const q of [`#${ticket.number}`, String(ticket.number), '耳机', '李想', 'lixiang@']) {
    expect(
      (await find(q)).tickets.map(({ id }) => id),
      q,
    ).toContain(ticket.id)
  }
  expect(await find('李想')).toMatchObject({ contacts: [{ id: ticket.contact.id, name: '李想' }], rules: [], isPartial: false })
  // Words of the ticket are no name of its customer.
  expect((await find('耳机')).contacts).toEqual([])
  expect((await find('耳机 发货')).rules.map(({ id }) => id)).toEqual([rule.id])
  // What is asked comes before what is only mentioned in an answer, though that was changed later.
  const mentions = await createRule(null, { question: '订单多久能到？', answer: '耳机发货后两天。', language: 'zh', status: 'published' })
  expect((await find('耳机 发货')).rules.map(({ id }) => id)).toEqual([rule.id, mentions.id])
  expect((await find('帐篷')).tickets).toHaveLength(6)
  for (let n = 0; n < 8; n++) await makeTicket({ subject: `运费 ${ticket.number} 元` })
  expect((await find(String(ticket.number))).tickets[0]?.id).toBe(ticket.id)
  expect(await find("%_' or 1=1 --")).toMatchObject({ tickets: [], contacts: [], rules: [] })
})

it('people are found by what is theirs, however many write about them, and however often one of them writes', async () => {
  const named = async (name: string, email: string) => (await makeTicket({ contact: { name, email } })).contact.id
  const [first, namesake] = [await named('王冰', 'wangbing@example.com'), await named('王冰洁', 'bj@example.com')]
  for (let n = 0; n < 45; n++) {
    const contact = n % 9 === 0 ? { email: `x${n}@example.com` } : { email: 'wangbing@example.com', name: '王冰' }
    await makeTicket({ message: { text: '王冰说可以退。' }, contact })
  }
  const find = async (q: string) => (await findContacts(q, 4)).map(({ id }) => id)
  expect(await find('王冰')).toEqual([first, namesake])
  for (const q of ['wangbing@ex', '王冰 wangb']) expect(await find(q)).toEqual([first])
})
