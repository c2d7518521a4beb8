import { describe, expect, it } from 'vitest'
import { getFloors } from '@/lib/retrieval/floor/get-floors'
import { getSetting } from '@/lib/settings/get-setting'
import { expectAccessible } from '../support/axe'
import { hasBrowser, openPage } from '../support/browser'

describe.skipIf(!hasBrowser)('the floor of no rule matches', () => {
  it('is calibrated, looked at, moved with its consequences in sight, and put back', async () => {
    const page = await openPage({ role: 'admin' })
    await page.goto('/faq')
    await page.getByRole('navigation', { name: 'Knowledge base' }).getByRole('link', { name: 'Floor' }).click()
    await page.getByRole('button', { name: 'Calibrate now' }).click()
    const panel = page.getByRole('region', { name: 'Floor of the English rules' })
    await panel.getByText('Calibrated', { exact: true }).waitFor({ timeout: 120_000 })
    await page.getByText(/^Calibrated .* rules/).waitFor()
    await panel.getByText(/^Counted on (all \d+|[\d,]+ of [\d,]+) rules/).waitFor()
    await expectAccessible(page)
    // Other tests change rules, so the desk may calibrate again at any moment; a floor that was moved stays.
    await panel.getByRole('spinbutton').fill('0.61')
    await panel.getByRole('button', { name: 'Move to 0.61' }).click()
    await panel.getByText('Moved by hand').waitFor()
    await expect.poll(async () => (await getSetting('moved_floors')).en).toBe(0.61)
    const { languages } = await getFloors()
    await panel.getByText(languages.find(({ language }) => language === 'en')?.moved?.actorName ?? 'nobody').waitFor()

    const slider = panel.getByRole('slider', { name: 'Move the English floor' })
    await slider.focus()
    for (let step = 0; step < 4; step++) await page.keyboard.press('ArrowRight')
    await expect.poll(() => panel.getByRole('spinbutton').inputValue()).toBe('0.65')
    await expect.poll(() => slider.getAttribute('aria-valuetext')).toMatch(/^0\.65: loses \d+ of \d+ questions/)
    await panel.getByRole('button', { name: 'Move to 0.65' }).press('Enter')
    await expect.poll(async () => (await getSetting('moved_floors')).en).toBe(0.65)

    await panel.getByRole('button', { name: /^Back to the calibrated 0\.\d\d$/ }).click()
    await panel.getByText('Calibrated', { exact: true }).waitFor()
    await expect.poll(async () => (await getSetting('moved_floors')).en).toBeNull()
  })

  it('says when a change did not get through, keeps what was chosen, and takes it the next time', async () => {
    const page = await openPage({ role: 'admin', losesConnection: true })
    await page.goto('/faq/floor')
    const bar = page.getByRole('button', { name: 'Calibrate now' })
    const panel = page.getByRole('region', { name: 'Floor of the English rules' })
    const words = 'The server could not be reached, so this may not have been saved.'
    const isAction = (url: URL) => url.pathname === '/faq/floor'
    await page.route(isAction, (route) => (route.request().method() === 'POST' ? route.abort() : route.continue()))

    const calibratedAt = async () => (await getFloors()).last?.at.getTime() ?? 0
    const before = await calibratedAt()
    await bar.click()
    const barFailed = page.getByRole('alert').filter({ hasText: words })
    await barFailed.waitFor()
    // What failed in the header says nothing of the floors below.
    expect(await panel.getByRole('alert').count()).toBe(0)
    await panel.getByRole('spinbutton').fill('0.37')
    await panel.getByRole('button', { name: 'Move to 0.37' }).click()
    await panel.getByRole('alert').getByText(words).waitFor()
    expect(await panel.getByRole('spinbutton').inputValue()).toBe('0.37')
    expect((await getSetting('moved_floors')).en).not.toBe(0.37)

    await page.unroute(isAction)
    await panel.getByRole('button', { name: 'Move to 0.37' }).click()
    await panel.getByText('Moved by hand').waitFor()
    await panel.getByRole('alert').waitFor({ state: 'detached' })
    await expect.poll(async () => (await getSetting('moved_floors')).en).toBe(0.37)
    await bar.click()
    await barFailed.waitFor({ state: 'detached' })
    await expect.poll(calibratedAt, { timeout: 120_000 }).toBeGreaterThan(before)
    await bar.waitFor()
    await panel.getByRole('button', { name: /^Back to / }).click()
    await expect.poll(async () => (await getSetting('moved_floors')).en).toBeNull()
  })

  it('is read by agents, who cannot move it', async () => {
    const page = await openPage({ role: 'agent', locale: 'zh' })
    await page.goto('/faq/floor')
    await page.getByText('只有管理员能移动门槛。').waitFor()
    expect(await page.getByRole('slider').count()).toBe(0)
    expect(await page.getByRole('button', { name: '立即校准' }).count()).toBe(0)
  })
})
