import { beforeAll, beforeEach, expect, test } from 'vitest'
import type { Agent } from '@/lib/auth/schema'
import { db } from '@/lib/db'
import { sendReply } from '@/lib/messages/send-reply'
import { DEFAULT_TARGETS, type ResponseTargets } from '@/lib/settings/response-targets-schema'
import { addCustomerMessage } from '@/lib/tickets/add-customer-message'
import { listTickets } from '@/lib/tickets/list-tickets'
import { recomputeTimers } from '@/lib/tickets/recompute-timers'
import { setPriority } from '@/lib/tickets/set-priority'
import { setResponseTargets } from '@/lib/tickets/set-response-targets'
import { setStatus } from '@/lib/tickets/set-status'
import { makeAgent, makeTicket } from '@/test/support/tickets'

const MINUTE_MS = 60_000
const on: ResponseTargets = {
  firstResponse: { ...DEFAULT_TARGETS.firstResponse, isOn: true },
  resolution: { ...DEFAULT_TARGETS.resolution, isOn: true },
}
let admin: Agent
beforeAll(async () => {
  admin = { ...(await makeAgent('管理员')), role: 'admin' }
})
beforeEach(() => setResponseTargets(admin, on))

/** Minutes from the ticket's arrival to its due times. */
async function timers(id: string) {
  const row = await db().ticket.findUniqueOrThrow({
    where: { id },
    select: { createdAt: true, firstResponseDueAt: true, resolutionDueAt: true, dueAt: true, pausedSince: true, pausedSeconds: true },
  })
  const after = (at: Date | null) => at && Math.round((at.getTime() - row.createdAt.getTime()) / MINUTE_MS)
  return {
    first: after(row.firstResponseDueAt),
    resolution: after(row.resolutionDueAt),
    due: after(row.dueAt),
    isPaused: row.pausedSince !== null,
  }
}

/** As if it had happened so long ago. */
async function letPass(id: string, minutes: number) {
  await db().$executeRaw`update ticket set paused_since = paused_since - make_interval(mins => ${minutes}::int) where id = ${id}::uuid`
}

test('a ticket that comes is due by the targets of its priority', async () => {
  const normal = await makeTicket()
  expect(await timers(normal.id)).toEqual({ first: 240, resolution: 1_440, due: 240, isPaused: false })
  const urgent = await makeTicket({ priority: 'urgent' })
  expect(await timers(urgent.id)).toMatchObject({ first: 30, resolution: 240, due: 30 })
})

test('another priority has other targets, from the same beginning', async () => {
  const { id } = await makeTicket({ priority: 'low' })
  await setPriority(id, 'high')
  expect(await timers(id)).toMatchObject({ first: 60, resolution: 480, due: 60 })
})

test('a reply ends the first timer and stops the second until the customer writes again; the wait is added', async () => {
  const { id } = await makeTicket()
  await sendReply({ agent: admin, ticketId: id, text: 'Which size?', clientKey: null })
  expect(await timers(id)).toEqual({ first: null, resolution: null, due: null, isPaused: true })
  await letPass(id, 90)
  await addCustomerMessage({ ticketId: id, text: 'Size M' })
  expect(await timers(id)).toEqual({ first: null, resolution: 1_530, due: 1_530, isPaused: false })
  // A second message of the customer in a row changes nothing.
  await addCustomerMessage({ ticketId: id, text: 'please' })
  expect(await timers(id)).toMatchObject({ resolution: 1_530 })
})

test('what is resolved is due no more, and reopened it goes on where it was', async () => {
  const { id } = await makeTicket()
  await setStatus(id, 'resolved')
  expect(await timers(id)).toMatchObject({ first: null, resolution: null, due: null, isPaused: true })
  await letPass(id, 10)
  await setStatus(id, 'waiting')
  await letPass(id, 10)
  await setStatus(id, 'open')
  expect(await timers(id)).toEqual({ first: 260, resolution: 1_460, due: 260, isPaused: false })
})

test('without targets nothing is due; with new ones the open tickets follow', async () => {
  const { id } = await makeTicket()
  const closed = await makeTicket()
  await setStatus(closed.id, 'resolved')
  await setResponseTargets(admin, { ...on, firstResponse: { ...on.firstResponse, isOn: false } })
  await recomputeTimers()
  expect(await timers(id)).toMatchObject({ first: null, resolution: 1_440, due: 1_440 })
  expect(await timers(closed.id)).toMatchObject({ due: null })
  await setResponseTargets(admin, DEFAULT_TARGETS)
  await recomputeTimers()
  expect(await timers(id)).toMatchObject({ first: null, resolution: null, due: null })
  const [job] = await db().$queryRaw<{ count: number }[]>`
    select count(*)::int as count from graphile_worker.jobs where task_identifier = 'recompute-timers'`
  expect(job?.count).toBe(1)
  const audited = await db().auditEntry.findFirst({
    where: { action: 'setting.update', subjectId: 'response_targets' },
    select: { actorId: true },
  })
  expect(audited?.actorId).toBe(admin.id)
})

test('the queue sorts by what is due first; what is not due comes last', async () => {
  await db().ticket.deleteMany()
  const [low, urgent, done, high] = [
    await makeTicket({ priority: 'low' }),
    await makeTicket({ priority: 'urgent' }),
    await makeTicket(),
    await makeTicket({ priority: 'high' }),
  ]
  await setStatus(done.id, 'waiting')
  const { items } = await listTickets(null, { sort: 'due' })
  expect(items.map(({ id }) => id)).toEqual([urgent.id, high.id, low.id, done.id])
  expect(items[0]).toMatchObject({ dueAt: expect.any(Date) })
})

test('targets out of bounds are refused', async () => {
  const minutes = { ...on.resolution.minutes, low: 0 }
  await expect(setResponseTargets(admin, { ...on, resolution: { isOn: true, minutes } })).rejects.toThrow()
})
