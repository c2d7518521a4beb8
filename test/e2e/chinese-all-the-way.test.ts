import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { createChannel } from '@/lib/channels/create-channel'
import { db } from '@/lib/db'
import { deliverMessage } from '@/lib/delivery/deliver-message'
import { getTicket } from '@/lib/tickets/get-ticket'
import { createUser } from '@/test/support/create-user'
import { hasBrowser, openPage } from '../support/browser'
import { desk } from '../support/desk'
import { replyBox, waitForDraft, withTimeToUndo } from '../support/errands'
import { findForeignWords } from '../support/foreign-words'
import { ticketBody, webhookHeaders } from '../support/senders'

const WHOLE_TIME = /\d{4}年\d{1,2}月\d{1,2}日 \d{2}:\d{2}/
const PASSWORD = '一匹正确的马 battery'

/** A ticket as the shop's own system posts it. */
async function postTicket(fields: object): Promise<string> {
  const { id, secret } = await createChannel({ name: '官网', outgoingKind: 'outbox' })
  const raw = Buffer.from(JSON.stringify(ticketBody({ ...fields })))
  const response = await fetch(`${desk.url}/api/webhooks/${id}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...webhookHeaders(secret, raw) },
    body: raw,
  })
  expect(response.ok).toBe(true)
  return ((await response.json()) as { ticketId: string }).ticketId
}

/** Not a word of the interface is English, and the browser knows which language it shows. */
async function expectChinese(page: Page, title?: string): Promise<void> {
  await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('zh-CN')
  if (title) await expect.poll(() => page.title()).toBe(`${title} · Deskhand`)
  expect(await findForeignWords(page), page.url()).toEqual([])
}

describe.skipIf(!hasBrowser)('an agent who works in Chinese', () => {
  it('meets no English word from signing in to the figures', async () => {
    const email = `${randomUUID()}@desk.test`
    await createUser({ name: '韩梅', email, password: PASSWORD, role: 'agent', language: 'zh' })
    const page = await openPage({ locale: 'zh' })
    // Nothing was ever chosen in this browser: at the door its own language counts, behind it the account's.
    await page.context().clearCookies({ name: 'locale' })
    await page.goto('/sign-in')
    await expectChinese(page, '登录')
    await page.getByLabel('邮箱').fill(email)
    await page.getByLabel('密码').fill(PASSWORD)
    await page.getByRole('button', { name: '登录', exact: true }).click()
    await page.waitForURL('**/tickets')
    await page.getByText('选一张工单').waitFor()
    await expectChinese(page, '工单')

    const ticketId = await postTicket({
      subject: '退货地址',
      message: { text: '退货地址发我一下' },
      contact: { name: '方小雨', email: 'fangxiaoyu@example.com' },
    })
    const row = page.locator(`[data-ticket="${ticketId}"]`)
    await row.filter({ hasText: '原文' }).waitFor()
    for (const time of await row.locator('time').all()) expect(await time.getAttribute('title')).toMatch(WHOLE_TIME)
    await expectChinese(page)

    const { number, suggestion } = await waitForDraft(ticketId)
    await row.click()
    await page.waitForURL(`**/tickets/${ticketId}`)
    const box = replyBox(page)
    await expect.poll(() => box.inputValue()).toBe(suggestion?.text)
    const thread = page.getByRole('region', { name: '对话' })
    await thread.getByText('今天', { exact: true }).waitFor()
    expect(await thread.locator('time').first().getAttribute('title')).toMatch(new RegExp(`^${WHOLE_TIME.source}$`))
    await expectChinese(page, `#${number} 退货地址`)

    // What the draft rests on, beside its chip.
    await page.locator('[data-citation="1"]').first().waitFor()
    await box.press('Control+Home')
    await box.press('Alt+k')
    await page.getByRole('dialog', { name: '句子的依据' }).waitFor()
    await expectChinese(page)
    await box.press('Escape')

    await box.press('Control+End')
    await page.keyboard.type('辛苦了。 /问候')
    await page
      .getByRole('listbox', { name: '快捷回复' })
      .getByRole('option', { name: /开场问候/, selected: true })
      .waitFor()
    await expectChinese(page)
    await page.keyboard.press('Enter')
    await expect.poll(() => box.inputValue()).toMatch(/辛苦了。 方小雨您好，我是青杏小铺的韩梅/)
    await page.getByText(/^已保存 \d\d:\d\d$/).waitFor()
    await expectChinese(page)

    const sent = async () => (await getTicket(ticketId)).messages.find(({ direction }) => direction === 'outgoing')
    await withTimeToUndo(async () => {
      await page.keyboard.press('Control+Enter')
      await page.getByText(/^发给方小雨的回复 \d+ 秒后送出$/).waitFor()
    })
    await page.waitForURL((url) => !url.pathname.includes(ticketId))
    await expectChinese(page)
    await expect.poll(sent).toBeDefined()
    const message = await sent()
    expect(message?.text).toContain('我是青杏小铺的韩梅')

    // Back by the palette, to see it arrive.
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox', { name: /^跳到工单/ }).waitFor()
    await expectChinese(page)
    await page.keyboard.type(`#${number}`)
    const chosen = page.getByRole('option', { selected: true })
    await chosen.filter({ hasText: '退货地址' }).waitFor()
    await expectChinese(page)
    await page.keyboard.press('Enter')
    await page.waitForURL(`**/tickets/${ticketId}**`)
    await db().delivery.update({ where: { messageId: message?.id }, data: { nextAttemptAt: new Date() } })
    await deliverMessage(message?.id ?? '')
    await thread.getByText('已送达').waitFor()
    await expectChinese(page, `#${number} 退货地址`)

    await page.getByRole('button', { name: '解决', exact: true }).waitFor()
    await page.keyboard.press('e')
    await thread.getByText(/韩梅\s?把状态改为已解决/).waitFor()
    await page.getByRole('button', { name: '重新打开' }).waitFor()
    await expectChinese(page)

    await page.keyboard.press('Control+k')
    await page.keyboard.type('数据统计')
    await chosen.filter({ hasText: '数据统计' }).waitFor()
    await page.keyboard.press('Enter')
    await page.waitForURL('**/insights')
    await page.getByRole('region', { name: '概览' }).waitFor()
    await page.getByText(/^\d{1,2}月\d{1,2}日 至 \d{1,2}月\d{1,2}日$/).waitFor()
    await expectChinese(page, '数据统计')

    await page.keyboard.press('?')
    await page.getByRole('dialog', { name: '键盘快捷键' }).waitFor()
    await expectChinese(page, '数据统计')
  }, 400_000)
})
