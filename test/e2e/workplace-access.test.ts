import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { createRule } from '@/lib/faq/create-rule'
import { LOCALES } from '@/lib/i18n/locales'
import { connectRedis } from '@/lib/redis'
import { answerKey, keepAnswer } from '@/lib/suggestions/answer-cache/answer-cache'
import { expectAccessible } from '../support/axe'
import { hasBrowser, openPage } from '../support/browser'
import { makeShopTicket } from '../support/errands'

const BAD = 'Frage,answer,status\nDo you sell kites?,We do.,published\n,,soon\n'

/** In light and in dark; `screen` is what a failure is told by. */
async function expectInBothThemes(page: Page, screen: string) {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await expectAccessible(page).catch((error: Error) => {
      throw new Error(`${screen}, ${colorScheme}: ${error.message}`, { cause: error })
    })
  }
}

describe.skipIf(!hasBrowser)('the workplace of the knowledge base', () => {
  it.each(LOCALES)('is for everybody: list, import, gaps, trying, checking, cache (%s)', { timeout: 400_000 }, async (locale) => {
    await connectRedis()
    const tag = `banjo-${locale}`
    const question = locale === 'zh' ? '你们修班卓琴吗' : 'Do you mend banjos'
    await createRule(null, {
      question: `${question}？`,
      answer: '3',
      language: locale,
      status: 'published',

      tags: [tag],
    })
    await createRule(null, { question: `${question}`, answer: '5', language: locale, tags: [tag] })
    await makeShopTicket({ subject: 'Balalaika', message: { text: locale === 'zh' ? '巴拉莱卡琴换弦' : 'balalaika restringing' } })
    const key = answerKey({ question, rules: [], promptVersion: 1, model: 'Qwen', language: locale })
    const answer = { text: '3', model: 'Qwen', isDemoModel: false, promptVersion: 1, question, writtenAt: new Date().toISOString() }
    await keepAnswer(key, answer, { ttlSeconds: 600, rulesText: '' })
    const page = await openPage({ role: 'admin', locale, viewport: { width: 1280, height: 800 } })
    const main = page.getByRole('main')

    await page.goto(`/faq?tag=${tag}`)
    await expect.poll(() => main.getByRole('checkbox').count()).toBe(2)
    await main.getByRole('checkbox').first().check()
    await page.getByRole('toolbar').getByRole('button').first().waitFor()
    await expectInBothThemes(page, 'list with a choice')
    await page.getByRole('button', { name: /^(Publish|发布)$/ }).click()
    await page.getByRole('dialog').locator('li').first().waitFor()
    await expectInBothThemes(page, 'before many are published')

    await page.goto('/faq?q=zzzz')
    await page.getByRole('searchbox').waitFor()
    await expectInBothThemes(page, 'list without a hit')

    await page.goto('/faq/import')
    await expectInBothThemes(page, 'import')
    await main.locator('input[type=file]').setInputFiles({ name: 'rules.csv', mimeType: 'text/csv', buffer: Buffer.from(BAD) })
    await main.getByRole('table').first().waitFor()
    await expectInBothThemes(page, 'dry run')

    await page.goto('/faq/gaps')
    await main.locator('[data-gap]').first().click()
    await main.getByRole('article').waitFor()
    await expectInBothThemes(page, 'gap')

    await page.goto(`/faq/try?q=${encodeURIComponent(question)}`)
    await main.getByRole('button', { name: /Add what was said before|添加此前的对话/ }).click()
    await main.getByRole('textbox').first().fill('Hello')
    await main.getByRole('button', { name: /^(Try it|试一试)/ }).click()
    await main.getByRole('heading', { name: /Time and tokens|用时与用量/ }).waitFor()
    await expectInBothThemes(page, 'a question that was tried')

    await page.goto('/settings/cache')
    await main.getByText(question).first().waitFor()
    await main.locator('summary').first().click()
    await expectInBothThemes(page, 'cache')

    await page.goto(`/faq?new=${locale}`)
    await main.getByLabel(/^(Question|问题)$/).fill(question)
    await main.getByLabel(/^(Answer|答案)$/).fill('5')
    await main.getByRole('button', { name: /^(Check for conflicts|检查)/ }).click()
    // The list of rules beside it holds the question as well; this name is that of a found conflict alone.
    await main.getByRole('link', { name: /^(Open the rule: |打开规则：)/ }).waitFor()
    await main.getByRole('button', { name: /^(Replay|回放)/ }).click()
    await main.getByRole('button', { name: /^(Replay again|再回放|重新回放)/ }).waitFor()
    await expectInBothThemes(page, 'a rule, what it contradicts, and its replay')
  })
})
