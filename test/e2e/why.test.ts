import { describe, expect, it } from 'vitest'
import { db } from '@/lib/db'
import { currentPromptTemplate } from '@/lib/settings/prompt-template'
import { buildPrompt } from '@/lib/suggestions/build-prompt'
import { expectAccessible } from '../support/axe'
import { hasBrowser, openPage } from '../support/browser'
import { makeShopTicket } from '../support/errands'

describe.skipIf(!hasBrowser)('why a draft says what it says', () => {
  it('is told from what is stored, and run again beside it: other words are marked, the same words are said to be the same', async () => {
    const ticket = await makeShopTicket({ subject: 'Why', message: { text: 'How soon will my order ship after I pay?' } })
    const id = ticket.suggestion?.id ?? ''
    const [rule] = ticket.suggestion?.rules ?? []
    const { messages } = buildPrompt({
      template: await currentPromptTemplate(),
      language: 'en',
      rules: [{ title: 'Orders', text: rule?.answer ?? '' }],
      turns: [],
      question: 'When will it ship?',
      maxRules: 1,
      maxPromptChars: 3_000,
    })
    const run = { model: 'deskhand-pocket', prompt: messages, seed: 7, parameters: { temperature: 0, maxTokens: 60 } }
    await db().suggestion.update({ where: { id }, data: { ...run, rung: 'model', modelText: 'What another model wrote.' } })

    const page = await openPage({ role: 'agent' })
    await page.goto(`/tickets/${ticket.id}`)
    await page.getByRole('link', { name: 'Why did it say this?' }).waitFor()
    await page.keyboard.press('y')
    await page.waitForURL(`**/tickets/${ticket.id}/why/${id}`)
    await page.getByText(messages[1]?.content.split('\n')[0] ?? '?').waitFor()
    await page.getByText('temperature 0 · at most 60 tokens').waitFor()
    await expectAccessible(page, '[aria-label="Why did it say this?"]')
    const same = page.getByRole('button', { name: 'Same prompt' })
    await same.click()
    await page.getByText('What changed: struck through is gone, underlined is new.').waitFor()
    const now = page.getByRole('region', { name: 'Now' })
    await expect.poll(() => now.locator('del').first().textContent()).toContain('What')
    const written = (await now.locator('ins').allTextContents()).join('')
    expect(written).not.toBe('')

    await db().suggestion.update({ where: { id }, data: { modelText: 'x' } })
    await page.reload()
    await same.click()
    await page.getByText('What changed:').waitFor()
    const text = (await page.getByRole('region', { name: 'Now' }).locator('ins').allTextContents()).join('')
    await db().suggestion.update({ where: { id }, data: { modelText: text } })
    await page.reload()
    await page.keyboard.press('r')
    await page.getByText('Word for word the same.').waitFor()
    await page.keyboard.press('t')
    await page.getByText('Running…').waitFor({ state: 'detached' })
    await expect.poll(() => db().auditEntry.count({ where: { action: 'suggestion.run_again', subjectId: id } })).toBe(4)
    await page.getByRole('link', { name: 'Back to the ticket' }).click()
    await page.waitForURL(`**/tickets/${ticket.id}`)

    // There and back by one key, and the queue beside shows what it showed.
    await page.goto(`/tickets/${ticket.id}?view=all`)
    await page.getByRole('link', { name: 'Why did it say this?' }).waitFor()
    await page.keyboard.press('y')
    await page.waitForURL(`**/tickets/${ticket.id}/why/${id}?view=all`)
    await page.getByRole('link', { name: 'Back to the ticket' }).waitFor()
    await page.keyboard.press('y')
    await page.waitForURL(`**/tickets/${ticket.id}?view=all`)
  })

  it('of a draft that is gone is said to be gone', async () => {
    const page = await openPage({ role: 'agent', locale: 'zh' })
    const ticket = await db().ticket.findFirstOrThrow({ select: { id: true } })
    await page.goto(`/tickets/${ticket.id}/why/nonsense`)
    await page.getByText('找不到这份草稿').waitFor()
  })
})
