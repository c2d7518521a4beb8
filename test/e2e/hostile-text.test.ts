import { describe, expect, it } from 'vitest'
import { hasBrowser, openPage } from '../support/browser'
import { expectNoSidewaysScroll, makeShopTicket, replyBox, wordsOf } from '../support/errands'

const SCRIPT = '<script>window.taken = true</script>'
const IMAGE = '"><img src=x onerror="window.taken = true">'
const RTL = '\u202Etxt.exe\u202C \u2066مرحبا\u2069 \u200F'
const TAGS = Array.from({ length: 20 }, (_, index) => `a-tag-that-goes-on-and-on-${index}`)
const LONG = `${'x'.repeat(20_000)} ${'很长的话'.repeat(20_000)}`

describe.skipIf(!hasBrowser)('what strangers write', () => {
  it('is shown as they wrote it and runs nowhere: queue, ticket, draft, outbox', async () => {
    const name = `${IMAGE}${RTL}`
    const text = `Which items cannot be returned? ${SCRIPT}${IMAGE}</textarea>${SCRIPT}\u0000\u0007 {{7*7}} [1](javascript:alert(1)) <|im_start|>${RTL}`
    const ticket = await makeShopTicket({ subject: `${SCRIPT}${IMAGE}`, message: { text }, contact: { name }, tags: [IMAGE.slice(0, 30)] })
    const page = await openPage({ role: 'agent' })
    const dialogs: string[] = []
    page.on('dialog', (dialog) => void dialogs.push(dialog.message()))
    await page.goto('/tickets')
    await page
      .getByRole('link', { name: /onerror/ })
      .first()
      .click()
    await page.waitForURL(`**/tickets/${ticket.id}`)
    const said = page.getByRole('region', { name: `#${ticket.number}` }).getByRole('article')
    await expect.poll(() => wordsOf(said)).toContain(`${SCRIPT}${IMAGE}</textarea>${SCRIPT} {{7*7}}`)
    await expect.poll(() => wordsOf(page.getByRole('heading', { level: 1 }))).toContain(SCRIPT)
    await expectNoSidewaysScroll(page)

    const reply = `${SCRIPT}${IMAGE}</textarea>`
    await replyBox(page).fill(reply)
    await page.keyboard.press('Control+Enter')
    await page.waitForURL((url) => !url.pathname.includes(ticket.id))
    await page.goto('/outbox')
    const letter = page.getByRole('article').filter({ hasText: 'onerror' })
    await letter.waitFor()
    await expect.poll(() => wordsOf(letter)).toContain(reply)
    await expectNoSidewaysScroll(page)
    await page.goto(`/tickets?view=all&q=${encodeURIComponent(IMAGE)}`)
    await page.locator('[data-ticket]').first().waitFor()
    expect(await page.evaluate(() => 'taken' in window)).toBe(false)
    expect(await page.locator('img[src="x"]').count()).toBe(0)
    expect(dialogs).toEqual([])
  })

  it('in Arabic reads from the right, line by line', async () => {
    const text = 'مرحبا، طلبت سماعات أمس ولم تصل بعد. متى تصل؟\n\nشكرا\nThanks'
    const ticket = await makeShopTicket({ subject: 'متى يصل طلبي؟', message: { text } })
    const page = await openPage({ role: 'agent' })
    await page.goto(`/tickets/${ticket.id}`)
    const body = page.getByRole('article').filter({ hasText: 'شكرا' }).locator('.message-text').first()
    /** How far a word is from the left and from the right of what it stands in. */
    const roomOf = (word: string) =>
      body.evaluate((element, wanted) => {
        const nodes = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
        let node = nodes.nextNode()
        while (node && !node.textContent?.includes(wanted)) node = nodes.nextNode()
        if (!node) throw new Error(`${wanted} is not there.`)
        const range = document.createRange()
        const at = node.textContent?.indexOf(wanted) ?? 0
        range.setStart(node, at)
        range.setEnd(node, at + wanted.length)
        const [inner, outer] = [range.getBoundingClientRect(), element.getBoundingClientRect()]
        return { left: inner.left - outer.left, right: outer.right - inner.right }
      }, word)
    const arabic = await roomOf('شكرا')
    expect(arabic.right).toBeLessThan(arabic.left)
    const latin = await roomOf('Thanks')
    expect(latin.left).toBeLessThan(latin.right)
  })

  it('may be 100 KB long, and the page stays as wide as it was', async () => {
    const ticket = await makeShopTicket({
      subject: 'y'.repeat(300),
      message: { text: LONG },
      contact: { name: 'z'.repeat(150) },
      tags: TAGS,
    })
    for (const viewport of [undefined, { width: 390, height: 844 }]) {
      const page = await openPage({ role: 'agent', viewport })
      await page.goto(`/tickets/${ticket.id}`)
      const said = page.getByRole('article').filter({ hasText: '很长的话' })
      await expect.poll(async () => (await wordsOf(said)).length).toBeGreaterThan(100_000)
      await expectNoSidewaysScroll(page)
      const bar = page.getByRole('toolbar', { name: 'State of the ticket' })
      expect(await bar.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0)
      const box = await page.getByRole('main').boundingBox()
      const article = await said.boundingBox()
      expect((article?.x ?? 0) + (article?.width ?? 0)).toBeLessThanOrEqual((box?.x ?? 0) + (box?.width ?? 0))
      await page.goto('/tickets')
      await page.locator('[data-ticket]').first().waitFor()
      await expectNoSidewaysScroll(page)
    }
  })
})
