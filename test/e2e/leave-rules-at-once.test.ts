import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { db } from '@/lib/db'
import { createRule } from '@/lib/faq/create-rule'
import { getRule } from '@/lib/faq/get-rule'
import { expectAccessible } from '../support/axe'
import { hasBrowser, openPage } from '../support/browser'
import { holdActions } from '../support/errands'

const answerOf = (page: Page) => page.getByLabel('Answer', { exact: true })
const told = (page: Page, words: string) => page.getByRole('status').filter({ hasText: words })

/** Elsewhere, while an action is under way: nobody is asked whether to leave, and nothing waits for the server. */
async function goToGaps(page: Page) {
  await page.getByRole('link', { name: 'Gaps' }).click()
  await page.waitForURL('**/faq/gaps')
}

describe.skipIf(!hasBrowser)('an admin who is quicker than the server', () => {
  it('goes on at once after publishing, and the rule is published behind their back', async () => {
    const rule = await createRule(null, { question: 'Do you rent unicycles?', answer: 'No.', language: 'en', status: 'draft' })
    const page = await openPage({ role: 'admin' })
    await page.goto(`/faq?rule=${rule.id}`)
    await answerOf(page).fill('Yes, for $7 a day.')
    const end = await holdActions(page, /\/faq/)
    await page.keyboard.press('Control+Enter')
    await page.getByRole('button', { name: 'Saving…' }).waitFor()
    await goToGaps(page)
    expect(await getRule(rule.id)).toMatchObject({ status: 'draft', answer: 'No.' })
    end('let go')
    await expect.poll(() => getRule(rule.id)).toMatchObject({ status: 'published', answer: 'Yes, for $7 a day.' })
    expect(new URL(page.url()).pathname, 'nobody is called back').toBe('/faq/gaps')
    await page.goto(`/faq?rule=${rule.id}`)
    await expect.poll(() => answerOf(page).inputValue()).toBe('Yes, for $7 a day.')
    expect(await page.getByText('What was not saved last time is back.').count()).toBe(0)
  })

  it('hears by the rule’s question that it was not saved, and finds there what was written', async () => {
    const rule = await createRule(null, { question: 'Do you rent pogo sticks?', answer: 'No.', language: 'en', status: 'published' })
    const page = await openPage({ role: 'admin', losesConnection: true })
    await page.goto(`/faq?rule=${rule.id}`)
    await answerOf(page).fill('Yes, for $3 a day.')
    const end = await holdActions(page, /\/faq/)
    await page.keyboard.press('Control+s')
    await page.getByRole('button', { name: 'Saving…' }).waitFor()
    await goToGaps(page)
    end('cut off')
    const line = told(page, 'Do you rent pogo sticks? The server could not be reached')
    await line.waitFor()
    await expectAccessible(page)
    await page.unroute(/\/faq/)
    await line.getByRole('link', { name: 'Do you rent pogo sticks?' }).click()
    await page.waitForURL(`**/faq?rule=${rule.id}`)
    await page.getByText('What was not saved last time is back.').waitFor()
    await expect.poll(() => answerOf(page).inputValue()).toBe('Yes, for $3 a day.')
    await page.keyboard.press('Control+s')
    await expect.poll(() => getRule(rule.id)).toMatchObject({ answer: 'Yes, for $3 a day.' })
  })

  it('hears that a rule was not published because another says otherwise, and decides there', async () => {
    await createRule(null, { question: 'How long can I borrow a sousaphone?', answer: 'For 4 weeks.', language: 'en', status: 'published' })
    const question = 'How long may one borrow a sousaphone?'
    const rule = await createRule(null, { question, answer: 'For 4 weeks.', language: 'en', status: 'draft' })
    const page = await openPage({ role: 'admin' })
    await page.goto(`/faq?rule=${rule.id}`)
    await answerOf(page).fill('For 6 weeks.')
    const end = await holdActions(page, /\/faq/)
    await page.keyboard.press('Control+Enter')
    await page.getByRole('button', { name: 'Saving…' }).waitFor()
    await goToGaps(page)
    end('let go')
    const line = told(page, `${question} was not published`)
    await line.getByRole('link', { name: question }).click()
    await page.waitForURL(`**/faq?rule=${rule.id}`)
    await expect.poll(() => answerOf(page).inputValue()).toBe('For 6 weeks.')
    expect(await getRule(rule.id)).toMatchObject({ status: 'draft', answer: 'For 4 weeks.' })
    await page.keyboard.press('Control+s')
    await page.getByRole('button', { name: 'Publish all the same' }).click()
    await expect.poll(() => getRule(rule.id)).toMatchObject({ status: 'published', answer: 'For 6 weeks.' })
  })

  it('hears that many rules were not changed', async () => {
    const questions = ['Calliope one?', 'Calliope two?']
    for (const question of questions) {
      await createRule(null, { question, answer: 'Yes.', language: 'en', status: 'draft', tags: ['calliope'] })
    }
    const page = await openPage({ role: 'admin', losesConnection: true })
    await page.goto('/faq?tag=calliope')
    for (const question of questions) await page.getByRole('checkbox', { name: `Select: ${question}` }).check()
    const end = await holdActions(page, /\/faq/)
    await page.getByRole('button', { name: 'Archive' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Archive' }).click()
    await page.getByText('0 of 2 done').waitFor()
    await goToGaps(page)
    end('cut off')
    await told(page, '2 selected The server could not be reached').waitFor()
    expect(await db().faqRule.count({ where: { tags: { has: 'calliope' }, status: 'archived' } })).toBe(0)
  })

  it('hears that a setting was not kept, by the page it stands on', async () => {
    const page = await openPage({ role: 'admin', losesConnection: true })
    await page.goto('/settings/sending')
    const seconds = page.getByLabel('Time to take a reply back', { exact: true })
    const end = await holdActions(page, /\/settings/)
    await seconds.selectOption('20')
    await expect.poll(() => seconds.getAttribute('aria-busy')).toBe('true')
    expect(await seconds.inputValue(), 'what was chosen stands there at once').toBe('20')
    await page.getByRole('link', { name: 'Targets', exact: true }).click()
    await page.waitForURL('**/settings/targets')
    end('cut off')
    const line = told(page, 'Sending The server could not be reached')
    await line.getByRole('link', { name: 'Sending' }).click()
    await page.waitForURL('**/settings/sending')
    await expect.poll(() => seconds.inputValue()).not.toBe('20')
  })
})
