import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RunningDesk } from '@/scripts/lib/running-desk'
import { hasBrowser, openPage } from '../support/browser'
import { expectNoSidewaysScroll } from '../support/errands'
import { makeDataFolder, type Start, startDesk } from '../support/supervised-desk'

// A desk of its own, as `npm start` opens it: no demo, nobody in it.

describe.skipIf(!hasBrowser)('the first visit', () => {
  const { folder, remove } = makeDataFolder()
  let start: Start
  let desk: RunningDesk

  beforeAll(async () => {
    start = startDesk(folder, { DEMO: '' })
    desk = await start.ready()
  })

  afterAll(async () => {
    if (start.child.exitCode === null) start.child.kill('SIGTERM')
    await start.ended
    remove()
  })

  it('makes the first admin, who finds an empty house with signs in it', async () => {
    const page = await openPage({ url: desk.url })
    await page.goto('/')
    await page.waitForURL('**/setup')
    await page.getByLabel('Name').fill('Mina')
    await page.getByLabel('E-mail').fill('mina@shop.example')
    await page.getByLabel('Password').fill('short')
    await page.getByRole('button', { name: 'Create and sign in' }).click()
    await page.getByText('This is too short.').waitFor()
    expect(await page.getByLabel('Name').inputValue()).toBe('Mina')
    await page.getByLabel('Password').fill('correct horse battery')
    await page.getByRole('button', { name: 'Create and sign in' }).click()
    await page.waitForURL('**/tickets')
    await page.getByText('All done').waitFor()
    for (const [path, words] of [
      ['/tickets?view=all', 'No tickets yet'],
      ['/faq', 'No rules yet'],
      ['/settings/channels', 'No channels yet'],
    ] as const) {
      await page.goto(path)
      await page.getByText(words).waitFor()
      await expectNoSidewaysScroll(page)
    }
    expect(await page.getByRole('link', { name: 'Outbox (demo)' }).count()).toBe(0)
  })

  it('happens once: the next visitor signs in, with a password', async () => {
    const page = await openPage({ url: desk.url })
    await page.goto('/setup')
    await page.waitForURL('**/sign-in')
    expect(await page.getByRole('button', { name: /^Enter as/ }).count()).toBe(0)
    await page.getByLabel('E-mail').fill('mina@shop.example')
    await page.getByLabel('Password').fill('correct horse battery')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.waitForURL('**/tickets')
    await page.getByRole('button', { name: 'Account: Mina' }).waitFor()
  })
})
