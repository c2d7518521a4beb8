import { describe, expect, it } from 'vitest'
import { db } from '@/lib/db'
import { createRule } from '@/lib/faq/create-rule'
import { expectAccessible } from '../support/axe'
import { hasBrowser, openPage } from '../support/browser'
import { makeShopTicket } from '../support/errands'

const TITLE = 'Which airports have a left-luggage office?'

describe.skipIf(!hasBrowser)('a wrong rule', () => {
  it('is called so with one key, taken back, seen by the admin on the rule’s page and decided there', async () => {
    const rule = await createRule(null, { question: TITLE, answer: 'All of them, until 22:00.', language: 'en', status: 'published' })
    const ticket = await makeShopTicket({ subject: 'Luggage', message: { text: 'left luggage at the airports office' } })
    const suggestionId = ticket.suggestion?.id ?? ''
    // Found, whether the desk has heard of the new rule by now or not.
    await db().suggestionRule.deleteMany({ where: { suggestionId } })
    const found = { ruleId: rule.id, ruleVersion: 1, position: 1, title: TITLE, answer: rule.answer, score: 0.7 }
    await db().suggestionRule.create({ data: { ...found, suggestionId, isUsed: true, isCited: true } })
    const page = await openPage({ role: 'agent' })
    await page.goto(`/tickets/${ticket.id}`)
    const assistant = page.getByRole('complementary', { name: 'Assistant' })
    const said = assistant.getByText('called it wrong for this')
    await assistant.getByRole('button', { name: `Wrong rule “${TITLE}”` }).waitFor()
    await page.keyboard.press('w')
    await said.waitFor()
    await expect.poll(() => db().wrongRule.count({ where: { ruleId: rule.id } })).toBe(1)
    await expectAccessible(page, 'aside')
    await assistant.getByRole('button', { name: `Undo the rule is right after all: “${TITLE}”` }).click()
    await said.waitFor({ state: 'detached' })
    await expect.poll(() => db().wrongRule.count({ where: { ruleId: rule.id } })).toBe(0)
    await page.keyboard.press('w')
    await said.waitFor()
    await page.keyboard.press('o')
    await page.waitForURL(`**/faq?rule=${rule.id}`)

    const admin = await openPage({ role: 'admin' })
    await admin.goto(`/faq?rule=${rule.id}`)
    await admin.getByText('1 question', { exact: true }).waitFor()
    await admin.getByRole('link', { name: `Ticket #${ticket.number}` }).waitFor()
    await admin.getByRole('button', { name: 'The rule is right for: ' }).click()
    await admin.getByText('0 questions').waitFor()
    await expect.poll(() => db().wrongRule.count({ where: { ruleId: rule.id, isRemoved: true } })).toBe(1)
    await page.goto(`/tickets/${ticket.id}`)
    await page.getByText('An admin has decided that it is right.').waitFor()
  })
})
