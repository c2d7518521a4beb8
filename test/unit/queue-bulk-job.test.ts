import { describe, expect, it } from 'vitest'
import { type AskServer, type BulkJob, findOut, newJob, nextStep } from '@/app/(desk)/tickets/_queue/bulk-job'
import type { TicketBefore, TicketChange } from '@/lib/tickets/change-tickets'
import { isChanged } from '@/lib/tickets/is-changed'

const RESOLVE: TicketChange = { kind: 'status', status: 'resolved' }

/** A server with so many tickets, that can fall silent before or after it has done a part of what it is asked. */
function server(count: number) {
  const row = (n: number): TicketBefore => ({
    id: String(n),
    status: n === 0 ? 'resolved' : 'open',
    priority: 'normal',
    assigneeId: null,
    tags: [],
    waitingSince: null,
    resolvedAt: null,
    snoozedUntil: null,
  })
  const tickets = new Map(Array.from({ length: count }, (_, n) => [String(n), row(n)]))
  const state = { isAway: false, stopsAfter: Number.POSITIVE_INFINITY }
  const ask = async (body: { look?: string[]; ids?: string[]; takeBack?: TicketBefore[] }) => {
    if (state.isAway) return null
    if (body.look) return body.look.flatMap((id) => tickets.get(id) ?? [])
    const changed: TicketBefore[] = []
    const all = body.ids ?? body.takeBack?.map(({ id }) => id) ?? []
    for (const id of all) {
      const now = tickets.get(id)
      if (!now || isChanged(now, RESOLVE) === (body.ids !== undefined)) continue
      if (changed.length >= state.stopsAfter) return null
      changed.push(now)
      tickets.set(id, body.ids ? { ...now, status: 'resolved' } : (body.takeBack?.find((was) => was.id === id) ?? now))
    }
    return { changed, left: all.length - changed.length }
  }
  const open = () => [...tickets.values()].filter(({ status }) => status === 'open').length
  return { state, ask: ask as AskServer, open, ids: [...tickets.keys()].map((id) => ({ id, was: null })) }
}

async function toEnd(job: BulkJob, ask: AskServer): Promise<BulkJob> {
  for (let now = job; ; ) {
    if (now.todo.length === 0) return now
    const step = await nextStep(now, ask)
    if (!step.isDone) return findOut(step.job, ask)
    now = step.job
  }
}

describe('one thing done to many tickets', () => {
  it('is done in goes, knows how each was, and is taken back', async () => {
    const { ask, open, ids } = server(120)
    const job = await toEnd(newJob(RESOLVE, ids, false), ask)
    expect([open(), job.done.length, job.left, job.todo.length]).toEqual([0, 119, 1, 0])
    const back = await toEnd(
      newJob(
        RESOLVE,
        job.done.map((was) => ({ id: was.id, was })),
        true,
      ),
      ask,
    )
    expect([open(), back.done.length, back.todo.length]).toEqual([119, 119, 0])
  })

  it('of a go whose answer never came, what was done is found out and can be taken back; the rest is still to do', async () => {
    const { state, ask, open, ids } = server(120)
    const first = (await nextStep(newJob(RESOLVE, ids, false), ask)).job
    state.stopsAfter = 20
    const job = await toEnd(first, ask)
    expect([open(), job.done.length, job.todo.length]).toEqual([119 - 69, 69, 50])
    expect(job.done.map(({ status }) => status)).not.toContain('resolved')
    state.stopsAfter = Number.POSITIVE_INFINITY
    const whole = await toEnd({ ...job, unsure: [] }, ask)
    expect([open(), whole.done.length, whole.left]).toEqual([0, 119, 1])
  })

  it('is still to be found out while the server is away', async () => {
    const { state, ask, ids } = server(40)
    const step = await nextStep(newJob(RESOLVE, ids, false), async (body) => {
      const answer = await ask(body)
      if ('look' in body) return answer as never
      state.isAway = true
      return null
    })
    const unknown = await findOut(step.job, ask)
    expect([step.isDone, unknown.done.length, unknown.unsure.length, unknown.todo.length]).toEqual([false, 0, 40, 40])
    state.isAway = false
    const known = await findOut(unknown, ask)
    expect([known.done.length, known.todo.length]).toEqual([39, 1])
  })
})
