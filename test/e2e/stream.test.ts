import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { createApiKey } from '@/lib/auth/create-api-key'
import { db } from '@/lib/db'
import { publishNow } from '@/lib/events'
import { getTicket } from '@/lib/tickets/get-ticket'
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

/** Every text that is put into the reply box from now on, however short it stands there. */
async function watchReply(page: Page): Promise<() => Promise<string[]>> {
  await replyBox(page).evaluate((box: HTMLTextAreaElement) => {
    const seen: string[] = []
    const value = Object.getOwnPropertyDescriptor(box, 'value') ?? Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')
    Object.defineProperty(box, 'value', {
      ...value,
      configurable: true,
      set(text: string) {
        if (text) seen.push(text)
        value?.set?.call(this, text)
      },
    })
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

  it('can be sent or rewritten no sooner than it is whole, and typed into at any time', async () => {
    const page = await openPage({ role: 'agent' })
    await page.goto('/tickets')
    const worker = new HeldWorker()
    await worker.hold()
    const text = 'I ordered a kettle three days ago, order GP55102938471, and it has not shipped yet. What is going on?'
    const id = await post({ subject: 'Kettle', message: { text }, contact: { name: 'Hasty Hal', email: 'hal@example.com' } })
    await page.goto(`/tickets/${id}`)
    await expect.poll(async () => (await getTicket(id)).suggestion?.status).toBe('running')
    const half = 'Orders ship within 24 hours [1], and'
    const suggestionId = (await getTicket(id)).suggestion?.id ?? ''
    await publishNow({ kind: 'draft', ticketId: id, suggestionId, text: half })
    const box = replyBox(page)
    await expect.poll(() => box.inputValue()).toBe(half)
    await page.getByRole('button', { name: 'Stop' }).waitFor()
    await box.press('Control+Enter')
    await page.getByText('Not sent: the reply is still being written.').waitFor()
    await box.press('Alt+s')
    await page.getByText('The draft is still being written; it can be rewritten once it is done.').waitFor()
    expect(await db().rewrite.count({ where: { ticketId: id } })).toBe(0)
    expect((await getTicket(id)).messages).toHaveLength(1)

    await box.press('Control+End')
    await page.keyboard.type(' we are sorry')
    worker.run()
    const { suggestion } = await waitForDraft(id)
    await page.getByRole('button', { name: 'Use the new draft' }).waitFor()
    expect(await box.inputValue()).toBe(`${half} we are sorry`)
    // The words belong to a draft that is done by now, and is called by its rung.
    await page.getByText('edited', { exact: true }).waitFor()
    await page.getByRole('button', { name: 'Use the new draft' }).click()
    await expect.poll(() => box.inputValue()).toBe(suggestion?.text)
  })

  it('is stopped by anybody who looks on, with a key', async () => {
    const page = await openPage({ role: 'agent' })
    await page.goto('/tickets')
    const worker = new HeldWorker()
    await worker.hold()
    const text = 'I ordered a lamp four days ago, order GP55102938472, and it has not shipped yet. What is going on?'
    const id = await post({ subject: 'Lamp', message: { text }, contact: { name: 'Stella Stop', email: 'stella@example.com' } })
    await page.goto(`/tickets/${id}`)
    await expect.poll(async () => (await getTicket(id)).suggestion?.status).toBe('running')
    await page.getByRole('button', { name: 'Stop' }).waitFor()
    // In another field Escape is that field's own.
    await page.getByRole('searchbox').press('Escape')
    expect((await getTicket(id)).suggestion?.status).toBe('running')
    await replyBox(page).press('Escape')
    await page.getByText('There is no draft. Draft again, or answer by hand.').waitFor()
    await expect.poll(() => db().suggestion.count({ where: { ticketId: id, isCurrent: true } })).toBe(0)
  })
})
