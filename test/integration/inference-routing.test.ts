import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { subscribe } from '@/lib/events'
import { currentModel } from '@/lib/inference/current-model'
import { inferenceServers } from '@/lib/inference/servers'
import { setEnv } from '../support/database'
import { hearEvents, makeReturnsRule, QUESTION, REPLY, startDrafting, stopDrafting, waitForReadyDraft } from '../support/drafting'
import { FakeModel } from '../support/fake-model'
import { FakeLlamaServer } from '../support/llama-server'
import { RealLlamaServer } from '../support/real-llama-server'
import { SlowLine } from '../support/slow-line'
import { makeTicket } from '../support/tickets'
import { RealWorker } from '../support/worker'

// Several servers in INFERENCE_URL: FAKE ones where one must fail at a given moment, then two real workers.

beforeAll(async () => {
  await makeReturnsRule()
})
afterEach(stopDrafting)

/** As right as `REPLY`, in other words. */
const OTHER_REPLY = REPLY.replace('您好，', '')

let asked = 0
/** A question of its own each time: one that was asked before would be answered from the cache. */
const ask = () => makeTicket({ subject: '退货', message: { text: `${QUESTION}，我买了${++asked}件` } })

test('a server that dies before its first word is replaced by the next, and nobody notices', async () => {
  const [dying, living] = [new FakeModel(), new FakeModel()]
  const urls = [await dying.start(), await living.start()]
  dying.behaviour = { kind: 'break', text: '' }
  living.behaviour = { kind: 'reply', text: REPLY }
  await setEnv({ INFERENCE_URL: urls.join() })
  await startDrafting()
  const draft = await waitForReadyDraft((await ask()).id)
  expect(draft).toMatchObject({ rung: 'model', fallbackCause: null })
  expect([dying.requests.length, living.requests.length]).toEqual([1, 1])
  await Promise.all([dying.stop(), living.stop()])
})

test('a busy server, and one that answers 500, are replaced too', async () => {
  const servers = [new FakeModel(), new FakeModel(), new FakeModel()] as const
  const urls = await Promise.all(servers.map((server) => server.start()))
  servers[0].behaviour = { kind: 'status', status: 503 }
  servers[1].behaviour = { kind: 'status', status: 500 }
  servers[2].behaviour = { kind: 'reply', text: REPLY }
  await setEnv({ INFERENCE_URL: urls.join() })
  await startDrafting()
  expect(await waitForReadyDraft((await ask()).id)).toMatchObject({ rung: 'model' })
  expect(servers.map((server) => server.requests.length)).toEqual([1, 1, 1])
  await Promise.all(servers.map((server) => server.stop()))
})

test('a server that dies in the middle of its reply is replaced too: the text begins anew, and no word comes twice', async () => {
  const [dying, living] = [new FakeModel(), new FakeModel()]
  const urls = [await dying.start(), await living.start()]
  dying.behaviour = { kind: 'held', text: REPLY, until: new Promise(() => {}) }
  // The other writes other words, slowly enough to be seen: what was shown goes.
  living.behaviour = { kind: 'reply', text: OTHER_REPLY, pauseMs: 50 }
  await setEnv({ INFERENCE_URL: urls.join() })
  await startDrafting()
  const texts: string[] = []
  await hearEvents()
  const unsubscribe = subscribe((event) => {
    if (event.kind !== 'draft') return
    texts.push(event.text)
    // It dies when its first words are on the screen.
    if (texts.length === 1) void dying.stop()
  })
  const draft = await waitForReadyDraft((await ask()).id)
  unsubscribe()
  expect([dying.requests.length, living.requests.length]).toEqual([1, 1])
  expect(draft).toMatchObject({ rung: 'model', fallbackCause: null, text: OTHER_REPLY })
  const ofOther = texts.findIndex((text) => !REPLY.startsWith(text))
  expect(ofOther).toBeGreaterThan(0)
  for (const text of texts.slice(ofOther)) expect(OTHER_REPLY.startsWith(text)).toBe(true)
  await Promise.all([dying.stop(), living.stop()])
})

test('with no other server a reply that broke off is none, and the best rule answers', async () => {
  const dying = new FakeModel()
  await setEnv({ INFERENCE_URL: await dying.start() })
  dying.behaviour = { kind: 'break', text: REPLY.slice(0, 30) }
  await startDrafting()
  expect(await waitForReadyDraft((await ask()).id)).toMatchObject({ rung: 'extractive', fallbackCause: 'unreachable' })
  expect(dying.requests.length).toBe(1)
  await dying.stop()
})

test('of two servers the one with less to do is asked', async () => {
  const servers = [new FakeModel(), new FakeModel()] as const
  const urls = await Promise.all(servers.map((server) => server.start()))
  for (const server of servers) server.behaviour = { kind: 'hang' }
  await setEnv({ INFERENCE_URL: urls.join(), SUGGESTION_TIMEOUT_MS: '10000' })
  await startDrafting()
  for (const index of [0, 1, 2, 3]) {
    await ask()
    await expect.poll(() => servers[0].requests.length + servers[1].requests.length).toBe(index + 1)
  }
  expect(servers.map((server) => server.requests.length)).toEqual([2, 2])
  await Promise.all(servers.map((server) => server.stop()))
})

// With LLAMA_SERVER set the program itself stands behind the whole app, without it only what it was recorded to answer.
if (RealLlamaServer.binary) test('llama-server itself writes the drafts of the whole app', draftsFromRealLlamaServer, 120_000)
else test('llama-server as it was recorded, for want of LLAMA_SERVER, is taken for a real Qwen', draftsFromRecordedLlamaServer)

async function draftsFromRealLlamaServer() {
  const llama = new RealLlamaServer()
  await setEnv({ INFERENCE_URL: await llama.start(), SUGGESTION_TIMEOUT_MS: '60000' })
  await startDrafting()
  const draft = await waitForReadyDraft((await ask()).id)
  // The pocket model is asked as a real Qwen is, which it is not: its words may fail the checks, but here they were written.
  expect([null, 'ungrounded', 'refused', 'far_rule', 'loop', 'bad_output']).toContain(draft.fallbackCause)
  expect(draft).toMatchObject({
    model: RealLlamaServer.alias,
    isDemoModel: false,
    modelText: expect.stringMatching(/\p{Script=Han}{4}/u),
    promptTokens: expect.any(Number),
    replyTokens: expect.any(Number),
  })
  expect(await currentModel()).toMatchObject({ name: RealLlamaServer.alias, contextSize: 1024, maxRules: 4, isReachable: true })
  await llama.stop()
}

async function draftsFromRecordedLlamaServer() {
  const llama = new FakeLlamaServer()
  llama.text = REPLY
  await setEnv({ INFERENCE_URL: await llama.start() })
  await startDrafting()
  expect(await waitForReadyDraft((await ask()).id)).toMatchObject({
    rung: 'model',
    model: 'qwen3-4b.gguf',
    isDemoModel: false,
    promptTokens: 321,
    replyTokens: 40,
  })
  expect(llama.requests).toMatchObject([{ model: 'qwen3-4b.gguf' }])
  expect(await currentModel()).toMatchObject({ name: 'qwen3-4b.gguf', contextSize: 8192, maxRules: 4, isReachable: true })
  await llama.stop()
}

test('of two real workers one is killed while it writes, and drafts go on', async () => {
  const workers = [new RealWorker(), new RealWorker()]
  const lines = (await Promise.all(workers.map((worker) => worker.start()))).map((url) => new SlowLine(url))
  const urls = await Promise.all(lines.map((line) => line.start()))
  await setEnv({ INFERENCE_URL: urls.join(), SUGGESTION_TIMEOUT_MS: '15000' })
  await startDrafting()
  await hearEvents()
  const drafted = async () => {
    const draft = await waitForReadyDraft((await ask()).id)
    // Whether this model's words pass the checks is measured elsewhere; here they were written.
    expect([null, 'ungrounded', 'refused', 'far_rule', 'loop']).toContain(draft.fallbackCause)
    expect(draft.modelText).toMatch(/\p{Script=Han}{4}/u)
  }
  await drafted()
  // Its first words are on the screen, and no more come.
  for (const line of lines) line.isSlow = true
  let killed: Promise<void> | undefined
  const unsubscribe = subscribe((event) => {
    if (event.kind !== 'draft' || killed) return
    for (const line of lines) line.isSlow = false
    const { url = '' } = inferenceServers().find(({ inFlight }) => inFlight > 0) ?? {}
    killed = workers[urls.indexOf(url)]?.kill()
  })
  await drafted()
  unsubscribe()
  expect(killed).toBeDefined()
  for (let index = 0; index < 3; index++) await drafted()
  await Promise.all(workers.map((worker) => worker.kill()))
  await Promise.all(lines.map((line) => line.stop()))
}, 90_000)

afterAll(stopDrafting)
