import type { Page, Route } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { db } from '@/lib/db'
import { hasBrowser, openPage } from '../support/browser'
import { makeShopTicket, replyBox } from '../support/errands'

/** Every page of a ticket asks for what its agent has begun to write; the queue beside it does not. */
async function whileTicketsFail(work: () => Promise<void>): Promise<void> {
  await db().$executeRaw`alter table reply_draft rename to reply_draft_away`
  try {
    await work()
  } finally {
    await db().$executeRaw`alter table reply_draft_away rename to reply_draft`
  }
}

const failure = (page: Page) => page.getByRole('alert').filter({ hasText: 'This page did not open' })

describe.skipIf(!hasBrowser)('a ticket that cannot be read', () => {
  it('says so in its own pane, leaves the queue to work in, and opens when it is tried again', async () => {
    const message = { text: 'Which items cannot be returned? pangolin' }
    const first = await makeShopTicket({ subject: 'Pangolin', message, contact: { name: 'Pia' } })
    const second = await makeShopTicket({ subject: 'Pangolin', message, contact: { name: 'Pat' } })
    const page = await openPage({ role: 'agent', seesFailure: true })
    await page.goto('/tickets')
    const row = (name: string) => page.getByRole('region', { name: 'Ticket queue' }).getByRole('link', { name: new RegExp(name) })

    await whileTicketsFail(async () => {
      await row('Pia').click()
      await page.waitForURL(`**/tickets/${first.id}`)
      await failure(page).waitFor()
      await failure(page).getByText('Nothing of yours is lost').waitFor()
      await failure(page)
        .getByText(/^Log number /)
        .waitFor()
      await expect.poll(() => page.getByRole('button', { name: 'Try again' }).count()).toBe(1)

      // The queue is walked, searched and listens as before.
      await page.keyboard.press('/')
      await page.keyboard.type('pangolin')
      await page.waitForFunction(() => document.querySelectorAll('[data-ticket]').length === 2)
      await page.keyboard.press('Enter')
      await page.waitForFunction((id) => (document.activeElement as HTMLElement).dataset.ticket === id, second.id)
      await makeShopTicket({ subject: 'Pangolin', message, contact: { name: 'Pip' } })
      await page.getByRole('button', { name: /^1 update/ }).waitFor()
      await page.keyboard.press('.')
      await row('Pip').waitFor()
      await failure(page).waitFor()

      // A reload finds the same: the queue, and beside it what failed.
      await page.reload()
      await failure(page).waitFor()
      await row('Pat').waitFor()

      // What stands there is the first failure until the second is known; the page itself reads no more of an answer than it needs.
      const isPage = (url: URL) => url.pathname === `/tickets/${first.id}`
      const answered = new Promise<void>((resolve) => {
        const pass = async (route: Route) => {
          await route.fulfill({ response: await route.fetch() })
          resolve()
        }
        void page.route(isPage, pass, { times: 1 })
      })
      await failure(page).getByRole('button', { name: 'Try again' }).click()
      await answered
      await failure(page).waitFor()
    })

    await failure(page).getByRole('button', { name: 'Try again' }).click()
    await replyBox(page).waitFor()
    await page.getByRole('region', { name: `#${first.number}`, exact: true }).waitFor()
    await failure(page).waitFor({ state: 'detached' })
    await row('Pat').click()
    await page.waitForURL(`**/tickets/${second.id}**`)
    await page.getByRole('textbox', { name: 'Reply to Pat' }).waitFor()
  })
})
