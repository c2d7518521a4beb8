import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { getTicket } from '@/lib/tickets/get-ticket'
import { expectAccessible } from '../support/axe'
import { hasBrowser, openPage } from '../support/browser'
import { gate } from '../support/drafting'
import { expectNoSidewaysScroll, hasFocus, makeShopTicket, replyBox } from '../support/errands'

const lineOf = (page: Page) => page.getByRole('combobox', { name: /^Jump to a ticket/ })

/** Scripts that the page asks for from now on arrive when `open` is called: among them what the palette finds with. */
async function holdScripts(page: Page): Promise<() => void> {
  const { open, opened } = gate()
  await page.route('**/_next/static/**', async (route) => {
    await opened
    // The page may be gone by then.
    await route.continue().catch(() => undefined)
  })
  return open
}

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
    const line = lineOf(page)
    const chosen = page.getByRole('option', { selected: true })
    await page.goto('/settings/preferences')
    await page.keyboard.press('Control+k')
    await expect.poll(() => hasFocus(line)).toBe(true)
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
    await expect.poll(() => hasFocus(note)).toBe(true)

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
    await expect.poll(() => page.locator('[data-ticket]').count()).toBe(1)

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

  it('gets every key from the one that opens it, and none of them is a shortcut of the ticket behind it', async () => {
    const question = { message: { text: 'Is the quagga blanket washable?' } }
    const behind = await makeShopTicket({ ...question, subject: 'Behind the palette' })
    const wanted = await makeShopTicket({ ...question, subject: 'Quagga eiderdown' })
    const page = await openPage({ role: 'agent' })
    await page.goto(`/tickets/${behind.id}?view=all`)
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
    const letGo = await holdScripts(page)
    // E resolves, I takes it, D, N, R and others do something, too.
    await page.keyboard.press('Control+k')
    await page.keyboard.type('quagga eiderdown')
    await page.keyboard.press('Enter')
    expect(await lineOf(page).inputValue()).toBe('quagga eiderdown')
    expect(await hasFocus(lineOf(page))).toBe(true)
    letGo()
    // Enter came long before there was anything to choose from; it is done when there is.
    await page.waitForURL(`**/tickets/${wanted.id}**`)

    // The same with a quick hand, when it is there: what other words found is not what these mean.
    await replyBox(page).waitFor()
    await page.keyboard.press('Control+k')
    await page.keyboard.type('quagga')
    await page.getByRole('option', { name: /^Quagga eiderdown/ }).waitFor()
    await lineOf(page).fill('behind the palette')
    await page.keyboard.press('Enter')
    await page.waitForURL(`**/tickets/${behind.id}**`)
    expect(await getTicket(behind.id)).toMatchObject({ status: 'open', assignee: null })
  })

  it('lets an input method finish its word while it arrives', async () => {
    const page = await openPage({ role: 'agent' })
    await page.goto('/tickets')
    const letGo = await holdScripts(page)
    await page.keyboard.press('Control+k')
    const ime = await page.context().newCDPSession(page)
    await ime.send('Input.imeSetComposition', { text: "ding'dan", selectionStart: 8, selectionEnd: 8 })
    await expect.poll(() => lineOf(page).inputValue()).toBe("ding'dan")
    letGo()
    await page.getByRole('listbox', { name: /^Jump to a ticket/ }).waitFor({ state: 'attached' })
    await ime.send('Input.insertText', { text: '订单' })
    await expect.poll(() => lineOf(page).inputValue()).toBe('订单')
    expect(await hasFocus(lineOf(page))).toBe(true)
  })

  it('is open again when it is wanted again at once', async () => {
    const page = await openPage({ role: 'agent' })
    await page.goto('/tickets')
    for (const leave of ['Escape', 'Control+k', 'Escape']) {
      await page.keyboard.press('Control+k')
      await page.keyboard.press(leave)
    }
    await page.keyboard.press('Control+k')
    await page.keyboard.type('again')
    await expect.poll(() => lineOf(page).inputValue()).toBe('again')
    await page.getByRole('dialog').waitFor()
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
    await expect.poll(() => page.getByRole('option').count()).toBe(0)
  })
})
