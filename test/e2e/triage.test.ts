import { describe, expect, it } from 'vitest'
import { db } from '@/lib/db'
import { getTicket } from '@/lib/tickets/get-ticket'
import { expectAccessible } from '../support/axe'
import { hasBrowser, openPage } from '../support/browser'
import { hasFocus, waitForDraft } from '../support/errands'
import { makeTicket } from '../support/tickets'

describe.skipIf(!hasBrowser)('triage', () => {
  it('is done by keyboard alone: find, filter, open, answer, set aside, take back', async () => {
    const ask = async (name: string, priority: 'low' | 'high') => {
      const { id } = await makeTicket({
        subject: 'Ostrich',
        message: { text: `How long does a refund take? ostrich ${name}` },
        contact: { name },
        priority,
      })
      await waitForDraft(id)
      return id
    }
    const [ann, bob, cat, dan] = [await ask('Ann', 'high'), await ask('Bob', 'low'), await ask('Cat', 'high'), await ask('Dan', 'high')]
    const page = await openPage({ role: 'agent' })
    const { keyboard } = page
    const focused = () => page.evaluate(() => (document.activeElement as HTMLElement).dataset.ticket)
    await page.goto('/tickets')

    // Find them, and go down to the first.
    await keyboard.press('/')
    await keyboard.type('ostrich')
    await keyboard.press('Enter')
    await page.waitForFunction((id) => (document.activeElement as HTMLElement).dataset.ticket === id, dan)

    // Narrow them: the high ones, who waits longest first.
    await keyboard.press('f')
    await expect.poll(() => hasFocus(page.getByRole('combobox', { name: 'Sort' }))).toBe(true)
    await keyboard.type('W')
    await page.waitForURL('**sort=waiting**')
    await keyboard.press('Tab')
    await keyboard.press('Tab')
    await keyboard.type('H')
    await page.waitForURL('**priority=high**')
    await keyboard.press('Escape')
    await page.getByRole('button', { name: 'Remove filter Priority: High' }).waitFor()
    await page.waitForFunction(() => document.querySelectorAll('[data-ticket]').length === 3)
    const order = await page.locator('[data-ticket]').evaluateAll((rows) => rows.map((row) => (row as HTMLElement).dataset.ticket))
    expect(order).toEqual([ann, cat, dan])
    await expectAccessible(page)

    // Open the first, send its draft, and be at the next of this very list.
    await keyboard.press('j')
    while ((await focused()) !== ann) await keyboard.press('k')
    await keyboard.press('Enter')
    await page.waitForURL(`**/tickets/${ann}**`)
    await page.getByRole('textbox', { name: 'Reply to Ann' }).waitFor()
    await keyboard.press('Control+Enter')
    await page.waitForURL(`**/tickets/${cat}**`)
    await page.waitForFunction(() => document.querySelectorAll('[data-ticket]').length === 2)

    // Choose what is left, and resolve it at once.
    await page.getByRole('textbox', { name: 'Reply to Cat' }).waitFor()
    await page.evaluate(() => (document.activeElement as HTMLElement).blur())
    await keyboard.press('x')
    await keyboard.press('j')
    await keyboard.press('Shift+X')
    await page.getByText('2 selected').waitFor()
    await keyboard.press('c')
    await keyboard.press('Tab')
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Resolve')
    await keyboard.press('Enter')
    await page.getByText('2 tickets resolved.').waitFor()
    await expect.poll(async () => (await getTicket(cat)).status).toBe('resolved')
    await expect.poll(async () => (await getTicket(dan)).status).toBe('resolved')
    expect((await getTicket(bob)).status).toBe('open')

    // And back again.
    await page.getByRole('button', { name: 'Undo', exact: true }).focus()
    await keyboard.press('Enter')
    await page.getByText('2 tickets are as before.').waitFor()
    const now = await db().ticket.findMany({ where: { id: { in: [cat, dan] } }, select: { status: true } })
    expect(now).toEqual([{ status: 'open' }, { status: 'open' }])
  })
})
