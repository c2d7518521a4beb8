import { describe, expect, it } from 'vitest'
import { db } from '@/lib/db'
import { createRule } from '@/lib/faq/create-rule'
import { getRule } from '@/lib/faq/get-rule'
import { updateRule } from '@/lib/faq/update-rule'
import { expectAccessible } from '../support/axe'
import { hasBrowser, openPage } from '../support/browser'

describe.skipIf(!hasBrowser)('the twin of a rule', () => {
  it('is written beside the original, linked on both sides, and asks to be checked when the original changes', async () => {
    const zh = await createRule(null, {
      question: '皮划艇多少钱一天？',
      answer: '每天 80 元。',
      language: 'zh',
      status: 'published',
      category: '租赁',
      entity: '西湖店',
    })
    const page = await openPage({ role: 'admin', locale: 'zh' })
    await page.goto(`/faq?rule=${zh.id}`)
    await page.getByRole('link', { name: '写英文版' }).click()
    await page.getByRole('region', { name: '原规则' }).getByText('每天 80 元。').waitFor()
    await expect.poll(() => page.getByLabel('分类', { exact: true }).inputValue()).toBe('租赁')
    await expect.poll(() => page.getByLabel('所指对象').inputValue()).toBe('西湖店')
    await page.getByLabel('问题', { exact: true }).fill('How much is a kayak a day?')
    await page.getByLabel('答案', { exact: true }).fill('80 yuan a day.')
    await page.getByRole('button', { name: '保存新规则' }).click()
    const panel = page.getByRole('region', { name: '对应的中文规则' })
    await panel.getByRole('link', { name: zh.question }).waitFor()
    const en = await db().faqRule.findFirstOrThrow({ where: { question: 'How much is a kayak a day?' } })
    expect(en).toMatchObject({ language: 'en', status: 'draft', twinId: zh.id })
    await expectAccessible(page)

    await updateRule(null, zh.id, zh.version, { answer: '每天 90 元。' })
    await panel.getByText('改过，本条还没有跟着核对').waitFor()
    await panel.getByText('每天 90 元。').waitFor()
    await panel.getByRole('button', { name: '已核对，无需修改' }).click()
    await panel.getByText('改过，本条还没有跟着核对').waitFor({ state: 'detached' })

    await panel.getByRole('link', { name: zh.question }).click()
    const back = page.getByRole('region', { name: '对应的英文规则' })
    await back.getByRole('link', { name: 'How much is a kayak a day?' }).waitFor()
    await back.getByRole('button', { name: '解除关联' }).click()
    await back.getByRole('link', { name: '写英文版' }).waitFor()
    await expect.poll(() => getRule(en.id)).toMatchObject({ twinId: null })

    await back.getByRole('button', { name: '关联已有规则…' }).click()
    const dialog = page.getByRole('dialog', { name: '关联哪条英文规则' })
    await dialog.getByRole('combobox').fill('kayak a day')
    await dialog.getByRole('option', { name: 'How much is a kayak a day?' }).click()
    await back.getByRole('link', { name: 'How much is a kayak a day?' }).waitFor()
    await expect.poll(() => getRule(en.id)).toMatchObject({ twinId: zh.id })
  })
})
