import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { signOutAction } from '@/app/(desk)/sign-out-action'
import { EMPTY_DOOR_STATE } from '@/app/(door)/form-state'
import { setUpAction } from '@/app/(door)/setup/actions'
import { demoSignInAction, signInAction } from '@/app/(door)/sign-in/actions'
import { createSession } from '@/lib/auth/create-session'
import { findSession } from '@/lib/auth/find-session'
import { requireAdmin, requireAgent } from '@/lib/auth/require-agent'
import { requireAgentRequest } from '@/lib/auth/require-agent-request'
import type { Agent } from '@/lib/auth/schema'
import { PATH_HEADER } from '@/lib/auth/security-headers'
import { db } from '@/lib/db'
import { route } from '@/lib/http'
import { createUser } from '@/test/support/create-user'
import { setEnv } from '@/test/support/database'

type Cookie = { name: string; value: string; secure: boolean; httpOnly: boolean; sameSite: string; path: string; maxAge: number }

// What Next would hand to a page or an action: the browser's headers, and a jar for the cookies of the answer.
const browser = vi.hoisted(() => ({ headers: new Headers(), jar: [] as unknown[] }))
vi.mock('next/headers', () => ({
  headers: async () => browser.headers,
  cookies: async () => ({ set: (cookie: unknown) => browser.jar.push(cookie) }),
}))

const PASSWORD = 'a long enough password'
let agent: Agent
let admin: Agent
const tokens = new Map<Agent, string>()

beforeAll(async () => {
  const setUp = setUpAction(EMPTY_DOOR_STATE, form({ name: '陈静', email: 'chen@example.com', password: PASSWORD, language: 'zh' }))
  await expect(setUp).rejects.toMatchObject(leadsTo('/tickets'))
  admin = await db().user.findUniqueOrThrow({
    where: { email: 'chen@example.com' },
    select: { id: true, name: true, email: true, role: true, language: true },
  })
  agent = await createUser({ email: 'lin@example.com', name: '林晓', password: PASSWORD })
  for (const user of [agent, admin]) tokens.set(user, (await createSession(db(), { userId: user.id, userAgent: null })).token)
})

beforeEach(() => visit({}))

function visit(headers: Record<string, string>, who?: Agent): void {
  browser.headers = new Headers({ ...headers, ...(who && { cookie: `deskhand_session=${tokens.get(who)}` }) })
  browser.jar = []
}

function form(fields: Record<string, string>): FormData {
  const data = new FormData()
  for (const [name, value] of Object.entries(fields)) data.set(name, value)
  return data
}

/** How Next's redirect() and notFound() leave a page. */
const leadsTo = (path: string) => ({ digest: expect.stringContaining(`;${path};`) })
const isNotFound = { digest: 'NEXT_HTTP_ERROR_FALLBACK;404' }
const setCookie = () => browser.jar.at(-1) as Cookie

describe('the sign-in form', () => {
  it('opens a session in a cookie that scripts cannot read, and leads on', async () => {
    const signIn = signInAction(EMPTY_DOOR_STATE, form({ email: agent.email, password: PASSWORD, next: '/tickets/7?view=mine' }))
    await expect(signIn).rejects.toMatchObject(leadsTo('/tickets/7?view=mine'))
    expect(setCookie()).toMatchObject({ name: 'deskhand_session', httpOnly: true, secure: false, sameSite: 'lax', path: '/' })
    expect(await findSession(setCookie().value)).toEqual(agent)
  })

  it('binds the cookie to this very host when the browser came over https', async () => {
    visit({ 'x-forwarded-proto': 'https' })
    const signIn = signInAction(EMPTY_DOOR_STATE, form({ email: agent.email, password: PASSWORD }))
    await expect(signIn).rejects.toMatchObject(leadsTo('/tickets'))
    expect(setCookie()).toMatchObject({ name: '__Host-deskhand_session', secure: true, path: '/' })
  })

  it('leads nobody to another site', async () => {
    const signIn = signInAction(EMPTY_DOOR_STATE, form({ email: agent.email, password: PASSWORD, next: '//evil.example/tickets' }))
    await expect(signIn).rejects.toMatchObject(leadsTo('/tickets'))
  })

  it('says what is wrong and keeps the address, not the password', async () => {
    const state = await signInAction(EMPTY_DOOR_STATE, form({ email: agent.email, password: 'wrong words here' }))
    expect(state).toMatchObject({ error: { code: 'unauthorized' }, values: { email: agent.email } })
    expect(JSON.stringify(state)).not.toContain('wrong words here')
    const empty = await signInAction(EMPTY_DOOR_STATE, form({ email: 'nonsense', password: '' }))
    expect(empty.error).toMatchObject({ code: 'unprocessable', fields: { email: 'invalid', password: 'required' } })
    expect(browser.jar).toEqual([])
  })

  it('has no one-click button outside the demo', async () => {
    const state = await demoSignInAction(EMPTY_DOOR_STATE, form({ role: 'admin' }))
    expect(state.error).toMatchObject({ code: 'forbidden' })
    expect(browser.jar).toEqual([])
  })

  it('has one in the demo, for the two roles there are', async () => {
    await setEnv({ DEMO: 'true' })
    await expect(demoSignInAction(EMPTY_DOOR_STATE, form({ role: 'agent' }))).rejects.toMatchObject(leadsTo('/tickets'))
    expect(await findSession(setCookie().value)).toMatchObject({ role: 'agent', email: 'agent@demo.invalid' })
    const state = await demoSignInAction(EMPTY_DOOR_STATE, form({ role: 'owner' }))
    expect(state.error).toMatchObject({ code: 'unprocessable', fields: { role: 'invalid' } })
  })
})

describe('the set-up form', () => {
  it('is for the first admin alone', async () => {
    expect(admin).toMatchObject({ role: 'admin', language: 'zh' })
    const state = await setUpAction(EMPTY_DOOR_STATE, form({ name: 'Eve', email: 'eve@example.com', password: PASSWORD }))
    expect(state).toMatchObject({ error: { code: 'conflict' }, values: { name: 'Eve', email: 'eve@example.com' } })
    const short = await setUpAction(EMPTY_DOOR_STATE, form({ name: ' ', email: 'eve@example.com', password: 'short' }))
    expect(short.error?.fields).toEqual({ name: 'required', password: 'too_short' })
  })
})

describe('signing out', () => {
  it('ends the session and takes the cookie away', async () => {
    const { token } = await createSession(db(), { userId: agent.id, userAgent: null })
    visit({ cookie: `deskhand_session=${token}` })
    await expect(signOutAction()).rejects.toMatchObject(leadsTo('/sign-in'))
    expect(setCookie()).toMatchObject({ name: 'deskhand_session', value: '', maxAge: 0 })
    expect(await findSession(token)).toBeNull()
  })
})

describe('a page', () => {
  it('knows who is there', async () => {
    visit({}, agent)
    expect(await requireAgent()).toEqual(agent)
    visit({}, admin)
    expect(await requireAdmin()).toEqual(admin)
  })

  it('sends a stranger to sign in and back', async () => {
    visit({ [PATH_HEADER]: '/tickets/7?view=mine' })
    const back = `/sign-in?next=${encodeURIComponent('/tickets/7?view=mine')}`
    await expect(requireAgent()).rejects.toMatchObject(leadsTo(back))
    visit({ cookie: 'deskhand_session=forged', [PATH_HEADER]: '/tickets/7?view=mine' })
    await expect(requireAdmin()).rejects.toMatchObject(leadsTo(back))
  })

  it('for admins does not exist for agents, and its actions refuse them', async () => {
    visit({}, agent)
    await expect(requireAdmin()).rejects.toMatchObject(isNotFound)
    visit({ 'next-action': 'abc' }, agent)
    await expect(requireAdmin()).rejects.toMatchObject({ code: 'forbidden' })
  })
})

describe('a route of our own pages', () => {
  const door = route(async (request) => Response.json({ id: (await requireAgentRequest(request)).id }))

  async function call(method: string, headers: Record<string, string>): Promise<number> {
    return (await door(new Request('http://desk.test/api/events', { method, headers: { host: 'desk.test', ...headers } }), undefined))
      .status
  }

  it.each([
    ['from the same page', 200, 'POST', { 'sec-fetch-site': 'same-origin' }],
    ['from the same page over plain http', 200, 'POST', { origin: 'http://desk.test' }],
    ['from the same page behind a proxy', 200, 'POST', { origin: 'https://desk.example', 'x-forwarded-host': 'desk.example' }],
    ['that only reads', 200, 'GET', {}],
    ['from another site', 403, 'POST', { 'sec-fetch-site': 'cross-site', origin: 'http://desk.test' }],
    ['from another port of the host', 403, 'POST', { 'sec-fetch-site': 'same-site' }],
    ['from another origin', 403, 'DELETE', { origin: 'http://evil.example' }],
    ['from a sandboxed frame', 403, 'POST', { origin: 'null' }],
    ['from nowhere', 403, 'POST', {}],
  ])('a request %s is answered with %i', async (_, status, method, headers) => {
    expect(await call(method, { ...headers, cookie: `deskhand_session=${tokens.get(agent)}` })).toBe(status)
  })

  it('is closed without a session', async () => {
    expect(await call('GET', {})).toBe(401)
    expect(await call('GET', { cookie: 'deskhand_session=forged' })).toBe(401)
  })
})

describe('a new installation', () => {
  it('asks for the first admin before anything else, the demo for a click', async () => {
    await db().user.deleteMany()
    await expect(requireAgent()).rejects.toMatchObject(leadsTo('/setup'))
    await setEnv({ DEMO: 'true' })
    await expect(requireAgent()).rejects.toMatchObject(leadsTo('/sign-in?next=%2Ftickets'))
  })
})
