import { expect } from 'vitest'
import { db } from '@/lib/db'
import { createRule } from '@/lib/faq/create-rule'
import { getRule } from '@/lib/faq/get-rule'
import { openPage } from '../browser'
import { makeShopTicket } from '../errands'
import { type EffectsOf, entersList, focuses, movesFocus } from './press'

const ROW = '[data-at] a'

export async function stageRules(locale: 'zh' | 'en') {
  const page = await openPage({ role: 'admin', locale, viewport: { width: 1440, height: 700 } })
  await page.goto('/faq')
  await page.locator(ROW).first().waitFor()
  return page
}

export const RULES: EffectsOf<'rules'> = {
  move: entersList(ROW),
  page: movesFocus(ROW),
  ends: movesFocus(ROW),
  choose: async (page, press) => {
    await page.locator(ROW).first().focus()
    await press()
    await page.locator('[data-at] input:checked').first().waitFor()
    await press()
  },
  search: focuses('input[type="search"]'),
}

const ruleOf = (url: string) => getRule(new URL(url).searchParams.get('rule') ?? '')

export async function stageRule(locale: 'zh' | 'en') {
  const rule = await createRule(null, { question: 'Do keys work here?', answer: 'They do.', language: 'en', status: 'draft' })
  const page = await openPage({ role: 'admin', locale })
  await page.goto(`/faq?rule=${rule.id}`)
  return page
}

export const RULE: EffectsOf<'rule'> = {
  save: async (page, press) => {
    await page.locator('#rule-answer').fill('They all do.')
    await press()
    await expect.poll(async () => (await ruleOf(page.url())).answer).toBe('They all do.')
  },
  publish: async (page, press) => {
    await press()
    await expect.poll(async () => (await ruleOf(page.url())).status).toBe('published')
    await db().faqRule.update({ where: { id: (await ruleOf(page.url())).id }, data: { status: 'archived' } })
  },
}

export async function stageGaps(locale: 'zh' | 'en') {
  await makeShopTicket({ subject: 'Theremins', message: { text: 'Theremin tuning?' } })
  await makeShopTicket({ subject: 'Sitars', message: { text: 'Sitar lacquer?' } })
  const page = await openPage({ role: 'admin', locale })
  await page.goto('/faq/gaps')
  return page
}

export const GAPS: EffectsOf<'gaps'> = {
  move: async (page, press) => {
    const shown = () => new URL(page.url()).search
    // Down to the second, and up again.
    for (const at of [0, 0, 1]) {
      const before = shown()
      await press(at)
      await expect.poll(shown).not.toBe(before)
    }
  },
}
