import { randomUUID } from 'node:crypto'
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createChannel } from '@/lib/channels/create-channel'
import { db } from '@/lib/db'
import { sendReply } from '@/lib/messages/send-reply'
import { connectRedis, redis } from '@/lib/redis'
import { resumeSuggestions } from '@/lib/suggestions/resume-suggestions'
import { setEnv } from '../support/database'
import {
  draftsOf,
  gate,
  hearEvents,
  jobOf,
  makeDue,
  makeReturnsRule,
  QUESTION,
  REPLY,
  startDrafting,
  stopDrafting,
  waitForReadyDraft,
} from '../support/drafting'
import { FakeModel } from '../support/fake-model'
import { catchLog } from '../support/log-lines'
import { postWebhookBody, ticketBody } from '../support/senders'
import { makeTicket } from '../support/tickets'

// From the webhook to the draft, by the real jobs on the real stores. The model is a FAKE that a test can hold, hang and
// script; the real one is in pipeline-worker.test.ts.

const model = new FakeModel()
let channel: Awaited<ReturnType<typeof createChannel>>
let rule: Awaited<ReturnType<typeof makeReturnsRule>>

beforeAll(async () => {
  channel = await createChannel({ name: '商城' })
  rule = await makeReturnsRule()
})

beforeEach(async () => {
  await setEnv({ INFERENCE_URL: await model.start() })
  model.behaviour = { kind: 'reply', text: REPLY }
  model.requests.length = 0
  model.hangUps = 0
  await connectRedis()
  await redis()?.flushdb()
})

afterEach(async () => {
  await stopDrafting()
  await model.stop()
})

/** A customer's message by webhook. */
async function write(text: string, externalId: string = randomUUID()): Promise<string> {
  const response = await postWebhookBody(channel, ticketBody({ subject: '退货', externalId, message: { text } }))
  expect(response.status).toBe(200)
  const { ticketId } = (await response.json()) as { ticketId: string }
  return ticketId
}

test('a webhook becomes a draft, heard as it is written, with everything that replays it', async () => {
  await startDrafting()
  const heard = await hearEvents()
  model.behaviour = { kind: 'reply', text: REPLY, pauseMs: 40 }
  const ticketId = await write(QUESTION)
  const draft = await waitForReadyDraft(ticketId)

  expect(draft).toMatchObject({
    rung: 'model',
    text: REPLY,
    modelText: REPLY,
    language: 'zh',
    fallbackCause: null,
    model: 'fake-model',
    isDemoModel: false,
    promptVersion: 1,
    prompt: model.requests[0]?.messages,
    seed: null,
    parameters: { temperature: 0, maxTokens: expect.any(Number) },
    promptTokens: 321,
    replyTokens: expect.any(Number),
    grounding: { isGrounded: true },
    rules: [{ ruleId: rule.id, ruleVersion: rule.version, position: 1, answer: rule.answer, isUsed: true, isCited: true }],
  })
  expect(draft.question).toContain('运费要我自己出吗')
  const times = [draft.queuedAt, draft.startedAt, draft.firstWordAt, draft.finishedAt].map((at) => at?.getTime() ?? Number.NaN)
  expect(times).toEqual([...times].sort((a, b) => a - b))
  expect(model.requests.map(({ priority }) => priority)).toEqual(['background'])

  const ready = { kind: 'suggestion', ticketId, suggestionId: draft.id, status: 'ready', rung: 'model' }
  await expect.poll(() => heard).toContainEqual(ready)
  const own = heard.filter((event) => 'suggestionId' in event && event.suggestionId === draft.id)
  expect(own.map((event) => (event.kind === 'suggestion' ? event.status : event.kind)).join(' ')).toMatch(
    /^pending running (draft ){2,}ready/,
  )
  const texts = own.flatMap((event) => (event.kind === 'draft' ? [event.text] : []))
  for (const [index, text] of texts.entries()) {
    expect(REPLY.startsWith(text)).toBe(true)
    expect(text.length).toBeGreaterThan(texts[index - 1]?.length ?? 0)
  }
})

test('a customer who writes again while the draft is written gets one draft, which answers both messages', async () => {
  await startDrafting()
  await hearEvents()
  model.behaviour = { kind: 'held', text: REPLY, until: new Promise(() => undefined) }
  const externalId = randomUUID()
  const ticketId = await write(QUESTION, externalId)
  await expect.poll(() => model.requests).toHaveLength(1)
  model.behaviour = { kind: 'reply', text: REPLY }
  expect(await write('还有，吊牌剪了还能退吗', externalId)).toBe(ticketId)
  await waitForReadyDraft(ticketId, { rung: 'model', text: REPLY })

  // Nobody wants the first reply any more, and its slot is free.
  await expect.poll(() => model.hangUps).toBe(1)
  expect(model.requests).toHaveLength(2)
  const prompt = model.requests[1]?.messages.at(-1)?.content
  expect(prompt).toContain('运费要我自己出吗')
  expect(prompt).toContain('吊牌剪了还能退吗')
  const drafts = await draftsOf(ticketId)
  expect(drafts.map(({ status, isCurrent }) => [status, isCurrent])).toEqual([
    ['superseded', null],
    ['ready', true],
  ])
  expect(drafts[0]).toMatchObject({ text: '', finishedAt: null })
})

describe('a model that is slower than the agent may wait', () => {
  test('has its late draft put in the place of the fallback', async () => {
    await setEnv({ SUGGESTION_TIMEOUT_MS: '900' })
    await startDrafting()
    const slow = gate()
    model.behaviour = { kind: 'held', text: REPLY, until: slow.opened }
    const ticketId = await write(QUESTION)
    const fallback = await waitForReadyDraft(ticketId)
    expect(fallback).toMatchObject({ rung: 'extractive', fallbackCause: 'timeout', rules: [{ isCited: true }] })
    slow.open()
    const late = await waitForReadyDraft(ticketId, { rung: 'model' })
    expect(late).toMatchObject({ text: REPLY, fallbackCause: null, modelText: REPLY, rules: [{ ruleId: rule.id }] })
    expect(await draftsOf(ticketId)).toMatchObject([{ id: fallback.id, status: 'superseded', text: fallback.text }, { id: late.id }])
    expect(model.requests).toHaveLength(1)
  })

  test.each([
    ['was sent', true, 'sent_as_is'],
    ['was left aside for a reply of the agent', false, 'dismissed'],
  ])('changes nothing once the fallback %s', async (_name, isUsed, status) => {
    await setEnv({ SUGGESTION_TIMEOUT_MS: '900' })
    await startDrafting()
    const slow = gate()
    model.behaviour = { kind: 'held', text: REPLY, until: slow.opened }
    const ticketId = await write(QUESTION)
    const fallback = await waitForReadyDraft(ticketId, { fallbackCause: 'timeout' })
    const reply = isUsed ? { text: fallback.text, suggestionId: fallback.id } : { text: '马上为您处理。' }
    await sendReply({ agent: null, ticketId, clientKey: null, ...reply })
    slow.open()
    // The late answer is kept for the next who asks the same: once it answers there, it has come.
    await expect.poll(async () => (await waitForReadyDraft(await write(QUESTION))).rung, { timeout: 10_000, interval: 200 }).toBe('cache')
    expect(await draftsOf(ticketId)).toMatchObject([{ id: fallback.id, status, isCurrent: null }])
  })
})

test('a model that is down costs no time, and once it is back its draft takes the place of the fallback', async () => {
  const lines = catchLog()
  await startDrafting()
  const port = Number(new URL(model.url).port)
  await model.stop()
  const ticketId = await write(QUESTION)
  const fallback = await waitForReadyDraft(ticketId)
  expect(fallback).toMatchObject({ rung: 'extractive', fallbackCause: 'unreachable' })
  const noted = lines.map((line) => JSON.parse(line)).find(({ event }) => event === 'suggestion.fallback')
  expect(noted).toMatchObject({ level: 'warn', ticketId, suggestionId: fallback.id, fallbackCause: 'unreachable' })

  await model.start(port)
  await makeDue(`improve:${fallback.id}`)
  const better = await waitForReadyDraft(ticketId, { rung: 'model' })
  expect(better).toMatchObject({ text: REPLY, fallbackCause: null })
  expect(await draftsOf(ticketId)).toMatchObject([{ id: fallback.id, status: 'superseded' }, { id: better.id }])
})

test('a retry leaves a fallback alone that an agent has sent', async () => {
  await startDrafting()
  const port = Number(new URL(model.url).port)
  await model.stop()
  const ticketId = await write(QUESTION)
  const fallback = await waitForReadyDraft(ticketId, { fallbackCause: 'unreachable' })
  await sendReply({ agent: null, ticketId, text: fallback.text, suggestionId: fallback.id, clientKey: null })
  await model.start(port)
  await makeDue(`improve:${fallback.id}`)
  await expect.poll(() => jobOf(`improve:${fallback.id}`)).toBeNull()
  expect(await draftsOf(ticketId)).toMatchObject([{ id: fallback.id, status: 'sent_as_is' }])
  expect(model.requests).toHaveLength(0)
})

test('a draft whose process died is taken up by another, once', async () => {
  const ticket = await makeTicket({ message: { text: QUESTION } }, channel.id)
  const id = ticket.suggestion?.id ?? ''
  // What is left behind: a draft that runs, and a job that belongs to a runner which is no more.
  await db().suggestion.update({ where: { id }, data: { status: 'running', startedAt: new Date(Date.now() - 60_000) } })
  await db().$executeRaw`
    update graphile_worker._private_jobs set locked_at = now(), locked_by = 'worker-dead', attempts = 1 where key = ${`draft:${id}`}`
  await startDrafting()
  // A job that is free is done; the dead one's is not touched.
  await waitForReadyDraft(await write('退款几天能到'))
  model.requests.length = 0
  expect((await draftsOf(ticket.id))[0]).toMatchObject({ status: 'running' })

  const takenUp = await Promise.all([resumeSuggestions(), resumeSuggestions(), resumeSuggestions()])
  expect(takenUp.sort()).toEqual([0, 0, 1])
  await waitForReadyDraft(ticket.id, { rung: 'model', text: REPLY })
  expect(await draftsOf(ticket.id)).toHaveLength(1)
  expect(model.requests).toHaveLength(1)
  expect(await resumeSuggestions()).toBe(0)
})
