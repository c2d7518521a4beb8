import { describe, expect, it } from 'vitest'
import { currentFloors } from '@/lib/retrieval/current-floors'
import { getFloors } from '@/lib/retrieval/get-floors'
import { expectAccessible } from '../support/axe'
import { hasBrowser, openPage } from '../support/browser'

describe.skipIf(!hasBrowser)('the floor of no rule matches', () => {
  it('is calibrated, looked at, moved with its consequences in sight, and put back', async () => {
    const page = await openPage({ role: 'admin' })
    await page.goto('/faq')
    await page.getByRole('navigation', { name: 'Knowledge base' }).getByRole('link', { name: 'Floor' }).click()
    await page.getByRole('button', { name: 'Calibrate now' }).click()
    const panel = page.getByRole('region', { name: 'Floor of the English rules' })
    await panel.getByText('Calibrated', { exact: true }).waitFor({ timeout: 60_000 })
    await page.getByText(/^Calibrated .* rules/).waitFor()
    await expectAccessible(page)
    const { en } = await currentFloors()

    const slider = panel.getByRole('slider', { name: 'Move the English floor' })
    await slider.focus()
    for (let step = 0; step < 5; step++) await page.keyboard.press('ArrowRight')
    const wanted = (en + 0.05).toFixed(2)
    expect(await panel.getByRole('spinbutton').inputValue()).toBe(wanted)
    expect(await slider.getAttribute('aria-valuetext')).toMatch(new RegExp(`^${wanted}: loses \\d+ of \\d+ questions`))
    await panel.getByRole('button', { name: `Move to ${wanted}` }).press('Enter')
    await panel.getByText('Moved by hand').waitFor()
    expect((await currentFloors()).en).toBeCloseTo(en + 0.05)
    const moved = (await getFloors()).languages.find(({ language }) => language === 'en')
    await panel.getByText(moved?.moved?.actorName ?? 'nobody').waitFor()

    await panel.getByRole('button', { name: `Back to the calibrated ${en.toFixed(2)}` }).click()
    await panel.getByText('Calibrated', { exact: true }).waitFor()
    expect((await currentFloors()).en).toBe(en)
  })

  it('is read by agents, who cannot move it', async () => {
    const page = await openPage({ role: 'agent', locale: 'zh' })
    await page.goto('/faq/floor')
    await page.getByText('只有管理员能移动门槛。').waitFor()
    expect(await page.getByRole('slider').count()).toBe(0)
    expect(await page.getByRole('button', { name: '立即校准' }).count()).toBe(0)
  })
})
