import { describe, expect, it } from 'vitest'
import { db } from '@/lib/db'
import { getTicket } from '@/lib/tickets/get-ticket'
import { expectAccessible } from '../support/axe'
import { hasBrowser, openPage } from '../support/browser'
import { hasFocus, makeShopTicket, replyBox } from '../support/errands'

const list = (page: Awaited<ReturnType<typeof openPage>>) => page.getByRole('listbox', { name: 'Macros' })

describe.skipIf(!hasBrowser)('macros', () => {
  it('are written, put into a reply with / and sent, by keyboard only', async () => {
    const page = await openPage({ role: 'agent' })
    await page.goto('/settings/macros')
    await page.getByText('Ask for the order number').waitFor()
    await page.getByRole('link', { name: 'New macro' }).press('Enter')
    const title = page.getByLabel('Title', { exact: true })
    await title.fill('Call back')
    const text = page.getByLabel('Text', { exact: true })
    await text.focus()
    await page.keyboard.type('Hello {{contact.nmae}}')
    await page.getByText('There is no variable {{contact.nmae}}.').waitFor()
    await expect.poll(() => text.getAttribute('aria-invalid')).toBe('true')
    await text.fill('Hello ')
    await text.press('End')
    await page.getByRole('button', { name: 'customer name' }).press('Enter')
    await page.keyboard.type(', we will call you at ')
    await page.getByRole('button', { name: 'customer phone' }).press('Enter')
    await expect.poll(() => text.inputValue()).toBe('Hello {{contact.name}}, we will call you at {{contact.phone}}')
    await page.getByText('Hello Alex Reed, we will call you at +1 555 0100').waitFor()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Save', exact: true }).press('Enter')
    await page.waitForURL(/\/settings\/macros$/)
    await page.getByRole('link', { name: /Call back/ }).waitFor()
    await expectAccessible(page)
    await page.keyboard.press('/')
    await page.keyboard.type('call back')
    await page.getByText('1 macro', { exact: true }).waitFor()

    const ticket = await makeShopTicket({
      subject: 'Please call me',
      message: { text: 'Can you call me about my order, please?' },
      contact: { name: 'Mary Jones', email: 'mary@example.com' },
    })
    await page.goto(`/tickets/${ticket.id}`)
    const box = replyBox(page)
    await page.keyboard.press('r')
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.type('Thanks! 1/2 and/or ')
    expect(await list(page).count()).toBe(0)
    await page.keyboard.type('/')
    await list(page).getByRole('option').first().waitFor()
    await expectAccessible(page, 'div:has(> [role=listbox])')
    await expectAccessible(page, 'textarea')
    await page.keyboard.press('Escape')
    await list(page).waitFor({ state: 'detached' })
    await expect.poll(() => hasFocus(box)).toBe(true)
    await page.keyboard.press('Backspace')
    await page.keyboard.type('/call')
    await list(page)
      .getByRole('option', { name: /Call back/, selected: true })
      .waitFor()
    await expect.poll(() => list(page).getByRole('option').count()).toBe(1)
    await page.getByText('To be filled in: customer phone').waitFor()
    await page.keyboard.press('Enter')
    const filled = 'Thanks! 1/2 and/or Hello Mary Jones, we will call you at {{customer phone}}'
    await expect.poll(() => box.inputValue()).toBe(filled)
    await page.keyboard.press('ControlOrMeta+z')
    await expect.poll(() => box.inputValue()).not.toBe(filled)
    await page.keyboard.press('ControlOrMeta+Shift+z')
    await expect.poll(() => box.inputValue()).toBe(filled)

    await page.keyboard.press('ControlOrMeta+Enter')
    const anyway = page.getByRole('button', { name: 'Send anyway' })
    const held = page.getByText('Not sent yet: the reply still has {{customer phone}}.')
    await Promise.race([held.waitFor(), anyway.press('Enter').then(() => held.waitFor())])
    expect((await getTicket(ticket.id)).messages.filter(({ direction }) => direction === 'outgoing')).toEqual([])
    await box.focus()
    await page.keyboard.press('ControlOrMeta+End')
    for (let left = '{{customer phone}}'.length; left > 0; left--) await page.keyboard.press('Backspace')
    await page.keyboard.type('555 0199.')
    await page.keyboard.press('ControlOrMeta+Enter')
    const sent = async () => (await getTicket(ticket.id)).messages.find(({ direction }) => direction === 'outgoing')?.text
    await expect.poll(sent).toBe('Thanks! 1/2 and/or Hello Mary Jones, we will call you at 555 0199.')
    await expect.poll(() => db().macro.findFirstOrThrow({ where: { title: 'Call back' } })).toMatchObject({ uses: 1 })
  })

  it('open in Chinese, with pinyin being composed, only when the word is there', async () => {
    const page = await openPage({ role: 'agent', locale: 'zh', viewport: { width: 390, height: 844 } })
    const ticket = await makeShopTicket({
      subject: '想查订单',
      message: { text: '帮我查一下订单到哪里了' },
      contact: { name: '王芳', email: 'wangfang@example.com' },
    })
    await page.goto(`/tickets/${ticket.id}`)
    const box = replyBox(page)
    await box.fill('退款/换货')
    const options = page.getByRole('listbox', { name: '快捷回复' }).getByRole('option')
    expect(await options.count()).toBe(0)
    await box.fill('')
    await page.keyboard.type('/')
    await options.first().waitFor()
    const ime = await page.context().newCDPSession(page)
    await ime.send('Input.imeSetComposition', { text: "ding'dan", selectionStart: 8, selectionEnd: 8 })
    expect(await options.count()).toBeGreaterThan(1)
    await ime.send('Input.insertText', { text: '订单' })
    await expect.poll(() => options.count()).toBe(1)
    await page.keyboard.press('Enter')
    await expect.poll(() => box.inputValue()).toContain('王芳您好，麻烦提供一下订单号')
    // What the same key types with a Chinese input method.
    for (const sign of ['、', '／']) {
      await box.fill('')
      await ime.send('Input.insertText', { text: sign })
      await options.first().waitFor()
      await page.keyboard.press('Escape')
    }
    // By a key, with no sign at all, from wherever one is.
    await box.fill('稍等，')
    await box.evaluate((element) => element.blur())
    await page.keyboard.press('Alt+Slash')
    await options.first().waitFor()
    await ime.send('Input.insertText', { text: '订单' })
    await expect.poll(() => options.count()).toBe(1)
    await page.keyboard.press('Enter')
    await expect.poll(() => box.inputValue()).toMatch(/^稍等，王芳您好，麻烦提供一下订单号/)
  })
})
