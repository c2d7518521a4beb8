import { describe, expect, it } from 'vitest'
import { db } from '@/lib/db'
import { createRule } from '@/lib/faq/create-rule'
import { getRule } from '@/lib/faq/get-rule'
import { expectAccessible } from '../support/axe'
import { hasBrowser, openPage } from '../support/browser'
import { makeShopTicket } from '../support/errands'

describe.skipIf(!hasBrowser)('what a rule has learnt', () => {
  it('is seen with where it came from, made a variant, and removed for good, while the answer is being edited', async () => {
    const rule = await createRule(null, { question: 'Do you rent canoes?', answer: 'We do.', language: 'en', status: 'published' })
    const page = await openPage({ role: 'admin' })
    await page.goto(`/faq?rule=${rule.id}`)
    const learnt = page.getByText('Learned from replies')
    await learnt.getByText('0 of 50').waitFor()
    await learnt.click()
    await page.getByText('Nothing yet. Once a reply from this rule is sent').waitFor()

    const ticket = await makeShopTicket({ subject: 'Canoe', message: { text: 'canoe for a weekend' } })
    const phrasing = (text: string) => ({ ruleId: rule.id, text, key: text, suggestionId: ticket.suggestion?.id })
    await db().learnedPhrasing.createMany({ data: [phrasing('canoe for a weekend'), phrasing('something wrong')] })
    await page.reload()
    await learnt.getByText('2 of 50').waitFor()
    await page
      .getByRole('link', { name: `Ticket #${ticket.number}` })
      .first()
      .waitFor()
    await expectAccessible(page)

    const answer = page.getByLabel('Answer', { exact: true })
    await answer.fill('We do, from May on.')
    await page.getByRole('button', { name: 'Make it a variant: canoe for a weekend' }).click()
    await learnt.getByText('1 of 50').waitFor()
    await expect.poll(() => page.getByLabel('Other ways to ask').inputValue()).toBe('canoe for a weekend')
    expect(await answer.inputValue()).toBe('We do, from May on.')
    await expect.poll(() => getRule(rule.id)).toMatchObject({ version: 2, variants: ['canoe for a weekend'], answer: 'We do.' })

    await page.getByRole('button', { name: 'Remove: something wrong' }).click()
    await learnt.getByText('0 of 50').waitFor()
    await expect.poll(() => db().learnedPhrasing.count({ where: { ruleId: rule.id, isRemoved: true } })).toBe(2)
    await page.keyboard.press('Control+s')
    await page.getByText('Version 3').first().waitFor()
    await expect.poll(() => getRule(rule.id)).toMatchObject({ answer: 'We do, from May on.', variants: ['canoe for a weekend'] })
  })

  it('is made a variant only after the admin has seen which rule it would repeat', async () => {
    const asked = 'How long can I borrow a pedalo?'
    const other = await createRule(null, { question: asked, answer: 'A pedalo for 2 hours.', language: 'en', status: 'published' })
    const rule = await createRule(null, { question: 'Pedalo loans', answer: 'A pedalo for 5 hours.', language: 'en', status: 'published' })
    await db().learnedPhrasing.create({ data: { ruleId: rule.id, text: asked, key: asked } })
    const page = await openPage({ role: 'admin' })
    await page.goto(`/faq?rule=${rule.id}`)
    const adopt = page.getByRole('button', { name: `Make it a variant: ${asked}` })
    await adopt.click()
    const panel = page.getByRole('region', { name: 'One published rule repeats or contradicts this one' })
    await panel.getByRole('link', { name: `Open the rule: ${other.question}` }).waitFor()
    await panel.getByRole('button', { name: 'Do not add' }).click()
    await panel.waitFor({ state: 'detached' })
    expect(await getRule(rule.id)).toMatchObject({ version: 1, variants: [] })
    await adopt.click()
    await panel.getByRole('button', { name: 'Add all the same' }).click()
    await page.getByText('Version 2').first().waitFor()
    await expect.poll(() => getRule(rule.id)).toMatchObject({ version: 2, variants: [asked] })
  })
})
