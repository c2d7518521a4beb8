import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { closeRedis, connectRedis, redis } from '@/lib/redis'
import { findRedis } from '@/scripts/lib/embedded-redis'
import { setEnv } from '../support/database'
import { draftsOf, gate, makeReturnsRule, QUESTION, REPLY, startDrafting, stopDrafting, waitForReadyDraft } from '../support/drafting'
import { FakeModel } from '../support/fake-model'
import { catchLog } from '../support/log-lines'
import { makeTicket } from '../support/tickets'

// A Redis of its own, killed -9 between and in the middle of drafts.

const folder = mkdtempSync(path.join(tmpdir(), 'deskhand-redis-'))
const home = findRedis(folder)
const model = new FakeModel()
let server: Awaited<ReturnType<NonNullable<typeof home>['start']>>

beforeAll(async () => {
  await makeReturnsRule()
  return () => {
    home?.remove()
    rmSync(folder, { recursive: true, force: true })
  }
})

beforeEach(async ({ skip }) => {
  if (!home) return skip('this machine has no redis-server')
  server = await home.start()
  await setEnv({ INFERENCE_URL: await model.start(), REDIS_URL: home.url })
  closeRedis()
  expect(await connectRedis()).toBe(true)
  model.requests.length = 0
  await startDrafting()
})

afterEach(async () => {
  await stopDrafting()
  closeRedis()
  await model.stop()
  await killRedis()
})

async function killRedis() {
  if (!server || server.exitCode !== null || server.signalCode !== null) return
  const gone = new Promise((resolve) => server.once('exit', resolve))
  server.kill('SIGKILL')
  await gone
}

function ask() {
  return makeTicket({ subject: '退货', message: { text: QUESTION } })
}

describe('Redis killed in the middle of a draft', () => {
  test('changes nothing but speed, and is one warning', async () => {
    const lines = catchLog()
    const slow = gate()
    model.behaviour = { kind: 'held', text: REPLY, until: slow.opened }
    const ticket = await ask()
    await expect.poll(() => model.requests).toHaveLength(1)
    expect(await redis()?.keys('deskhand:flight:*')).toHaveLength(1)
    let reconnects = 0
    redis()?.on('reconnecting', () => reconnects++)
    await killRedis()
    slow.open()
    await waitForReadyDraft(ticket.id, { rung: 'model', text: REPLY })

    model.behaviour = { kind: 'reply', text: REPLY }
    await expect.poll(redis).toBeNull()
    const next = await waitForReadyDraft((await ask()).id, { text: REPLY })
    expect(next.fallbackCause).toBeNull()
    await expect.poll(() => reconnects).toBeGreaterThanOrEqual(3)
    await waitForReadyDraft((await ask()).id, { text: REPLY })
    expect(loud(lines)).toEqual(['redis.away'])
  })

  test('is used again when it is back', async () => {
    model.behaviour = { kind: 'reply', text: REPLY }
    await killRedis()
    await waitForReadyDraft((await ask()).id, { text: REPLY })
    server = await (home as NonNullable<typeof home>).start()
    await expect.poll(redis).not.toBeNull()
    await expect
      .poll(async () => {
        const ticket = await ask()
        await waitForReadyDraft(ticket.id)
        return (await draftsOf(ticket.id)).map(({ rung }) => rung)
      })
      .toEqual(['cache'])
    expect(await redis()?.keys('deskhand:answer:*')).toHaveLength(1)
  })
})

/** The events of the log's warnings and errors. */
function loud(lines: string[]): string[] {
  const entries = lines.map((line) => JSON.parse(line) as { level: string; event: string })
  return entries.filter(({ level }) => ['warn', 'error', 'fatal'].includes(level)).map(({ event }) => event)
}
