import { expect, it } from 'vitest'
import { POST } from '@/app/api/presence/route'
import { createSession } from '@/lib/auth/create-session'
import { sessionCookieName } from '@/lib/auth/session-cookie'
import { db } from '@/lib/db'
import { type DeskEvent, subscribe } from '@/lib/events'
import { makeAgent } from '@/test/support/tickets'

const PLACE = 'rule/0198c3e0-0000-7000-8000-000000000001'
const TAB = 'a'.repeat(32)

it('whoever has a rule open is told to every process by the name of the session, and nothing is stored', async () => {
  const agent = await makeAgent()
  const { token } = await createSession(db(), { userId: agent.id, userAgent: 'test' })
  const say = (body: unknown, site = 'same-origin') =>
    POST(
      new Request('http://desk.test/api/presence', {
        method: 'POST',
        headers: { cookie: `${sessionCookieName(false)}=${token}`, 'sec-fetch-site': site, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
      undefined,
    )
  const heard: DeskEvent[] = []
  const stop = subscribe((event) => heard.push(event))
  const said = { place: PLACE, tabId: TAB, state: 'edits', name: 'Somebody else' }
  // Listening begins in its own time: it is said until it is heard.
  await expect.poll(async () => [(await say(said)).status, heard.length > 0]).toEqual([204, true])
  expect(heard[0]).toEqual({ kind: 'presence', place: PLACE, tabId: TAB, state: 'edits', agentId: agent.id, name: agent.name })
  stop()
  expect((await say(said, 'cross-site')).status).toBe(403)
  expect((await say({ ...said, place: 'rule/../x' })).status).toBe(422)
  expect((await say({ ...said, tabId: 'x'.repeat(900) })).status).toBe(413)
  expect(
    (await POST(new Request('http://desk.test/x', { method: 'POST', headers: { 'sec-fetch-site': 'same-origin' } }), undefined)).status,
  ).toBe(401)
})
