import type { Page } from 'playwright-core'
import { afterAll, describe, expect, it } from 'vitest'
import { KEYS, type KeyScope, SCOPES } from '@/app/_keys/keys'
import { db } from '@/lib/db'
import { hasBrowser, openPage } from '../support/browser'
import { EVERYWHERE, stageEverywhere } from '../support/keys/everywhere'
import { type Effect, type EffectsOf, pressCombo } from '../support/keys/press'
import { QUEUE, stageQueue } from '../support/keys/queue'
import { GAPS, RULE, RULES, stageGaps, stageRule, stageRules } from '../support/keys/rules'
import { MACROS, PROMPT, stageMacros, stagePrompt, stageTry, TRY } from '../support/keys/settings'
import { COMPOSER, stageComposer, stageTicket, stageWhy, TICKET, WHY } from '../support/keys/ticket'

const WALK: { [Scope in KeyScope]: { stage: (locale: 'zh' | 'en') => Promise<Page>; effects: EffectsOf<Scope> } } = {
  everywhere: { stage: stageEverywhere, effects: EVERYWHERE },
  queue: { stage: stageQueue, effects: QUEUE },
  ticket: { stage: stageTicket, effects: TICKET },
  composer: { stage: stageComposer, effects: COMPOSER },
  why: { stage: stageWhy, effects: WHY },
  rules: { stage: stageRules, effects: RULES },
  rule: { stage: stageRule, effects: RULE },
  gaps: { stage: stageGaps, effects: GAPS },
  try: { stage: stageTry, effects: TRY },
  macros: { stage: stageMacros, effects: MACROS },
  prompt: { stage: stagePrompt, effects: PROMPT },
}

/** The desk is shared by all browser tests. */
afterAll(async () => {
  await db().promptTemplate.deleteMany()
})

async function walk(scope: KeyScope, locale: 'zh' | 'en'): Promise<void> {
  const { stage, effects } = WALK[scope]
  const page = await stage(locale)
  for (const { name, combos } of KEYS[scope]) {
    const effect: Effect = effects[name as keyof typeof effects]
    try {
      await effect(page, (at = 0) => pressCombo(page, combos[at] ?? ''))
    } catch (error) {
      throw new Error(`${scope}.${name} (${combos.join(' ')}) does not do what the list says.`, { cause: error })
    }
  }
}

describe.skipIf(!hasBrowser)('every key of the list', () => {
  it.each(SCOPES)('does what it says: %s', { timeout: 180_000 }, (scope) => walk(scope, 'en'))

  it.each(['queue', 'ticket', 'composer'] as const)('does what it says in Chinese: %s', { timeout: 180_000 }, (scope) => walk(scope, 'zh'))

  it('means the same on a Chinese keyboard, and nothing while an input method composes', async () => {
    const page = await openPage({ role: 'agent', locale: 'zh' })
    await page.goto('/tickets')
    const press = (key: string, isComposing = false) =>
      page.evaluate((init) => document.body.dispatchEvent(new KeyboardEvent('keydown', { ...init, bubbles: true, cancelable: true })), {
        key,
        isComposing,
      })
    const list = page.locator('dialog[open] dl')
    await press('?', true)
    await press('j', true)
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY')
    expect(await list.count()).toBe(0)
    await press('？')
    await list.first().waitFor()
    await page.keyboard.press('Escape')
    await list.first().waitFor({ state: 'hidden' })
    await press('、')
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('search')
  })
})
