import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RunningDesk } from '@/scripts/lib/running-desk'
import { expectAccessible } from '../support/axe'
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
    // One goes on in the first field that is wrong.
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('password')
    await page.getByText('At least 10 characters.').waitFor()
    await expect.poll(() => page.getByLabel('Name').inputValue()).toBe('Mina')
    await page.getByLabel('Password').fill('correct horse battery')
    await page.getByRole('button', { name: 'Create and sign in' }).click()
    await page.waitForURL('**/tickets')
    for (const [path, words, next] of [
      ['/tickets', 'No tickets yet', 'Write a rule'],
      ['/tickets?view=all', 'No tickets yet', 'New channel'],
      ['/faq', 'No rules yet', 'Import a table'],
      ['/faq/gaps', 'No gaps', 'Try a question'],
      ['/faq/try', 'No rule is published yet', 'Write the first'],
      ['/faq/floor', 'Nothing to measure yet', 'To the rules'],
      ['/faq/import', 'Not sure about the format?', 'Take an empty table'],
      ['/insights', 'No figures yet', 'Set up a channel'],
      ['/settings/channels', 'No channels yet', 'New channel'],
      ['/settings/macros', 'No macros yet', 'New macro'],
    ] as const) {
      await page.goto(path)
      await page.getByText(words).waitFor()
      await page.getByRole('main').getByRole('link', { name: next }).first().waitFor()
      await expectAccessible(page)
      await expectNoSidewaysScroll(page)
    }
    expect(await page.getByRole('link', { name: 'Outbox (demo)' }).count()).toBe(0)
  })

  it('is led from the first rule to the first ticket, which is there by itself', async () => {
    const page = await openPage({ url: desk.url })
    await page.goto('/sign-in')
    await page.getByLabel('E-mail').fill('mina@shop.example')
    await page.getByLabel('Password').fill('correct horse battery')
    await page.getByRole('button', { name: 'Sign in' }).click()
    const steps = page.getByRole('listitem').filter({ has: page.getByRole('heading', { level: 3 }) })
    await steps.nth(2).waitFor()
    expect(await steps.getByText('done', { exact: true }).count()).toBe(0)

    await page.getByRole('link', { name: 'Write a rule' }).click()
    await page.getByLabel('Question', { exact: true }).fill('How long does a refund take?')
    await page.getByLabel('Answer', { exact: true }).fill('A refund arrives within five working days.')
    await page.getByRole('button', { name: 'Publish' }).click()
    await page.getByRole('link', { name: /How long does a refund take/ }).waitFor()
    await page.goto('/tickets')
    await steps.first().getByText('done', { exact: true }).waitFor()

    await page.getByRole('link', { name: 'API keys' }).click()
    await page.getByLabel('Name', { exact: true }).fill('curl')
    await page.getByRole('button', { name: 'Create the key' }).click()
    const key =
      (await page
        .getByText(/^dh_\w+$/)
        .first()
        .textContent()) ?? ''
    await page.goto('/tickets')
    await steps.nth(1).getByText('done', { exact: true }).waitFor()
    const [, body] = (await page.getByText(/^curl /).textContent())?.match(/-d '(.*)'$/) ?? []

    // The line that is shown, with the key in it.
    const response = await fetch(`${desk.url}/api/v1/tickets`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      body,
    })
    expect(response.status).toBe(201)
    await page.getByRole('link', { name: /Emma Clarke/ }).waitFor()
    await page.getByText('Pick a ticket').waitFor()
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
