import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { addCustomerMessage } from '@/lib/tickets/add-customer-message'
import { draftAgain } from '@/lib/tickets/draft-again'
import { getTicket } from '@/lib/tickets/get-ticket'
import { stopDraft } from '@/lib/tickets/stop-draft'
import { setEnv } from '../support/database'
import { gate, hearEvents, makeReturnsRule, QUESTION, REPLY, startDrafting, stopDrafting } from '../support/drafting'
import { FakeModel } from '../support/fake-model'
import { finishDraft, makeTicket } from '../support/tickets'

// The model is a FAKE that a test can hold.
const model = new FakeModel()

beforeAll(makeReturnsRule)
beforeEach(async () => {
  await setEnv({ INFERENCE_URL: await model.start() })
  model.hangUps = 0
})
afterEach(async () => {
  await stopDrafting()
  await model.stop()
})

test('stopping a new draft brings the one before it back and frees the model', async () => {
  const held = gate()
  model.behaviour = { kind: 'held', text: REPLY, until: held.opened }
  const ticket = await makeTicket({ message: { text: QUESTION } })
  const firstId = await finishDraft(ticket, 'The first draft.')
  // The job hears the stop as it hears everything.
  await hearEvents()
  await startDrafting()
  const { suggestionId } = await draftAgain(ticket.id)
  const statusOf = async (id: string) => (await db().suggestion.findUniqueOrThrow({ where: { id } })).status
  await expect.poll(() => statusOf(suggestionId)).toBe('running')
  await expect.poll(() => model.requests.length).toBe(1)
  await stopDraft(ticket.id, suggestionId)
  expect(await getTicket(ticket.id)).toMatchObject({ suggestion: { id: firstId, status: 'ready', text: 'The first draft.' } })
  expect(await statusOf(suggestionId)).toBe('superseded')
  await expect.poll(() => model.hangUps).toBe(1)
  held.open()
})

test('a draft that is done is not stopped any more, and one that answers an older question does not come back', async () => {
  const ticket = await makeTicket({ message: { text: QUESTION } })
  const firstId = await finishDraft(ticket, 'The first draft.')
  await stopDraft(ticket.id, firstId)
  expect(await getTicket(ticket.id)).toMatchObject({ suggestion: { id: firstId, status: 'ready' } })
  await addCustomerMessage({ ticketId: ticket.id, text: '还有，能换货吗' })
  const { suggestion } = await getTicket(ticket.id)
  await stopDraft(ticket.id, suggestion?.id ?? '')
  expect(await db().suggestion.count({ where: { ticketId: ticket.id, isCurrent: true } })).toBe(0)
})
