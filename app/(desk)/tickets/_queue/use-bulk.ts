'use client'

import { useRef, useState } from 'react'
import type { TicketBefore, TicketChange } from '@/lib/tickets/change-tickets'
import { isChanged } from '@/lib/tickets/is-changed'
import { type BulkJob, findOut, newJob, nextStep } from './bulk-job'

export type Bulk =
  | { state: 'idle' }
  | { state: 'running'; change: TicketChange; done: number; total: number; isTakingBack: boolean }
  | {
      state: 'done'
      change: TicketChange
      before: TicketBefore[]
      left: number
      isTakenBack: boolean
      /** How many it did not come to; more than none when it broke off. */
      missed: number
    }

/** One thing done to many tickets, in goes that count. What is done stays done when a later one fails; it can be taken back, and the rest tried again. */
export function useBulk() {
  const [bulk, setBulk] = useState<Bulk>({ state: 'idle' })
  const isRunning = useRef(false)
  const last = useRef<BulkJob>(undefined)

  const run = async (begun: BulkJob) => {
    let job = begun
    for (let isDone = true; isDone && job.todo.length > 0; ) {
      const { change, total, isTakingBack, todo } = job
      setBulk({ state: 'running', change, done: total - todo.length, total, isTakingBack })
      const step = await nextStep(job, ask)
      job = step.isDone ? step.job : await findOut(step.job, ask)
      isDone = step.isDone
    }
    last.current = job
    isRunning.current = false
    const { change, done, left, isTakingBack, todo } = job
    setBulk({ state: 'done', change, before: done, left, isTakenBack: isTakingBack, missed: todo.length })
  }
  const begin = (work: () => Promise<void>): boolean => {
    if (isRunning.current) return false
    isRunning.current = true
    void work()
    return true
  }
  /** Also what has come out since: the server may have gone on with what it was sent. */
  const lastJob = async () => last.current && findOut(last.current, ask)
  return {
    bulk,
    /** False while another is under way: nothing has begun. */
    start: (change: TicketChange, ids: string[]): boolean =>
      begin(() =>
        run(
          newJob(
            change,
            ids.map((id) => ({ id, was: null })),
            false,
          ),
        ),
      ),
    takeBack: () =>
      begin(async () => {
        const job = await lastJob()
        if (job) await run(newJob(job.change, toTakeBack(job, job === last.current), true))
      }),
    goOn: () =>
      begin(async () => {
        const job = await lastJob()
        if (job) await run({ ...job, unsure: [] })
      }),
    forget: () => setBulk({ state: 'idle' }),
  }
}

/** While the server does not answer, what may have been done as well: it leaves alone what was not. */
function toTakeBack({ done, unsure, change }: BulkJob, isUnknown: boolean): BulkJob['todo'] {
  const mayBe = isUnknown ? unsure.filter((was) => !isChanged(was, change)) : []
  return [...done, ...mayBe].map((was) => ({ id: was.id, was }))
}

async function ask<Answer>(body: object): Promise<Answer | null> {
  try {
    const response = await fetch('/tickets/queue/change', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    return response.ok ? ((await response.json()) as Answer) : null
  } catch {
    // The server is away; the bar says how far it came.
    return null
  }
}
