import { afterAll, describe, expect, it } from 'vitest'
import { db } from '@/lib/db'
import { publishNow } from '@/lib/events'
import { currentPromptTemplate } from '@/lib/settings/prompt-template'
import { expectAccessible } from '../support/axe'
import { hasBrowser, openPage } from '../support/browser'
import { expectNoSidewaysScroll } from '../support/errands'

/** The desk is shared by all browser tests. */
afterAll(async () => {
  await db().promptTemplate.deleteMany()
  await db().setting.deleteMany({ where: { key: 'suggestion_timeout_ms' } })
})

describe.skipIf(!hasBrowser)('the prompt', () => {
  it('is edited, tried, saved, kept apart from what another admin saves, and brought back', async () => {
    const built = await currentPromptTemplate()
    const page = await openPage({ role: 'admin' })
    await page.goto('/settings/prompt')
    const english = page.getByLabel('For English tickets')
    await expect.poll(() => english.inputValue()).toBe(built.en)
    await english.fill(`${built.en} Be brief.`)
    await page.getByText('Not saved').waitFor()

    await page.getByLabel('Try it on').selectOption({ label: 'A question of my own' })
    await page.getByLabel('Question', { exact: true }).fill('How long is the guarantee of a broken lamp, and who pays the postage?')
    await page.getByRole('button', { name: 'Preview', exact: true }).click()
    const preview = page.getByRole('region', { name: 'Preview' })
    await preview.getByText('Prompt as sent').waitFor()
    await preview.getByText('Be brief.').waitFor()
    await expectAccessible(page)

    await page.keyboard.press('Control+s')
    await page.getByText('Version 2 is in force.').waitFor()
    await expect.poll(() => currentPromptTemplate()).toMatchObject({ version: 2, en: `${built.en} Be brief.` })

    await english.fill(`${built.en} Be brief and warm.`)
    const other = { version: 3, zh: '别人写的。', en: 'Somebody else wrote this.' }
    await db().promptTemplate.create({ data: other })
    await publishNow({ kind: 'settings' })
    await page.getByRole('heading', { name: 'Version 3 came into force while you were editing' }).waitFor()
    expect(await english.inputValue()).toBe(`${built.en} Be brief and warm.`)
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Take theirs, drop mine' }).click()
    await expect.poll(() => english.inputValue()).toBe(other.en)

    await page.getByRole('button', { name: 'Restore version 2' }).click()
    await page.getByText('Version 4 is in force.').waitFor()
    await expect.poll(() => currentPromptTemplate()).toMatchObject({ version: 4, en: `${built.en} Be brief.` })
    await page.getByRole('button', { name: 'Restore the built-in text' }).click()
    await page.getByRole('link', { name: 'Model', exact: true }).click()
    await page.getByRole('button', { name: 'Stay here' }).click()
    await expect.poll(() => english.inputValue()).toBe(built.en)
  })

  it('that is empty or has no room is not saved, and says why', async () => {
    const page = await openPage({ role: 'admin', viewport: { width: 390, height: 844 } })
    await page.goto('/settings/prompt')
    const chinese = page.getByLabel('For Chinese tickets')
    await chinese.fill('')
    await page.getByText('Write something: without it the model is told nothing.').waitFor()
    await expect.poll(() => page.getByRole('button', { name: /^Save as version/ }).isDisabled()).toBe(true)
    await chinese.fill('规'.repeat(7_999))
    await page.getByText(/^Too long for .*characters leave room/).waitFor()
    await expect.poll(() => page.getByRole('button', { name: /^Save as version/ }).isDisabled()).toBe(true)
    await expectNoSidewaysScroll(page)
  })

  it('has a time beside it, which is saved as it is chosen', async () => {
    const page = await openPage({ role: 'admin', locale: 'zh' })
    await page.goto('/settings/prompt')
    await page.getByLabel('客服最多等').selectOption({ label: '15 秒' })
    await page.getByText('已保存，从下一份草稿起生效。').waitFor()
    await expect.poll(() => db().setting.findUnique({ where: { key: 'suggestion_timeout_ms' } })).toMatchObject({ value: 15_000 })
  })

  it('is not for agents', async () => {
    const page = await openPage({ role: 'agent' })
    await page.goto('/settings/prompt')
    await page.getByText('For admins only').waitFor()
    expect(await page.getByRole('textbox').count()).toBe(0)
  })
})
