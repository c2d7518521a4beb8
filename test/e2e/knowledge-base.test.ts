import { describe, expect, it } from 'vitest'
import { createRule } from '@/lib/faq/create-rule'
import { getRule } from '@/lib/faq/get-rule'
import { updateRule } from '@/lib/faq/update-rule'
import { hasBrowser, openPage } from '../support/browser'

const makeRule = (question: string) => createRule(null, { question, answer: 'An answer.', language: 'en', status: 'published' })

describe.skipIf(!hasBrowser)('the knowledge base', () => {
  it('is written by an admin: a new rule, its errors in place, its history', async () => {
    const page = await openPage({ role: 'admin' })
    await page.goto('/faq')
    await page.getByRole('link', { name: 'New rule' }).click()
    await page.getByLabel('Question', { exact: true }).fill('Do you sell umbrellas?')
    await page.getByRole('button', { name: 'Save the new rule' }).click()
    await page.getByText('Please fill this in.').waitFor()
    await page.getByLabel('Answer', { exact: true }).fill('We do, in four colours.')
    await page.getByRole('button', { name: 'Save the new rule' }).click()
    await page.waitForURL('**/faq?rule=*')
    await page.getByText('Version 1').first().waitFor()
    await page.getByLabel('Answer', { exact: true }).fill('We do, in five colours.')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByRole('button', { name: 'Restore' }).click()
    await page.getByText('Version 3').first().waitFor()
    await expect.poll(() => page.getByLabel('Answer', { exact: true }).inputValue()).toBe('We do, in four colours.')
  })

  it('never loses what is typed to what somebody else saves', async () => {
    const rule = await makeRule('Do you sell raincoats?')
    const page = await openPage({ role: 'admin' })
    await page.goto(`/faq?rule=${rule.id}`)
    await page.getByLabel('Answer', { exact: true }).fill('Mine.')
    await updateRule(null, rule.id, rule.version, { answer: 'Theirs.' })
    const saveOnTop = page.getByRole('button', { name: 'Save mine on top of theirs' })
    await saveOnTop.waitFor()
    expect(await getRule(rule.id)).toMatchObject({ answer: 'Theirs.' })
    await saveOnTop.click()
    await page.getByText('Version 3').first().waitFor()
    await expect.poll(() => getRule(rule.id)).toMatchObject({ answer: 'Mine.' })
  })

  it('is read by agents, who see why they cannot write', async () => {
    const rule = await makeRule('Do you sell boots?')
    const page = await openPage({ role: 'agent' })
    await page.goto(`/faq?rule=${rule.id}`)
    await page.getByText('Only admins change rules.').waitFor()
    await expect.poll(() => page.getByLabel('Answer', { exact: true }).getAttribute('readonly')).not.toBeNull()
    expect(await page.getByRole('button', { name: 'Save', exact: true }).count()).toBe(0)
  })
})
