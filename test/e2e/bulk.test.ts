import { describe, expect, it } from 'vitest'
import { db } from '@/lib/db'
import { hasBrowser, openPage } from '../support/browser'
import { makeTicket } from '../support/tickets'

describe.skipIf(!hasBrowser)('changing many tickets', () => {
  it('takes the whole view, counts, says what came of it and takes it back', async () => {
    const { channel, contact } = await makeTicket({ contact: { name: 'Bulk' } })
    const row = { channelId: channel.id, contactId: contact.id, language: 'zh' as const, waitingSince: new Date(), tags: ['整批'] }
    const count = 230
    await db().ticket.createMany({
      data: Array.from({ length: count }, (_, n) => ({ ...row, subject: `整批 ${n}`, lastWords: `整批 ${n}` })),
    })
    const left = () => db().ticket.count({ where: { tags: { has: '整批' }, status: 'open' } })

    const page = await openPage({ role: 'agent', locale: 'zh' })
    await page.goto('/tickets?tag=整批')
    const rows = page.locator('[data-ticket]')
    await rows.first().waitFor()
    await page.keyboard.press('j')
    await page.keyboard.press('x')
    await page.getByText('已选 1 张').waitFor()
    await page.getByRole('button', { name: '选中整个视图' }).click()
    await page.getByText(`已选 ${count} 张`).waitFor()
    await page.getByRole('toolbar', { name: '批量操作' }).getByRole('button', { name: '标签' }).click()
    await page.getByRole('combobox', { name: '标签' }).fill('已核对')
    await page.keyboard.press('Enter')
    await page.getByText(`${count} 张已加上标签“已核对”。`).waitFor()
    expect(await db().ticket.count({ where: { tags: { hasEvery: ['整批', '已核对'] } } })).toBe(count)

    await page.keyboard.press('x')
    await page.getByRole('button', { name: '选中整个视图' }).click()
    await page.getByText(`已选 ${count} 张`).waitFor()
    await page.getByRole('button', { name: '解决', exact: true }).click()
    await page.getByText(`${count} 张已解决。`).waitFor()
    expect(await left()).toBe(0)
    await page.getByText('没有符合筛选的工单').waitFor()
    await page.getByRole('button', { name: '撤销', exact: true }).click()
    await page.getByText(`${count} 张已恢复原样。`).waitFor()
    expect(await left()).toBe(count)
    await rows.first().waitFor()
  })

  it('keeps what is chosen while another change is under way, and knows what was done when an answer is lost', async () => {
    const { channel, contact } = await makeTicket({ contact: { name: 'Lost' } })
    const row = { channelId: channel.id, contactId: contact.id, language: 'en' as const, waitingSince: new Date(), tags: ['lost'] }
    await db().ticket.createMany({ data: Array.from({ length: 120 }, (_, n) => ({ ...row, subject: `lost ${n}` })) })
    const open = () => db().ticket.count({ where: { tags: { has: 'lost' }, status: 'open' } })
    const page = await openPage({ role: 'agent', losesConnection: true })
    let goes = 0
    const release: (() => void)[] = []
    await page.route('**/tickets/queue/change', async (route) => {
      const isGo = 'ids' in (route.request().postDataJSON() as object)
      if (isGo && ++goes === 1) await new Promise<void>((resolve) => release.push(resolve))
      // The server does the second go; nobody hears of it.
      if (isGo && goes === 2) {
        await route.fetch()
        return route.abort()
      }
      return route.continue()
    })
    await page.goto('/tickets?tag=lost')
    await page.locator('[data-ticket]').first().waitFor()
    await page.keyboard.press('j')
    await page.keyboard.press('x')
    await page.getByRole('button', { name: 'Select the whole view' }).click()
    await page.getByText('120 selected').waitFor()
    await page.getByRole('button', { name: 'Resolve', exact: true }).click()
    await page.getByText(/^Working/).waitFor()
    await page.keyboard.press('x')
    await page.getByText('1 selected').waitFor()
    await page.getByRole('button', { name: 'Reopen', exact: true }).click()
    await page.getByText('Another change is under way.').waitFor()
    await page.getByText('1 selected').waitFor()
    for (const go of release) go()
    await page.getByText('The server did not answer. 100 tickets are done, 20 not.').waitFor()
    expect(await open()).toBe(20)
    await page.getByRole('button', { name: 'Try the other 20 again' }).click()
    await page.getByText('120 tickets resolved.').waitFor()
    expect(await open()).toBe(0)
    await page.getByRole('button', { name: 'Undo', exact: true }).click()
    await page.getByText('120 tickets are as before.').waitFor()
    expect(await open()).toBe(120)
  })
})
