import { afterEach, expect, test } from 'vitest'
import { createChannel } from '@/lib/channels/create-channel'
import { db } from '@/lib/db'
import { sendReply } from '@/lib/messages/send-reply'
import { setEnv } from '../support/database'
import { makeReturnsRule, QUESTION, REPLY, startDrafting, stopDrafting, waitForReadyDraft } from '../support/drafting'
import { FakeModel } from '../support/fake-model'
import { Receiver } from '../support/receiver'
import { postWebhookBody, ticketBody } from '../support/senders'
import { makeAgent } from '../support/tickets'

const model = new FakeModel()
const receiver = new Receiver([500, 200])

afterEach(async () => {
  await stopDrafting()
  await Promise.all([model.stop(), receiver.stop()])
})

test('fifty deliveries and twenty clicks at once are one ticket, one draft, one reply and one delivery', async () => {
  await setEnv({ INFERENCE_URL: await model.start() })
  model.behaviour = { kind: 'reply', text: REPLY }
  await makeReturnsRule()
  const { url } = await receiver.start()
  const channel = await createChannel({ name: '商城', outgoingUrl: url, allowsPrivateUrl: true })
  await startDrafting()

  const body = ticketBody({ externalId: 'order-1', message: { text: QUESTION }, contact: { name: '李雷', email: 'lilei@example.com' } })
  const responses = await Promise.all(Array.from({ length: 50 }, () => postWebhookBody(channel, body, { id: 'msg_fifty' })))
  expect(responses.map(({ status }) => status)).toEqual(Array(50).fill(200))
  const answers = (await Promise.all(responses.map((response) => response.json()))) as { ticketId: string }[]
  const ticketId = answers[0]?.ticketId ?? ''
  const draft = await waitForReadyDraft(ticketId, { rung: 'model', text: REPLY })

  const agent = await makeAgent()
  const click = { agent, ticketId, text: draft.text, suggestionId: draft.id, clientKey: 'click' }
  const sent = await Promise.all(Array.from({ length: 20 }, () => sendReply(click)))
  expect(new Set(sent.map(({ messageId }) => messageId)).size).toBe(1)
  const messageId = sent[0]?.messageId ?? ''
  // The receiver fails once, so the delivery is tried again.
  await expect.poll(() => db().delivery.findUnique({ where: { messageId } })).toMatchObject({ attempts: 1 })
  await makeNextAttemptDue(messageId)
  await expect.poll(() => db().delivery.findUnique({ where: { messageId } })).toMatchObject({ status: 'sent' })

  expect(receiver.accepted).toHaveLength(1)
  const delivered = JSON.parse(receiver.accepted[0]?.body ?? '') as { data: { message: { text: string } } }
  expect(delivered.data.message.text).toBe(REPLY.replaceAll('[1]', ''))
  expect(model.requests).toHaveLength(1)
  expect(await db().ticket.count()).toBe(1)
  expect(await db().contact.count()).toBe(1)
  expect(await db().suggestion.findMany({ select: { status: true } })).toEqual([{ status: 'sent_as_is' }])
  expect(await db().message.groupBy({ by: ['direction'], _count: true, orderBy: { direction: 'asc' } })).toEqual([
    { direction: 'incoming', _count: 1 },
    { direction: 'outgoing', _count: 1 },
  ])
  expect(await db().delivery.findMany({ select: { attempts: true, status: true } })).toEqual([{ attempts: 2, status: 'sent' }])
})

/** The back-off is over. */
async function makeNextAttemptDue(messageId: string): Promise<void> {
  await db().delivery.update({ where: { messageId }, data: { nextAttemptAt: new Date() } })
  await db().$executeRaw`
    select graphile_worker.reschedule_jobs(array_agg(id), run_at => now()) from graphile_worker.jobs where key = ${`deliver:${messageId}`}`
}
