import { existsSync } from 'node:fs'
import { type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, afterEach } from 'vitest'
import { createSession } from '@/lib/auth/create-session'
import { sessionCookieName } from '@/lib/auth/session-cookie'
import { closeDb, db } from '@/lib/db'
import { desk } from './desk'

/** Debian's, as `npm test` installs it; another one by CHROMIUM. */
const executablePath = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
  (file) => file && existsSync(file),
)
/** Pass to `describe.skipIf`: on a machine without a browser its tests are skipped, and `npm test` has said so. */
export const hasBrowser = executablePath !== undefined

const browser = hasBrowser ? await chromium.launch({ executablePath, args: ['--no-sandbox'] }) : null
const contexts: BrowserContext[] = []

type PageOptions = { locale?: 'zh' | 'en'; role?: 'agent' | 'admin' }

/** A page of its own profile, signed in with a session of the database when there is a `role`. */
export async function openPage({ locale = 'en', role }: PageOptions = {}): Promise<Page> {
  if (!browser) throw new Error('There is no Chromium on this machine.')
  const context = await browser.newContext({
    baseURL: desk.url,
    locale: locale === 'zh' ? 'zh-CN' : 'en-US',
    viewport: { width: 1440, height: 900 },
  })
  contexts.push(context)
  await context.addCookies([{ name: 'locale', value: locale, url: desk.url }])
  if (role) {
    const user = await db().user.findFirstOrThrow({ where: { role, disabledAt: null }, select: { id: true } })
    const { token } = await createSession(db(), { userId: user.id, userAgent: 'test' })
    await context.addCookies([{ name: sessionCookieName(false), value: token, url: desk.url, httpOnly: true }])
  }
  return context.newPage()
}

afterEach(async () => {
  for (const context of contexts.splice(0)) await context.close()
})

afterAll(async () => {
  await browser?.close()
  await closeDb()
})
