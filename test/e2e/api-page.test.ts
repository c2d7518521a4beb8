import { describe, expect, it } from 'vitest'
import { expectAccessible } from '../support/axe'
import { hasBrowser, openPage } from '../support/browser'
import { findCutText } from '../support/cut-text'
import { expectNoSidewaysScroll } from '../support/errands'

describe.skipIf(!hasBrowser)('what programs can ask for', () => {
  it('is found from the keys, opened by keyboard, and shows fields, errors and a command', async () => {
    const page = await openPage({ role: 'admin', viewport: { width: 1280, height: 800 } })
    await page.goto('/settings/keys')
    await page.getByRole('main').getByRole('link', { name: 'API reference', exact: true }).last().click()
    await page.waitForURL('**/settings/api')
    await page.getByRole('heading', { name: 'Tickets' }).waitFor()
    const reply = page.locator('#postTicketsByIdReply')
    await reply.locator('summary').focus()
    await page.keyboard.press('Enter')
    await reply.getByRole('row', { name: /^text string required · at most 20,000 characters/ }).waitFor()
    await reply.getByRole('row', { name: /^andThen waiting \| resolved \| open without it "waiting"/ }).waitFor()
    await reply.getByText('409 conflict').waitFor()
    await expect
      .poll(() => reply.getByRole('figure').locator('pre').textContent())
      .toContain(`curl "${new URL(page.url()).origin}/api/v1/tickets/$ID/reply"`)
    await expectAccessible(page)
    await page.emulateMedia({ colorScheme: 'dark' })
    await expectAccessible(page)
    const download = await page.request.get('/api/openapi.json')
    expect((await download.json()).paths['/api/v1/tickets/{id}/reply']).toBeDefined()
    await page.getByRole('link', { name: '/api/openapi.json' }).waitFor()
  })

  it('is there in Chinese too, with every line open, on a wide screen and on a phone', async () => {
    const page = await openPage({ role: 'admin', locale: 'zh', viewport: { width: 1920, height: 1080 } })
    await page.goto('/settings/api')
    await page.getByRole('heading', { name: '运行状态' }).waitFor()
    for (const summary of await page.locator('details > summary').all()) await summary.click()
    await page.locator('#patchRulesById').getByText('只改传来的字段。').waitFor()
    await page.locator('#postWebhooksByChannelId').getByText('渠道页面上有现成的命令').waitFor()
    await expectAccessible(page)
    for (const size of [1920, 1280]) {
      await page.setViewportSize({ width: size, height: 900 })
      await expect.poll(() => findCutText(page)).toEqual([])
      await expectNoSidewaysScroll(page)
    }
    await page.setViewportSize({ width: 390, height: 844 })
    await expectNoSidewaysScroll(page)
  })

  it('is for admins', async () => {
    const page = await openPage({ role: 'agent' })
    await page.goto('/settings/api')
    await page.getByText('For admins only').waitFor()
    expect(await page.locator('details').count()).toBe(0)
  })
})
