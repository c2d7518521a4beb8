import { describe, expect, it } from 'vitest'
import { db } from '@/lib/db'
import { publishNow } from '@/lib/events'
import { getTicket } from '@/lib/tickets/get-ticket'
import { setStatus } from '@/lib/tickets/set-status'
import { hasBrowser, openPage } from '../support/browser'
import { makeTicket } from '../support/tickets'

describe.skipIf(!hasBrowser)('the queue', () => {
  it('shows a ticket that comes in, without a reload, and its draft as it is written', async () => {
    const page = await openPage({ role: 'agent', locale: 'zh' })
    await page.goto('/tickets')
    const { id } = await makeTicket({ subject: '新工单', message: { text: '支持7天无理由退货吗？' }, contact: { name: '高兴' } })
    const row = page.getByRole('link', { name: /高兴/ })
    await row.waitFor()
    await row.click()
    await page.waitForURL(`**/tickets/${id}`)
    const box = page.getByRole('textbox', { name: '给 高兴 的回复' })
    await page.waitForFunction(() => document.querySelector('textarea')?.value.includes('7'))

    // The words of a draft arrive as events; here they are sent by hand, so that each can be waited for.
    const { id: suggestionId } = await db().suggestion.findFirstOrThrow({ where: { ticketId: id, isCurrent: true }, select: { id: true } })
    await db().suggestion.update({ where: { id: suggestionId }, data: { status: 'running', text: '', startedAt: new Date() } })
    await publishNow({ kind: 'suggestion', ticketId: id, suggestionId, status: 'running', rung: null })
    await page.getByText('起草中').first().waitFor()
    await box.focus()
    for (const text of ['您好，', '您好，支持', '您好，支持退货。']) {
      await publishNow({ kind: 'draft', ticketId: id, suggestionId, text })
      await page.waitForFunction((words) => document.querySelector('textarea')?.value === words, text)
      if (text === '您好，') await box.evaluate((element: HTMLTextAreaElement) => element.setSelectionRange(1, 1))
    }
    await expect.poll(() => box.evaluate((element: HTMLTextAreaElement) => element.selectionStart)).toBe(1)
    // Other tests wait until no draft is being made.
    await db().suggestion.update({ where: { id: suggestionId }, data: { status: 'ready', rung: 'model', text: '您好，支持退货。' } })
  })

  it('is walked with J and K, opened with Enter, searched with a slash', async () => {
    await makeTicket({ subject: 'Keys', message: { text: 'Where is my ocelot lamp?' }, contact: { name: 'Zoe' } })
    const page = await openPage({ role: 'agent' })
    await page.goto('/tickets')
    const rows = page.locator('[data-ticket]')
    await rows.first().waitFor()
    const ids = await rows.evaluateAll((elements) => elements.map((element) => element.getAttribute('data-ticket')))
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    await page.keyboard.press('k')
    await page.keyboard.press('Enter')
    await page.waitForURL(`**/tickets/${ids[0]}`)
    await page.keyboard.press('/')
    await page.keyboard.type('ocelot')
    await page.waitForURL('**?q=ocelot')
    await page.waitForFunction(() => document.querySelectorAll('[data-ticket]').length === 1)
    await page.getByRole('link', { name: /Zoe/ }).waitFor()

    // Nothing found is no dead end.
    await page.goto('/tickets?view=snoozed&q=ocelot')
    await page.getByText('Nothing matches “ocelot”').waitFor()
    await page.getByRole('button', { name: 'Search all tickets' }).click()
    await page.getByRole('link', { name: /Zoe/ }).waitFor()
    expect(new URL(page.url()).search).toBe('?view=all&q=ocelot')
  })

  it('leaves the rows where they are while somebody looks, and shows what came when asked', async () => {
    const { id } = await makeTicket({ subject: 'Seen', message: { text: 'The kestrel arrived broken.' }, contact: { name: 'Kim' } })
    await makeTicket({ subject: 'Seen', message: { text: 'Another kestrel arrived broken.' }, contact: { name: 'Lou' } })
    const page = await openPage({ role: 'agent' })
    await page.goto('/tickets?q=kestrel')
    await page.getByRole('link', { name: /Kim/ }).focus()
    const places = () =>
      page
        .locator('[data-ticket]')
        .evaluateAll((rows) => rows.map((row) => [row.textContent?.slice(0, 3), row.getBoundingClientRect().top]))
    const before = await places()
    await makeTicket({ subject: 'New', message: { text: 'My kestrel is late.' }, contact: { name: 'Mia' } })
    const came = page.getByRole('button', { name: /^1 update/ })
    await came.waitFor()
    expect(await places()).toEqual(before)
    expect(await page.evaluate(() => (document.activeElement as HTMLElement).dataset.ticket)).toBe(id)
    await page.keyboard.press('.')
    await page.getByRole('link', { name: /Mia/ }).waitFor()
    await expect.poll(async () => (await places()).map(([who]) => who)).toEqual(['Mia', 'Lou', 'Kim'])
    await came.waitFor({ state: 'detached' })
  })

  it('leaves the row of the open ticket where it is', async () => {
    const { id } = await makeTicket({ subject: 'Open', message: { text: 'The dotterel is out of stock?' }, contact: { name: 'Ola' } })
    const page = await openPage({ role: 'agent' })
    await page.goto(`/tickets/${id}?q=dotterel`)
    const row = page.locator(`[data-ticket="${id}"]`)
    await row.waitFor()
    await page.getByRole('textbox', { name: 'Reply to Ola' }).focus()
    const before = await row.boundingBox()
    await makeTicket({ subject: 'New', message: { text: 'One more dotterel, please.' }, contact: { name: 'Pia' } })
    await page.getByRole('button', { name: /^1 update/ }).waitFor()
    expect(await row.boundingBox()).toEqual(before)
    expect(await page.getByRole('link', { name: /Pia/ }).count()).toBe(0)
    await page.getByRole('button', { name: /^1 update/ }).click()
    await page.getByRole('link', { name: /Pia/ }).waitFor()
  })

  it('draws only the rows in sight, however many there are', async () => {
    const { channel, contact } = await makeTicket({ contact: { name: 'Many' } })
    const row = { channelId: channel.id, contactId: contact.id, language: 'en' as const, status: 'resolved' as const, tags: ['many'] }
    await db().ticket.createMany({
      data: Array.from({ length: 1_000 }, (_, n) => ({ ...row, subject: `many ${n}`, lastWords: `many ${n}` })),
    })
    const page = await openPage({ role: 'agent' })
    await page.goto('/tickets?view=resolved&tag=many')
    const rows = page.locator('[data-ticket]')
    await rows.first().waitFor()
    const numbers = new Set<string | null>()
    let most = 0
    await page.mouse.move(200, 500)
    for (const isAtEnd = () => page.getByRole('link', { name: /many 0$/ }).count(); (await isAtEnd()) === 0; ) {
      await page.mouse.wheel(0, 1_000)
      // Scrolled and drawn, however busy the machine is.
      await page.evaluate(() => new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next))))
      most = Math.max(most, await rows.count())
      for (const id of await rows.evaluateAll((all) => all.map((each) => each.getAttribute('data-ticket')))) numbers.add(id)
    }
    expect(most).toBeLessThan(100)
    expect(numbers.size).toBeGreaterThan(500)
    await page.keyboard.press('Home')
    await page.waitForFunction(() => document.activeElement?.textContent?.includes('many 999'))
  })

  it('lets a row far below the first hundred go when its ticket leaves the view, and has it back when that returns', async () => {
    const { channel, contact } = await makeTicket({ contact: { name: 'Deep' } })
    const row = { channelId: channel.id, contactId: contact.id, language: 'en' as const, tags: ['deep'] }
    const newest = Date.now()
    await db().ticket.createMany({
      data: Array.from({ length: 160 }, (_, n) => ({ ...row, subject: 'deep', lastWords: `deep ${n}.`, activeAt: new Date(newest - n) })),
    })
    const { id } = await db().ticket.findFirstOrThrow({ where: { lastWords: 'deep 149.' }, select: { id: true } })
    const page = await openPage({ role: 'agent' })
    await page.goto('/tickets?tag=deep')
    await page.locator('[data-ticket]').first().waitFor()
    const last = page.getByRole('link', { name: /deep 159\./ })
    const deep = page.getByRole('link', { name: /deep 149\./ })
    while ((await last.count()) === 0) await page.keyboard.press('End')
    await deep.waitFor()
    await setStatus(id, 'resolved')
    await deep.waitFor({ state: 'detached' })
    await last.waitFor()
    await setStatus(id, 'open')
    // The list is scrolled, so somebody looks: it waits to be asked for.
    await page.getByRole('button', { name: /^1 update/ }).click()
    // It shows the beginning then; before that the rows that were in sight are still there.
    await last.waitFor({ state: 'detached' })
    while ((await last.count()) === 0) await page.keyboard.press('End')
    await deep.waitFor()
  })

  it('keeps what an input method is still putting together when Escape gives that up', async () => {
    const page = await openPage({ role: 'agent', locale: 'zh' })
    await page.goto('/tickets')
    const box = page.getByRole('searchbox')
    await box.fill('退款')
    await page.waitForURL('**?q=**')
    const pressEscape = (isComposing: boolean) =>
      box.evaluate((element, is) => {
        element.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', isComposing: is, bubbles: true }))
      }, isComposing)
    await pressEscape(true)
    expect(await box.inputValue()).toBe('退款')
    await pressEscape(false)
    await page.waitForFunction(() => document.querySelector<HTMLInputElement>('input[type=search]')?.value === '')
  })

  it('keeps single keys in an open popover from the ticket behind it', async () => {
    const { id } = await makeTicket({ subject: 'Behind', message: { text: 'The bittern lamp hums.' }, contact: { name: 'Bea' } })
    const page = await openPage({ role: 'agent' })
    await page.goto(`/tickets/${id}`)
    await page.getByRole('textbox', { name: 'Reply to Bea' }).waitFor()
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
    await page.keyboard.press('f')
    await page.getByRole('checkbox', { name: 'Unread' }).focus()
    await page.keyboard.press('e')
    await page.keyboard.press('Escape')
    await page.getByRole('checkbox', { name: 'Unread' }).waitFor({ state: 'detached' })
    // A later key of the same screen, done after whatever the first has done.
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
    await page.keyboard.press('i')
    await expect.poll(async () => (await getTicket(id)).assignee).not.toBeNull()
    expect((await getTicket(id)).status).toBe('open')
  })

  it('changes its view and keeps it in the address', async () => {
    const page = await openPage({ role: 'agent' })
    await page.goto('/tickets')
    await page.getByRole('button', { name: /^Switch view/ }).click()
    await page.getByRole('menuitemradio', { name: /^Resolved/ }).click()
    await page.waitForURL('**/tickets?view=resolved')
    await page.reload()
    await page.getByRole('button', { name: 'Switch view, now: Resolved' }).waitFor()
    await page.keyboard.press('2')
    await page.waitForURL('**/tickets?view=mine')
    await page.getByRole('button', { name: 'Switch view, now: Mine' }).waitFor()
  })
})
