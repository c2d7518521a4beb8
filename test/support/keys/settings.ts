import { expect } from 'vitest'
import { currentPromptTemplate } from '@/lib/settings/prompt-template'
import { openPage } from '../browser'
import { blur, type EffectsOf, focuses } from './press'

const stageAt = (path: string) => async (locale: 'zh' | 'en') => {
  const page = await openPage({ role: 'admin', locale })
  await page.goto(path)
  await blur(page)
  return page
}

export const stageTry = stageAt('/faq/try')
export const TRY: EffectsOf<'try'> = { ask: focuses('form textarea') }

export const stageMacros = stageAt('/settings/macros')
export const MACROS: EffectsOf<'macros'> = { search: focuses('input[type="search"]') }

export const stagePrompt = stageAt('/settings/prompt')
export const PROMPT: EffectsOf<'prompt'> = {
  save: async (page, press) => {
    const { version, en } = await currentPromptTemplate()
    await page.locator('textarea', { hasText: en.slice(0, 40) }).fill(`${en} Be brief.`)
    await press()
    await expect.poll(async () => (await currentPromptTemplate()).version).toBe(version + 1)
  },
}
