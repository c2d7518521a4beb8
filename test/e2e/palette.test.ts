import { describe, expect, it } from 'vitest'
import { expectAccessible } from '../support/axe'
import { hasBrowser, openPage } from '../support/browser'
import { expectNoSidewaysScroll, makeShopTicket, replyBox } from '../support/errands'

describe.skipIf(!hasBrowser)('the palette', () => {
  it('closes with Escape, and no name of an icon stays behind, where motion is reduced', async () => {
    const page = await openPage({ role: 'agent' })
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await page.goto('/tickets')
    const name = page.getByRole('tooltip', { name: 'Knowledge base' })
    await page.getByRole('link', { name: 'Knowledge base', exact: true }).hover()
    await name.waitFor()
    await page.getByRole('button', { name: 'Search everything' }).hover()
    await name.waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Search everything' }).click()
    await page.getByRole('dialog').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
  })

  it('leads to tickets, contacts, rules and settings and does what has a key, by keyboard only', async () => {
    const ticket = await makeShopTicket({
      subject: 'Zebra print umbrella',
      message: { text: 'Is the zebra umbrella waterproof?' },
      contact: { name: 'Zoe Zimmer', email: 'zoe@example.com' },
    })
    const page = await openPage({ role: 'admin' })
    const line = page.getByRole('combobox', { name: /^Jump to a ticket/ })
    const chosen = page.getByRole('option', { selected: true })
    await page.goto('/settings/preferences')
    await page.keyboard.press('Control+k')
    await line.waitFor()
    expect(await line.evaluate((element) => element === document.activeElement)).toBe(true)
    await expectAccessible(page)
    await page.keyboard.type(`#${ticket.number}`)
    await chosen.filter({ hasText: 'Zebra print umbrella' }).waitFor()
    await page.keyboard.press('Enter')
    await page.waitForURL(new RegExp(`/tickets/${ticket.id}`))
    await replyBox(page).waitFor()

    await page.keyboard.press('Control+k')
    await chosen.filter({ hasText: 'Zebra print umbrella' }).waitFor()
    await page.keyboard.type('internal note')
    await chosen.filter({ hasText: 'Write an internal note' }).waitFor()
    expect(await chosen.locator('kbd').allTextContents()).toEqual(['N'])
    await page.keyboard.press('Enter')
    const note = page.getByRole('textbox', { name: /note/i })
    await note.waitFor()
    await expect.poll(() => note.evaluate((element) => element === document.activeElement)).toBe(true)

    // Also while one writes.
    await page.keyboard.press('Control+k')
    await page.keyboard.type('zimmer')
    await page
      .getByRole('group', { name: 'Contacts' })
      .getByRole('option', { name: /Zoe Zimmer/ })
      .waitFor()
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('ArrowDown')
    while (!(await chosen.textContent())?.startsWith('Zoe Zimmer')) await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.waitForURL(`**/tickets?view=all&contact=${ticket.contact.id}`)
    await page.getByRole('button', { name: 'Remove filter Customer: Zoe Zimmer' }).waitFor()
    expect(await page.locator('[data-ticket]').count()).toBe(1)

    await page.keyboard.press('Control+k')
    await page.keyboard.type('refund')
    const rule = page.getByRole('group', { name: 'Rules' }).getByRole('option').first()
    await rule.waitFor()
    const ruleId = (await rule.getAttribute('id'))?.replace('palette-rule-', '')
    while ((await chosen.getAttribute('id')) !== `palette-rule-${ruleId}`) await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.waitForURL(`**/faq?rule=${ruleId}`)

    // A setting by what is set there, and a view by its name.
    await page.keyboard.press('Control+k')
    await page.keyboard.type('time budget')
    await chosen.filter({ hasText: 'Prompt' }).waitFor()
    await page.keyboard.press('Enter')
    await page.waitForURL('**/settings/prompt')
    await page.keyboard.press('Control+k')
    await page.keyboard.type('snoozed tick')
    await chosen.filter({ hasText: 'Snoozed tickets' }).waitFor()
    await page.keyboard.press('Enter')
    await page.waitForURL('**/tickets?view=snoozed')

    await page.keyboard.press('Control+k')
    await page.keyboard.type('qqqqqq')
    await page.getByText('Nothing has these words.').waitFor()
    await expectAccessible(page)
    await page.keyboard.press('Escape')
    await line.waitFor({ state: 'detached' })
  })

  it('knows Chinese names by their pinyin initials, on a phone as well', async () => {
    const page = await openPage({ role: 'agent', locale: 'zh', viewport: { width: 390, height: 844 } })
    await page.goto('/tickets')
    await page.getByRole('button', { name: '全局搜索' }).click()
    await page.keyboard.type('kjhf')
    await page.getByRole('option', { name: /快捷回复/, selected: true }).waitFor()
    await expectNoSidewaysScroll(page)
    await expectAccessible(page, 'dialog[open]')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/settings\/macros/)
    await page.getByRole('button', { name: '全局搜索' }).click()
    await page.keyboard.insertText('密钥')
    await page.getByText('没有找到').waitFor()
    expect(await page.getByRole('option').count()).toBe(0)
  })
})
