import { describe, expect, it } from 'vitest'
import { expectAccessible } from '../support/axe'
import { hasBrowser, openPage } from '../support/browser'
import { makeShopTicket } from '../support/errands'
import { png } from '../support/pictures'

const base64 = (content: Buffer | string) => Buffer.from(content).toString('base64')

describe.skipIf(!hasBrowser)('what comes with a message', () => {
  it('is shown where that is safe and handed out where it is not', async () => {
    const script = '<script>top.taken = true</script>'
    const attachments = [
      { name: 'broken cup.png', contentType: 'image/png', content: base64(png(320, 200)) },
      { name: 'bomb.png', contentType: 'image/png', content: base64(png(60_000, 60_000)) },
      { name: 'page.svg', contentType: 'image/svg+xml', content: base64(`<svg xmlns="http://www.w3.org/2000/svg">${script}</svg>`) },
      { name: 'order.txt', contentType: 'text/plain', content: base64(`Order 1, ${script} 杯子`) },
    ]
    const ticket = await makeShopTicket({ subject: 'Files', message: { text: 'Which items cannot be returned?', attachments } })
    const page = await openPage({ role: 'agent' })
    await page.goto(`/tickets/${ticket.id}`)
    const picture = page.getByRole('img', { name: 'Picture: broken cup.png' })
    await picture.waitFor()
    await page.waitForFunction(() => (document.querySelector<HTMLImageElement>('img[alt^="Picture"]')?.naturalWidth ?? 0) === 320)
    expect(await page.getByRole('img', { name: /^Picture/ }).count()).toBe(1)
    await expectAccessible(page)

    for (const name of ['bomb.png', 'page.svg']) {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: new RegExp(`^Download ${name}`) }).click(),
      ])
      expect(download.suggestedFilename()).toBe(name)
    }
    const [text] = await Promise.all([page.waitForEvent('popup'), page.getByRole('link', { name: /^Open order\.txt/ }).click()])
    await text.waitForLoadState()
    expect(await text.locator('body').textContent()).toBe(`Order 1, ${script} 杯子`)
    expect(await page.evaluate(() => 'taken' in window)).toBe(false)

    const href = (await page.getByRole('link', { name: /^Download page\.svg/ }).getAttribute('href')) ?? ''
    const response = await page.request.get(href)
    expect(response.headers()).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-disposition': expect.stringMatching(/^attachment; filename="page\.svg"/),
      'content-security-policy': expect.stringContaining('sandbox'),
      'x-content-type-options': 'nosniff',
    })
    const stranger = await openPage()
    expect((await stranger.request.get(href)).status()).toBe(401)
  })
})
