import { afterAll, beforeAll, expect, test } from 'vitest'
import { subscribe } from '@/lib/events'
import { getTicket } from '@/lib/tickets/get-ticket'
import { setEnv } from '../support/database'
import {
  draftsOf,
  hearEvents,
  makeDue,
  makeReturnsRule,
  QUESTION,
  startDrafting,
  stopDrafting,
  waitForReadyDraft,
} from '../support/drafting'
import { SlowLine } from '../support/slow-line'
import { makeTicket } from '../support/tickets'
import { RealWorker } from '../support/worker'

// The real worker with the real engine, killed -9 while it writes.

const worker = new RealWorker()
let line: SlowLine
let url = ''

beforeAll(async () => {
  await makeReturnsRule()
  line = new SlowLine(await worker.start())
  url = await line.start()
}, 60_000)

afterAll(async () => {
  await stopDrafting()
  await worker.kill()
  await line.stop()
})

test('the pocket model writes a draft, and what it wrote is kept', async () => {
  await setEnv({ INFERENCE_URL: url })
  await startDrafting()
  await hearEvents()
  const ticket = await makeTicket({ subject: '退货', message: { text: '退货运费是我出吗？' } })
  const draft = await waitForReadyDraft(ticket.id)
  // Whether this model's words pass the checks is measured elsewhere; here they were written and kept.
  expect(draft).toMatchObject({
    model: 'deskhand-pocket',
    isDemoModel: true,
    modelText: expect.stringMatching(/\p{Script=Han}{4}/u),
    promptTokens: expect.any(Number),
    replyTokens: expect.any(Number),
    seed: null,
  })
  expect([null, 'ungrounded', 'refused', 'far_rule', 'loop']).toContain(draft.fallbackCause)
})

test('a worker killed in the middle of a draft costs the draft, not the ticket; back again, it writes it', async () => {
  await setEnv({ INFERENCE_URL: url })
  await startDrafting()
  await hearEvents()
  line.isSlow = true
  const killed = new Promise<void>((resolve) => {
    const unsubscribe = subscribe((event) => {
      if (event.kind !== 'draft') return
      unsubscribe()
      resolve(worker.kill())
    })
  })
  const ticket = await makeTicket({ subject: '退货', message: { text: QUESTION } })
  await killed
  line.isSlow = false
  const fallback = await waitForReadyDraft(ticket.id)
  expect(fallback).toMatchObject({ rung: 'extractive', fallbackCause: 'unreachable', rules: [{ isCited: true }] })
  expect(await getTicket(ticket.id)).toMatchObject({ status: 'open', messages: [{ text: QUESTION }], suggestion: { id: fallback.id } })

  await worker.start()
  await makeDue(`improve:${fallback.id}`)
  await expect.poll(() => draftsOf(ticket.id)).toHaveLength(2)
  const better = await waitForReadyDraft(ticket.id)
  expect(better.modelText).not.toBeNull()
})
