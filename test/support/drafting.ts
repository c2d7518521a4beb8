import { expect } from 'vitest'
import { db } from '@/lib/db'
import { type DeskEvent, publishNow, subscribe } from '@/lib/events'
import { createRule } from '@/lib/faq/create-rule'
import { forgetModels } from '@/lib/inference/current-model'
import { forgetServers } from '@/lib/inference/servers'
import { startJobs, stopJobs } from '@/lib/jobs'
import { jobsTable } from '@/lib/jobs-table'
import { clearLocalAnswers } from '@/lib/suggestions/answer-cache/answer-cache'

// A shop with one rule, and the jobs that draft.

/** Asks for the rule, but not in its words: the model is needed. */
export const QUESTION = '我上周买的衣服想退，运费要我自己出吗，钱几天能退回来'
export const ANSWER = '签收后7天内可申请退货，非质量问题的退货运费由买家承担。仓库验收后，退款在3个工作日内原路退回。'
/** A reply that passes every check. */
export const REPLY =
  '您好，签收后7天内可申请退货，非质量问题的退货运费由买家承担。[1]仓库验收后，退款在3个工作日内原路退回。[1]如有其他问题欢迎继续咨询。'

export const someone = { id: null, role: 'admin' } as unknown as Parameters<typeof createRule>[0]

export function makeReturnsRule() {
  return createRule(someone, {
    question: '退货运费由谁承担，退款多久到账？',
    variants: ['退货要自己出运费吗', '退款几天能到'],
    answer: ANSWER,
    category: '退货',
    language: 'zh',
    status: 'published',
  })
}

/** The jobs of a web process, in this one. */
export async function startDrafting(): Promise<void> {
  await startJobs(jobsTable)
}

/** Stops them, and forgets what this process knew of models and answers. */
export async function stopDrafting(): Promise<void> {
  await stopJobs()
  forgetServers()
  forgetModels()
  clearLocalAnswers()
}

/** Every event from now on, oldest first. */
export async function hearEvents(): Promise<DeskEvent[]> {
  const heard: DeskEvent[] = []
  subscribe((event) => heard.push(event))
  await expect
    .poll(async () => {
      await publishNow({ kind: 'settings' })
      return heard.length
    })
    .toBeGreaterThan(0)
  return heard
}

/** A ticket's drafts, oldest first. */
export function draftsOf(ticketId: string) {
  return db().suggestion.findMany({ where: { ticketId }, orderBy: { id: 'asc' }, include: { rules: { orderBy: { position: 'asc' } } } })
}

/** Waits until the ticket's current draft is ready, and returns it. */
export async function waitForReadyDraft(ticketId: string, like: object = {}) {
  const find = () => db().suggestion.findFirst({ where: { ticketId, isCurrent: true } })
  await expect.poll(find, { timeout: 30_000 }).toMatchObject({ status: 'ready', ...like })
  const [draft, ...others] = (await draftsOf(ticketId)).filter(({ isCurrent }) => isCurrent)
  if (!draft || others.length > 0) throw new Error('The ticket has not exactly one current draft.')
  return draft
}

/** A promise and its end, for what a test lets happen. */
export function gate() {
  let open = () => {}
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return { open, opened }
}

/** The id of the job with this key; null when it is done. */
export async function jobOf(key: string): Promise<bigint | null> {
  const rows = await db().$queryRaw<{ id: bigint }[]>`select id from graphile_worker.jobs where key = ${key}`
  return rows[0]?.id ?? null
}

/** The wait of a job is over. */
export async function makeDue(key: string): Promise<void> {
  await expect.poll(() => jobOf(key)).not.toBeNull()
  await db().$executeRaw`select graphile_worker.reschedule_jobs(array[${await jobOf(key)}::bigint], run_at => now())`
}
