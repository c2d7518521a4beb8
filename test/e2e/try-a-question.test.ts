import { describe, expect, it } from 'vitest'
import { createRule } from '@/lib/faq/create-rule'
import { getRule } from '@/lib/faq/get-rule'
import { expectAccessible } from '../support/axe'
import { hasBrowser, openPage } from '../support/browser'
import { makeShopTicket, wordsOf } from '../support/errands'

const ASKED = 'is the wombat grooming any good for burrow dust'

describe.skipIf(!hasBrowser)('a question that is tried', () => {
  it('is seen through to the reply, corrected by an admin, and asked again', async () => {
    const rule = await createRule(null, {
      question: 'Do you clean marsupials?',
      answer: 'We bathe every marsupial on Tuesdays.',
      language: 'en',
      status: 'published',
    })
    const page = await openPage({ role: 'admin' })
    await page.goto('/faq')
    await page.getByRole('link', { name: 'Try a question' }).click()
    await page.waitForURL('**/faq/try')
    const box = page.getByRole('textbox', { name: 'The customer’s question' })
    await box.fill('Which items cannot be returned, and how long does a refund take?')
    await box.press('Enter')
    await page.getByRole('heading', { name: 'Time and tokens' }).waitFor()
    const hits = page.getByRole('listitem').filter({ hasText: 'words' })
    await expect.poll(() => hits.count()).toBeGreaterThan(1)
    await page
      .getByRole('img', { name: /^score \d\.\d\d, floor \d\.\d\d$/ })
      .first()
      .waitFor()
    await expect
      .poll(() => wordsOf(page.getByRole('region', { name: 'Reply' })))
      .toContain('Customer question: Which items cannot be returned')

    await box.fill(ASKED)
    await box.press('Enter')
    await page.getByRole('button', { name: 'Another rule should answer…' }).click()
    await page.getByRole('combobox', { name: 'Find a rule' }).fill('marsupials')
    await page.getByRole('option', { name: rule.question }).waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Add and try again' }).click()
    await page.getByText(`Added to “${rule.question}” (version 2) and tried again.`).waitFor()
    await page.getByText('word for word').waitFor()
    await page.getByRole('region', { name: 'Reply' }).getByText('We bathe every marsupial on Tuesdays.').first().waitFor()
    await expect.poll(async () => (await getRule(rule.id)).variants).toEqual([ASKED])
  })

  it('is not taught to a rule unseen that would contradict another', async () => {
    const [pupil, other] = await Promise.all([
      createRule(null, { question: 'Ferret boarding terms', answer: 'Boarding a ferret costs $30.', language: 'en', status: 'published' }),
      createRule(null, {
        question: 'How much does overnight ferret care cost?',
        answer: 'Overnight ferret care costs $55.',
        language: 'en',
        status: 'published',
      }),
    ])
    const page = await openPage({ role: 'admin' })
    await page.goto(`/faq/try?${new URLSearchParams({ q: 'How much is overnight ferret care?' })}`)
    await page.getByRole('button', { name: 'Try it' }).click()
    await page.getByRole('button', { name: `This rule should answer: ${pupil.question}` }).click()
    const add = page.getByRole('button', { name: 'Add and try again' })
    await add.click()
    const panel = page.getByRole('region', { name: 'One published rule repeats or contradicts this one' })
    await panel.getByRole('link', { name: `Open the rule: ${other.question}` }).waitFor()
    await expect.poll(() => panel.locator('mark').allTextContents()).toEqual(['$30', '$55'])
    await expectAccessible(page)
    await panel.getByRole('button', { name: 'Do not add' }).click()
    await add.waitFor()
    expect((await getRule(pupil.id)).variants).toEqual([])
    await add.click()
    await panel.getByRole('button', { name: 'Add all the same' }).click()
    await page.getByText(`Added to “${pupil.question}” (version 2) and tried again.`).waitFor()
    expect((await getRule(pupil.id)).variants).toEqual(['How much is overnight ferret care?'])
  })

  it('may be asked in the middle of a conversation', async () => {
    await createRule(null, { question: 'How much is bagpipe repair?', answer: 'It costs $70.', language: 'en', status: 'published' })
    const page = await openPage({ role: 'agent' })
    await page.goto('/faq/try')
    const add = page.getByRole('button', { name: 'Add what was said before' })
    await add.click()
    await page.getByRole('textbox', { name: 'Words of turn 1' }).fill('How much is bagpipe repair?')
    await add.click()
    await page.getByRole('textbox', { name: 'Words of turn 2' }).fill('One moment, please.')
    await expect.poll(() => page.getByRole('combobox', { name: 'Who said turn 2' }).inputValue()).toBe('agent')
    const box = page.getByRole('textbox', { name: 'The customer’s question' })
    await box.fill('and how long?')
    await box.press('Enter')
    await page.getByText(/^Searched for: How much is bagpipe repair\?\s+and how long\?$/).waitFor()
    await page.getByRole('link', { name: 'How much is bagpipe repair?' }).waitFor()
  })

  it('is answered from what is kept as a ticket would be, and by the model where one insists', async () => {
    const question = 'I ordered a parcel three days ago and it has not shipped yet. What is going on?'
    const { suggestion } = await makeShopTicket({ subject: 'Parcel', message: { text: question }, contact: { name: 'Kit' } })
    expect(['model', 'cache']).toContain(suggestion?.rung)
    const page = await openPage({ role: 'admin' })
    await page.goto(`/faq/try?${new URLSearchParams({ q: question })}`)
    await page.getByRole('button', { name: 'Try it' }).click()
    await page.getByText('A ticket would get it, too.').waitFor()
    await page.getByRole('button', { name: 'Ask the model anyway' }).click()
    await page.getByRole('heading', { name: 'A ticket would get the kept answer instead' }).waitFor()
    await expect.poll(() => wordsOf(page.getByRole('region', { name: 'Reply' }))).toContain('Customer question:')
  })

  it('that does not reach the server says so, and shows no empty reply', async () => {
    const page = await openPage({ role: 'agent', losesConnection: true })
    await page.goto('/faq/try')
    await page.route('**/api/faq/try', (route) => route.abort())
    const box = page.getByRole('textbox', { name: 'The customer’s question' })
    await box.fill('Which items cannot be returned?')
    await box.press('Enter')
    await page.getByRole('alert').filter({ hasText: /\S/ }).first().waitFor()
    expect(await page.getByRole('heading', { name: 'Reply' }).count()).toBe(0)
    expect(await box.inputValue()).toBe('Which items cannot be returned?')
    await page.unroute('**/api/faq/try')
    await box.press('Enter')
    await page.getByRole('heading', { name: 'Reply' }).waitFor()
  })

  it('that no rule answers begins a rule with its words', async () => {
    const page = await openPage({ role: 'admin' })
    await page.goto(`/faq/try?${new URLSearchParams({ q: 'xylophone zithering tomorrow' })}`)
    await page.getByRole('button', { name: 'Try it' }).click()
    await page.getByRole('link', { name: 'Write a rule' }).click()
    await page.waitForURL('**/faq?new=en&question=*')
    await expect.poll(() => page.getByLabel('Question', { exact: true }).inputValue()).toBe('xylophone zithering tomorrow')
  })

  it('shows agents everything, and lets them correct nothing', async () => {
    const page = await openPage({ role: 'agent', locale: 'zh' })
    await page.goto('/faq/try')
    const box = page.getByRole('textbox', { name: '客户的问题' })
    await box.fill('怎么申请退货？')
    await box.press('Enter')
    await page.getByRole('heading', { name: '用时与用量' }).waitFor()
    expect(await page.getByRole('button', { name: /应由/ }).count()).toBe(0)
  })
})
