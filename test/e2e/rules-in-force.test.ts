import { describe, expect, it } from 'vitest'
import { createRule } from '@/lib/faq/create-rule'
import { hasBrowser, openPage } from '../support/browser'
import { makeShopTicket, replyBox } from '../support/errands'

const QUESTION = 'Do you engrave fountain pens?'

describe.skipIf(!hasBrowser)('an edited rule', () => {
  it('is what the very next draft says', async () => {
    const rule = await createRule(null, { question: QUESTION, answer: 'Yes, for $5 a pen.', language: 'en', status: 'published' })
    const ask = () => makeShopTicket({ subject: 'Pens', message: { text: QUESTION }, contact: { name: 'Kit' } })
    const before = await ask()
    expect(before.suggestion).toMatchObject({
      rung: 'verbatim',
      rules: expect.arrayContaining([expect.objectContaining({ id: rule.id, cited: true })]),
    })
    expect(before.suggestion?.text).toContain('$5 a pen')

    const page = await openPage({ role: 'admin' })
    await page.goto(`/tickets/${before.id}`)
    await page.getByRole('link', { name: `Open rule “${QUESTION}”` }).click()
    await page.waitForURL(`**/faq?rule=${rule.id}`)
    await page.getByLabel('Answer', { exact: true }).fill('Yes, for $8 a pen.')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByText('Version 2').first().waitFor()

    const after = await ask()
    await page.goto(`/tickets/${after.id}`)
    await expect.poll(() => replyBox(page).inputValue()).toContain('$8 a pen')
    await page
      .getByRole('complementary', { name: 'Assistant' })
      .getByRole('list', { name: 'Cited' })
      .getByText('Yes, for $8 a pen.', { exact: true })
      .waitFor()
    // What was drafted before stays as it was.
    await page.goto(`/tickets/${before.id}`)
    await expect.poll(() => replyBox(page).inputValue()).toContain('$5 a pen')
    await page
      .getByRole('complementary', { name: 'Assistant' })
      .getByRole('list', { name: 'Cited' })
      .getByText('Yes, for $5 a pen.', { exact: true })
      .waitFor()
  })
})
