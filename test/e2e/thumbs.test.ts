import { describe, expect, it } from 'vitest'
import { db } from '@/lib/db'
import { expectAccessible } from '../support/axe'
import { hasBrowser, openPage } from '../support/browser'
import { makeShopTicket } from '../support/errands'

describe.skipIf(!hasBrowser)('a thumb', () => {
  it('is given with one key, with reasons or without, changed, and taken back', async () => {
    const ticket = await makeShopTicket({ subject: 'Thumbs', message: { text: 'How soon will my order ship after I pay?' } })
    const suggestionId = ticket.suggestion?.id ?? ''
    const stored = () => db().suggestionOutcome.findUnique({ where: { suggestionId } })
    const page = await openPage({ role: 'agent' })
    await page.goto(`/tickets/${ticket.id}`)
    const [up, down] = ['Good draft', 'Bad draft'].map((name) => page.getByRole('button', { name, exact: true }))
    await page.keyboard.press('+')
    await page.getByText('What was good?').waitFor()
    await expect.poll(stored).toMatchObject({ rating: 1, ratingReasons: [] })
    await expect.poll(() => up?.getAttribute('aria-pressed')).toBe('true')

    await page.keyboard.press('-')
    await page.getByText('What was wrong?').waitFor()
    await page.getByRole('button', { name: 'Something is missing' }).click()
    await expect.poll(stored).toMatchObject({ rating: -1, ratingReasons: ['incomplete'] })
    await page.getByLabel('In your own words').fill('Nothing about weekends')
    await expectAccessible(page, 'aside')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await expect.poll(stored).toMatchObject({ reason: 'Nothing about weekends' })
    await page.reload()
    await page.getByText('Something is missing · Nothing about weekends').waitFor()

    await down?.click()
    await page.getByRole('button', { name: 'Take back' }).click()
    await page.getByText('Was this draft any good?').waitFor()
    await expect.poll(stored).toMatchObject({ rating: null, ratingReasons: [], reason: null })
  })

  it('given by a key is in sight, with its reasons, wherever the pane stands', async () => {
    const ticket = await makeShopTicket({ subject: 'Thumbs', message: { text: 'How soon will my order ship after I pay?' } })
    for (const viewport of [
      { width: 1280, height: 600 },
      { width: 900, height: 600 },
    ]) {
      const page = await openPage({ role: 'agent', viewport })
      await page.goto(`/tickets/${ticket.id}`)
      const save = page.getByRole('button', { name: 'Save', exact: true })
      await page.keyboard.press('-')
      await save.waitFor()
      await expect
        .poll(async () => {
          const box = await save.boundingBox()
          return box !== null && box.y >= 0 && box.y + box.height <= viewport.height
        })
        .toBe(true)
      await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Bad draft')
    }
  })
})
