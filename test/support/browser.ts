import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, afterEach, type TestContext } from 'vitest'
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
/** What pages said that no page of ours may say: errors of scripts, refusals of the content security policy, failed loads. */
const complaints: string[] = []

/** Longer than any step takes, on a machine that does much else; a step that takes longer has failed. */
const STEP_MS = 45_000

const WIDE = { width: 1440, height: 900 }

type PageOptions = {
  locale?: 'zh' | 'en'
  /** Signs in with a session of the shared desk's database. */
  role?: 'agent' | 'admin'
  /** Signs in as this person. */
  userId?: string
  viewport?: { width: number; height: number }
  /** Without scripts one sees what the server wrote. */
  hasScripts?: boolean
  /** Another desk than the shared one. */
  url?: string
  /** The test takes the connection away: requests that did not get through are no complaint. */
  losesConnection?: boolean
  /** The test makes two windows save different words: that the second is refused is no complaint. */
  savesTwice?: boolean
  /** The test makes the server fail at a page: that the browser says so is no complaint. */
  seesFailure?: boolean
}

/** A page of its own profile. A complaint in its console fails the test. */
export async function openPage({
  locale = 'en',
  role,
  userId,
  viewport = WIDE,
  hasScripts = true,
  url = desk.url,
  losesConnection = false,
  savesTwice = false,
  seesFailure = false,
}: PageOptions = {}): Promise<Page> {
  if (!browser) throw new Error('There is no Chromium on this machine.')
  const context = await browser.newContext({
    baseURL: url,
    locale: locale === 'zh' ? 'zh-CN' : 'en-US',
    viewport,
    javaScriptEnabled: hasScripts,
  })
  contexts.push(context)
  context.setDefaultTimeout(STEP_MS)
  context.on('console', (message) => {
    if (losesConnection && message.text().startsWith('Failed to load resource: net::')) return
    if (savesTwice && message.location().url.endsWith('/api/replies/draft') && message.text().includes('409')) return
    // 441 is React's number for what the server could not draw.
    if (seesFailure && /status of 500|React error #441;/.test(message.text())) return
    if (message.type() === 'error') complaints.push(`${message.location().url}: ${message.text()}`)
  })
  context.on('weberror', (error) => complaints.push(`${error.page()?.url()}: ${error.error().stack ?? error.error().message}`))
  await context.addCookies([{ name: 'locale', value: locale, url }])
  if (role || userId) {
    const user = await db().user.findFirstOrThrow({
      where: { id: userId, role, disabledAt: null },
      // Always the demo's own person, whomever other tests have brought in.
      orderBy: { createdAt: 'asc' },
      select: { id: true },
    })
    const { token } = await createSession(db(), { userId: user.id, userAgent: 'test' })
    await context.addCookies([{ name: sessionCookieName(false), value: token, url, httpOnly: true }])
  }
  const page = await context.newPage()
  return hasScripts ? waitingForScripts(page) : page
}

/** Another tab beside the page: the same browser, the same person. */
export async function openTab(beside: Page): Promise<Page> {
  return waitingForScripts(await beside.context().newPage())
}

/** The browser's own; TypeScript does not list it yet. */
declare const scheduler: { postTask<Result>(task: () => Result, how: { priority: 'background' }): Promise<Result> }

/** A person is slower than the scripts that bring a page to life. A test is not, and waits for them. */
function waitingForScripts(page: Page): Page {
  const goto = page.goto.bind(page)
  const reload = page.reload.bind(page)
  const waitForURL = page.waitForURL.bind(page)
  // A control is known to React before the keys of the screen are heard: that comes last, when there is nothing else to do.
  const idle = () => page.waitForFunction(() => scheduler.postTask(() => true, { priority: 'background' }))
  const alive = async () => {
    await page.waitForFunction(() =>
      [...document.querySelectorAll('button, input:not([type=hidden]), select, textarea')].every((control) =>
        Object.keys(control).some((key) => key.startsWith('__reactFiber')),
      ),
    )
    await idle()
  }
  page.goto = async (...where) => {
    const response = await goto(...where)
    await alive()
    return response
  }
  page.reload = async (...how) => {
    const response = await reload(...how)
    await alive()
    return response
  }
  page.waitForURL = async (...where) => {
    await waitForURL(...where)
    await idle()
  }
  return page
}

afterEach(async (test) => {
  const pictures = test.task.result?.state === 'fail' ? await takePictures(test) : []
  for (const error of test.task.result?.errors ?? []) error.message += pictures.map((file) => `\n  picture: ${file}`).join('')
  for (const context of contexts.splice(0)) {
    // What is still on its way through a route has no page to come back to, and that is no failure.
    await Promise.all([context, ...context.pages()].map((each) => each.unrouteAll({ behavior: 'ignoreErrors' })))
    await context.close()
  }
  const said = complaints.splice(0)
  if (said.length > 0) throw new Error(`A page complained:\n${said.join('\n')}`)
})

/** Every open page as it is, in the system's folder for such things. */
async function takePictures({ task }: TestContext): Promise<string[]> {
  const pages = contexts.flatMap((context) => context.pages())
  return Promise.all(
    pages.map(async (page, index) => {
      const file = path.join(tmpdir(), `deskhand-${task.name.replace(/\W+/g, '-').slice(0, 60)}-${index}.png`)
      await page.screenshot({ path: file })
      return file
    }),
  )
}

afterAll(async () => {
  await browser?.close()
  await closeDb()
})
