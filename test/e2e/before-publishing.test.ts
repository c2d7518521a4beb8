import { describe, expect, it } from 'vitest'
import { db } from '@/lib/db'
import { createRule } from '@/lib/faq/create-rule'
import { updateRule } from '@/lib/faq/update-rule'
import { hasBrowser, openPage } from '../support/browser'
import { makeShopTicket } from '../support/errands'

describe.skipIf(!hasBrowser)('before a rule is published', () => {
  it('the admin sees what it contradicts, and decides', async () => {
    const theirs = await createRule(null, {
      question: 'How long does kayak hire take to confirm?',
      answer: 'Kayak hire is confirmed within 3 hours.',
      language: 'en',
      status: 'published',
    })
    const page = await openPage({ role: 'admin' })
    await page.goto('/faq?new=en')
    await page.getByLabel('Question', { exact: true }).fill('How long until kayak hire is confirmed?')
    await page.getByLabel('Answer', { exact: true }).fill('Kayak hire is confirmed within 5 hours.')
    await page.getByLabel('Status', { exact: true }).selectOption('published')
    const save = page.getByRole('button', { name: 'Save the new rule' })
    await save.click()
    const panel = page.getByRole('region', { name: 'One published rule repeats or contradicts this one' })
    await panel.getByRole('link', { name: `Open the rule: ${theirs.question}` }).waitFor()
    await expect.poll(() => panel.locator('mark').allTextContents()).toEqual(['5 hours', '3 hours'])
    expect(await db().faqRule.count({ where: { question: { startsWith: 'How long until kayak' } } })).toBe(0)

    await panel.getByRole('button', { name: 'Keep editing' }).click()
    await save.click()
    await panel.getByRole('button', { name: 'Publish all the same' }).click()
    await page.waitForURL('**/faq?rule=*')
    await page.getByText('Version 1').first().waitFor()
  })

  it('a replay shows the gap that it closes, and drafts the reply that the ticket would get', async () => {
    const ticket = await makeShopTicket({ subject: 'Zeppelin', message: { text: 'zeppelin mooring mast hawser' } })
    expect(ticket.isGap).toBe(true)
    const page = await openPage({ role: 'admin' })
    await page.goto('/faq?new=en')
    await page.getByLabel('Question', { exact: true }).fill('Zeppelin mooring mast hawser')
    await page.getByLabel('Answer', { exact: true }).fill('Mooring a zeppelin overnight costs $40.')
    await page.getByRole('button', { name: 'Replay the last 200 tickets' }).click()
    const row = page.getByRole('listitem').filter({ hasText: 'zeppelin mooring mast hawser' })
    await row.getByText('Gap closes').waitFor()
    await row.getByRole('link', { name: `#${ticket.number}` }).waitFor()
    await page.getByRole('button', { name: 'Draft it again' }).click()
    await row.getByText('Mooring a zeppelin overnight costs $40.').waitFor()
    await row.getByText('Not answered yet.').waitFor()
    await page.getByLabel('Answer', { exact: true }).fill('Mooring a zeppelin overnight costs $50.')
    await page.getByText('The rule has changed since.').waitFor()
  })

  it('a replay of a published rule taken back to a draft shows who loses it', async () => {
    const rule = await createRule(null, {
      question: 'How much is gondola polishing?',
      answer: 'Polishing a gondola costs $70.',
      language: 'en',
      status: 'published',
    })
    await makeShopTicket({ subject: 'Gondola', message: { text: 'How much is gondola polishing?' } })
    const page = await openPage({ role: 'admin' })
    await page.goto(`/faq?rule=${rule.id}`)
    await page.getByLabel('Status', { exact: true }).selectOption('draft')
    await page.getByText('Replayed as withdrawn').waitFor()
    await page.getByRole('button', { name: 'Replay the last 200 tickets' }).click()
    await page.getByRole('listitem').filter({ hasText: 'gondola polishing' }).getByText('Loses its rule').waitFor()
  })

  it('older words of a published rule are checked before they come back', async () => {
    const first = {
      question: 'How long is sauna hire confirmed in?',
      answer: 'Sauna hire is confirmed within 9 hours.',
      language: 'en',
    } as const
    const rule = await createRule(null, { ...first, status: 'published' })
    await updateRule(null, rule.id, 1, { answer: 'Sauna hire is confirmed within 2 hours.' })
    await createRule(null, {
      ...first,
      question: 'In how long is sauna hire confirmed?',
      answer: 'Sauna hire is confirmed within 2 hours.',
      status: 'published',
    })
    const page = await openPage({ role: 'admin' })
    await page.goto(`/faq?rule=${rule.id}`)
    await page.getByRole('button', { name: 'Restore', exact: true }).click()
    const panel = page.getByRole('region', { name: 'One published rule repeats or contradicts this one' })
    await panel.waitFor()
    await expect.poll(() => panel.locator('mark').allTextContents()).toEqual(['9 hours', '2 hours'])
    await panel.getByRole('button', { name: 'Do not restore' }).click()
    expect(await db().faqRule.findUniqueOrThrow({ where: { id: rule.id } })).toMatchObject({ version: 2 })
    await page.getByRole('button', { name: 'Restore', exact: true }).click()
    await panel.getByRole('button', { name: 'Restore all the same' }).click()
    await page.getByText('Version 3').first().waitFor()
    await expect.poll(() => page.getByLabel('Answer', { exact: true }).inputValue()).toContain('9 hours')
  })

  it('its history says what each version changed', async () => {
    const rule = await createRule(null, { question: 'Do you rent sledges?', answer: 'Yes, for $8 a day.', language: 'en', status: 'draft' })
    await updateRule(null, rule.id, 1, { answer: 'Yes, for $12 a day.', tags: ['winter'] })
    const page = await openPage({ role: 'admin' })
    await page.goto(`/faq?rule=${rule.id}`)
    await page.getByLabel('Show version 2').click()
    await page.locator('del').first().waitFor()
    await expect.poll(() => page.locator('del').allTextContents()).toEqual(['8'])
    await expect.poll(() => page.locator('ins').allTextContents()).toEqual(['12', 'winter'])
  })
})
