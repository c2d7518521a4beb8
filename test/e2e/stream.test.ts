import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { createApiKey } from '@/lib/auth/create-api-key'
import { hasBrowser, openPage } from '../support/browser'
import { desk } from '../support/desk'
import { replyBox, waitForDraft } from '../support/errands'
import { HeldWorker } from '../support/held-worker'

async function post(body: object): Promise<string> {
  const { key } = await createApiKey({ name: 'curl', scopes: ['*'] })
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' }
  const response = await fetch(`${desk.url}/api/v1/tickets`, { method: 'POST', headers, body: JSON.stringify(body) })
  expect(response.status).toBe(201)
  const { id } = (await response.json()) as { id: string }
  return id
}

/** Every text that the reply box shows from now on, each once. */
async function watchReply(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const seen: string[] = []
    const look = () => {
      const value = document.querySelector('textarea')?.value
      if (value && value !== seen.at(-1)) seen.push(value)
      requestAnimationFrame(look)
    }
    look()
    Object.assign(window, { seen })
  })
  return () => page.evaluate(() => (window as unknown as { seen: string[] }).seen)
}

// Nearly the requests of the README's two curl lines (whose answers another test may have put into the cache), drafted by the real worker. It writes a whole reply in 30 ms, so it is held
// until the page looks on; how a page follows a slower one is shown in queue.test.ts.
describe.skipIf(!hasBrowser || process.platform !== 'linux')('a ticket posted while the desk is open', () => {
  it.each([
    ['zh', '李想', '耳机还没发货', '我昨天付款买的耳机还没发货，怎么回事？', '起草中'],
    [
      'en',
      'Alex Reed',
      'Where is my parcel',
      'I ordered headphones two days ago and they have not shipped yet. What is going on?',
      'Drafting',
    ],
  ] as const)('appears by itself, and its draft is seen as the model writes it (%s)', async (locale, name, subject, text, drafting) => {
    const page = await openPage({ role: 'agent', locale })
    await page.goto('/tickets')
    await page.locator('[data-ticket]').first().waitFor()
    await page.evaluate(() => Object.assign(window, { isSamePage: true }))
    const worker = new HeldWorker()
    await worker.hold()
    const id = await post({ subject, message: { text }, contact: { name, email: `${locale}@example.com` } })
    await page.locator(`[data-ticket="${id}"]`).filter({ hasText: drafting }).click()
    await page.waitForURL(`**/tickets/${id}`)
    await page.getByRole('status').getByText(drafting).waitFor()
    expect(await replyBox(page).inputValue()).toBe('')

    const shown = await watchReply(page)
    worker.run()
    const { suggestion } = await waitForDraft(id)
    await page.waitForFunction((draft) => document.querySelector('textarea')?.value === draft, suggestion?.text)
    const partial = (await shown()).filter((value) => value !== suggestion?.text)
    expect(partial).not.toEqual([])
    await page.getByRole('status').getByText(drafting).waitFor({ state: 'detached' })
    expect(await page.evaluate(() => 'isSamePage' in window)).toBe(true)
    expect(await replyBox(page).inputValue()).toBe(suggestion?.text)
  })
})
