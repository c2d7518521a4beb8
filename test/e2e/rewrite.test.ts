import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { db } from '@/lib/db'
import { getTicket } from '@/lib/tickets/get-ticket'
import { expectAccessible } from '../support/axe'
import { hasBrowser, openPage } from '../support/browser'
import { makeShopTicket, replyBox } from '../support/errands'
import { HeldWorker } from '../support/held-worker'

/** Answers of a real Qwen, as the route would stream them; the pocket model writes none that is worth showing. */
async function answer(page: Page, rewrite: object, texts: string[] = []): Promise<void> {
  const events = [...texts.map((text) => ['text', { text }]), ['result', rewrite]]
  const body = events.map(([event, data]) => `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`).join('')
  await page.route('**/api/replies/rewrite', (route) => route.fulfill({ contentType: 'text/event-stream', body }))
}

const question = { subject: '退货', message: { text: '退货地址发我一下' } }
const lastRewrite = (ticketId: string) => db().rewrite.findFirst({ where: { ticketId }, orderBy: { id: 'desc' } })

describe.skipIf(!hasBrowser || process.platform !== 'linux')('a reply that a model is to rewrite', () => {
  it('is stopped with Esc: the text before is back, and the stop is on record', async () => {
    const ticket = await makeShopTicket({ ...question, contact: { name: '停停' } })
    const page = await openPage({ role: 'agent', locale: 'zh' })
    await page.goto(`/tickets/${ticket.id}`)
    const text = await replyBox(page).inputValue()
    const worker = new HeldWorker()
    await worker.hold()
    const begun = page.waitForResponse('**/api/replies/rewrite')
    await replyBox(page).press('Alt+s')
    await page.getByText('正在改写：更短').waitFor()
    await begun
    await expect.poll(() => replyBox(page).getAttribute('readonly')).not.toBeNull()
    await page.keyboard.press('Control+Enter')
    await page.getByText('没有发送：回复还在写。').waitFor()
    expect((await getTicket(ticket.id)).messages).toHaveLength(1)
    await page.keyboard.press('Escape')
    await page.getByText('已停止，保留原来的文字。').waitFor()
    worker.run()
    await expect.poll(() => replyBox(page).inputValue()).toBe(text)
    await expect.poll(async () => (await lastRewrite(ticket.id))?.status).toBe('stopped')
    await page.keyboard.type('好')
    await expect.poll(() => replyBox(page).inputValue()).toContain('好')
  })

  it('by the demo’s pocket model is shown when it stands up to the checks, and said to be useless when not', async () => {
    const ticket = await makeShopTicket({ ...question, contact: { name: '口袋' } })
    const page = await openPage({ role: 'agent', locale: 'zh' })
    await page.goto(`/tickets/${ticket.id}`)
    const text = await replyBox(page).inputValue()
    await replyBox(page).press('Alt+i')
    await page.getByRole('textbox', { name: '告诉模型怎么改' }).fill('提出换货')
    await page.keyboard.press('Enter')
    await expect.poll(async () => (await lastRewrite(ticket.id))?.status).toMatch(/ready|failed/)
    const made = await lastRewrite(ticket.id)
    if (made?.status === 'failed') await page.getByText('你的文字没有动。').waitFor()
    await expect.poll(() => replyBox(page).inputValue()).toBe(made?.status === 'ready' ? made.text : text)
  })

  it('streams into the box, doubtful words underlined with the reason; undo brings the own text back; what is sent counts', async () => {
    const ticket = await makeShopTicket({ ...question, contact: { name: '改改' } })
    const suggestionId = ticket.suggestion?.id ?? ''
    const written = '您好，换货三天内送达。[1]'
    const sentence = {
      ...{ text: written, start: 0, end: written.length, kind: 'statement', citations: [1] },
      ...{ isSupported: false, problem: 'number', detail: '三天' },
    }
    const { id } = await db().rewrite.create({
      data: {
        ...{ ticketId: ticket.id, suggestionId, action: 'shorter', status: 'ready', language: 'zh', fromText: 'x', text: written, ms: 900 },
        grounding: { sentences: [sentence], isGrounded: false },
      },
    })
    const page = await openPage({ role: 'agent', locale: 'zh' })
    await answer(page, {
      id,
      action: 'shorter',
      status: 'ready',
      cause: null,
      text: written,
      sentences: [sentence],
      rules: [],
      model: 'Qwen3-4B',
      ms: 900,
    })
    await page.goto(`/tickets/${ticket.id}`)
    const box = replyBox(page)
    const draft = await box.inputValue()
    await box.press('Control+End')
    await page.keyboard.type('辛苦了')
    await page.getByText(/^已保存 \d\d:\d\d$/).waitFor()
    await box.press('Alt+s')
    await expect.poll(() => box.inputValue()).toBe(written)
    await page.getByText('改短').waitFor()
    await page.getByText('回复已写好，有 1 句没有规则支持。').waitFor({ state: 'attached' })
    await box.press('Home')
    await page.getByRole('status').getByText('规则里没有“三天”').waitFor()
    await page.getByText('3 / 3').waitFor()
    await expectAccessible(page, 'section:has(textarea)')

    await page.keyboard.press('Control+z')
    await expect.poll(() => box.inputValue()).toBe(`${draft}辛苦了`)
    await page.keyboard.press('Control+z')
    await expect.poll(() => box.inputValue()).toBe(draft)
    await page.keyboard.press('Control+Shift+z')
    await page.keyboard.press('Control+y')
    await expect.poll(() => box.inputValue()).toBe(written)
    await page.getByRole('button', { name: '上一版文字' }).click()
    await expect.poll(() => box.inputValue()).toBe(`${draft}辛苦了`)
    await page.keyboard.press('Alt+Period')
    await expect.poll(() => box.inputValue()).toBe(written)

    await page.keyboard.press('Control+Enter')
    await page.getByRole('button', { name: '仍然发送' }).click()
    await page.waitForURL((url) => !url.pathname.includes(ticket.id))
    await expect.poll(async () => (await getTicket(ticket.id)).status).toBe('waiting')
    const sent = (await getTicket(ticket.id)).messages.at(-1)
    expect(sent).toMatchObject({ text: '您好，换货三天内送达。', suggestionId })
    await expect.poll(() => lastRewrite(ticket.id)).toMatchObject({ messageId: sent?.id })
  })
})
