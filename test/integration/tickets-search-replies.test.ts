import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import type { Agent } from '@/lib/auth/schema'
import { db } from '@/lib/db'
import { addNote } from '@/lib/messages/add-note'
import { sendReply } from '@/lib/messages/send-reply'
import { undoReply } from '@/lib/messages/undo-reply'
import { listTickets } from '@/lib/tickets/list-tickets'
import { mergeTicket } from '@/lib/tickets/merge-ticket'
import { reindexTickets } from '@/lib/tickets/reindex-tickets'
import { unmergeTicket } from '@/lib/tickets/unmerge-ticket'
import { finishDraft, makeAgent, makeTicket } from '@/test/support/tickets'

let agent: Agent
beforeAll(async () => {
  agent = await makeAgent('小张')
})

async function ids(q: string): Promise<string[]> {
  return (await listTickets(null, { q, view: 'all' })).items.map(({ id }) => id)
}

function reply(ticketId: string, text: string, delaySeconds = 0) {
  return sendReply({ agent, ticketId, clientKey: randomUUID(), text, delaySeconds })
}

test('a ticket is found by what we replied, in both scripts and any width', async () => {
  const zh = await makeTicket()
  await reply(zh.id, '补偿您一张２０元代金券，三十天内有效')
  for (const q of ['代金券', '代金券 补偿', '補償', '20元', '券']) expect(await ids(q), q).toEqual([zh.id])
  const en = await makeTicket()
  await reply(en.id, 'We have put a voucher worth £10 into your Ｃａｆé account.')
  for (const q of ['VOUCHER', 'vouch', 'cafe', 'voucher account']) expect(await ids(q), q).toEqual([en.id])
  expect(await ids('代金券 voucher')).toEqual([])
})

test('the marks of a draft that a reply was made from are no words of it', async () => {
  const ticket = await makeTicket()
  const suggestionId = await finishDraft(ticket, '我们寄送安装支架[77]。')
  await sendReply({ agent, ticketId: ticket.id, clientKey: null, text: '我们寄送安装支架[77]。', suggestionId })
  expect(await ids('安装支架')).toEqual([ticket.id])
  expect(await ids('支架 77')).toEqual([])
})

test('a ticket is found by its notes, but not by how a colleague is named in one', async () => {
  const ticket = await makeTicket()
  const key = randomUUID()
  const note = () => addNote({ agent, ticketId: ticket.id, text: '@小张 这位客户要求保价', clientKey: key, mentionIds: [agent.id] })
  await note()
  await note()
  const { text } = await db().message.findFirstOrThrow({ where: { ticketId: ticket.id, direction: 'note' } })
  expect(text).toContain(agent.id)
  expect(await ids('保价')).toEqual([ticket.id])
  expect(await ids(agent.id)).toEqual([])
})

test('a reply taken back is found no more; what the customer wrote still is', async () => {
  const ticket = await makeTicket({ message: { text: '咖啡机漏水' } })
  const { messageId } = await reply(ticket.id, '我们给您换一台新的咖啡机，并赠送滤纸', 30)
  expect(await ids('滤纸')).toEqual([ticket.id])
  await undoReply(agent, messageId)
  expect(await ids('滤纸')).toEqual([])
  expect(await ids('咖啡机漏水')).toEqual([ticket.id])
})

test('replies and notes go with their ticket when it is merged, and come back with it', async () => {
  const [source, target] = [await makeTicket(), await makeTicket()]
  await reply(source.id, '扫地机器人的尘盒我们另寄')
  await addNote({ agent, ticketId: source.id, text: '库房说尘盒断货' })
  await reply(target.id, '滚刷也一起寄')
  await mergeTicket({ sourceId: source.id, targetId: target.id, by: agent })
  expect(await ids('尘盒')).toEqual([target.id])
  expect(await ids('断货 滚刷')).toEqual([target.id])
  await unmergeTicket(source.id, agent)
  expect(await ids('尘盒断货')).toEqual([source.id])
  expect(await ids('滚刷')).toEqual([target.id])
})

test('a file that came without words is still found by its name after a merge', async () => {
  const file = { name: 'kettle-receipt.txt', contentType: 'text/plain', content: Buffer.from('paid').toString('base64') }
  const source = await makeTicket({ message: { text: '', attachments: [file] } })
  const target = await makeTicket()
  expect(await ids('kettle')).toEqual([source.id])
  await mergeTicket({ sourceId: source.id, targetId: target.id, by: agent })
  expect(await ids('kettle')).toEqual([target.id])
})

test('what was written before replies could be found is found once the tickets are written again', async () => {
  const ticket = await makeTicket({ message: { text: '投影仪灯泡坏了' } })
  await reply(ticket.id, '灯泡寄出了，附遮光罩')
  const old = await makeTicket({ message: { text: '投影仪幕布' } })
  // As version 1 left them: the customer's words alone.
  await db().$executeRaw`
    update ticket_search set version = 1, terms = array_to_tsvector(array['投影', '影仪', '灯泡', '泡']) where ticket_id = ${ticket.id}::uuid`
  await db().$executeRaw`update ticket_search set version = 1 where ticket_id = ${old.id}::uuid`
  // A message to a ticket that waits for its turn is found at once and does not make it count as written.
  await addNote({ agent, ticketId: old.id, text: '已问供应商' })
  expect(await ids('遮光罩')).toEqual([])
  expect(await ids('供应商')).toEqual([old.id])
  await reindexTickets()
  expect(await ids('遮光罩')).toEqual([ticket.id])
  expect(await ids('供应商 幕布')).toEqual([old.id])
})
