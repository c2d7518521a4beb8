import { afterEach, expect, test } from 'vitest'
import { connectRedis, redis } from '@/lib/redis'
import { setEnv } from '../support/database'
import { hearEvents, makeReturnsRule, QUESTION, REPLY, startDrafting, stopDrafting, waitForReadyDraft } from '../support/drafting'
import { FakeModel } from '../support/fake-model'
import { catchLog } from '../support/log-lines'
import { makeTicket } from '../support/tickets'

const PHONE = '13800001234'
const EMAIL = 'han.meimei@example.com'
const model = new FakeModel()

afterEach(async () => {
  await stopDrafting()
  await model.stop()
})

test('a phone number and an address reach neither model nor Redis nor log, and stand in the draft', async () => {
  await setEnv({ INFERENCE_URL: await model.start() })
  const lines = catchLog()
  await connectRedis()
  await redis()?.flushdb()
  await makeReturnsRule()
  model.behaviour = { kind: 'reply', text: `您好，我们会让同事拨打【手机号1】与您确认。${REPLY.replace('您好，', '')}`, pauseMs: 20 }
  await startDrafting()
  const heard = await hearEvents()

  const words = `${QUESTION}？我的手机号是${PHONE}，邮箱是${EMAIL}`
  const ticket = await makeTicket({ subject: '退货', message: { text: words }, contact: { name: '韩梅梅', phone: PHONE, email: EMAIL } })
  const draft = await waitForReadyDraft(ticket.id, { rung: 'model' })
  // The same question again, which must not come from a cache.
  await waitForReadyDraft((await makeTicket({ subject: '退货', message: { text: words } })).id, { rung: 'model' })

  expect(draft.text).toContain(`拨打${PHONE}与您确认`)
  const streamed = heard.flatMap((event) => (event.kind === 'draft' ? [event.text] : []))
  expect(streamed.at(-1)).toContain(PHONE)
  expect(draft.question).toContain('【手机号1】')
  expect(model.requests).toHaveLength(2)
  expect(JSON.stringify(model.requests)).toContain('【手机号1】')
  const seen = {
    model: JSON.stringify(model.requests),
    stored: JSON.stringify([draft.question, draft.prompt, draft.modelText]),
    redis: await everythingInRedis(),
    log: lines.join(''),
  }
  for (const [place, text] of Object.entries(seen)) {
    expect(text, place).not.toContain(PHONE)
    expect(text, place).not.toContain(EMAIL)
  }
  // Customers' words as such are not the log's business either.
  expect(seen.log).not.toContain('运费')
  expect(seen.log).toContain('"level":')
})

/** Every key of this test's Redis with its value. */
async function everythingInRedis(): Promise<string> {
  const client = redis()
  if (!client) return ''
  const keys = await client.keys('*')
  const values = await Promise.all(
    keys.map(async (key) => {
      const type = await client.type(key)
      if (type === 'string') return client.get(key)
      if (type === 'hash') return client.hgetall(key)
      if (type === 'zset') return client.zrange(key, '0', '-1')
      throw new Error(`A test must learn to read a ${type}.`)
    }),
  )
  return JSON.stringify([keys, values])
}
