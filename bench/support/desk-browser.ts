import type { BrowserContext, Page } from 'playwright-core'
import { openTicket } from './open-ticket'

const STEPS = 15
const SCROLLS = 120

export type BrowserFigures = { toPaint: number[]; toDraft: number[]; toNext: number[]; mostRows: number; rowsRead: number }

/** What an agent sees: tickets opened from nothing, the step to the next one with J and Enter, and the queue scrolled through with the wheel. */
export async function measureBrowser(context: BrowserContext, url: string, ticketIds: string[]): Promise<BrowserFigures> {
  const opened: Awaited<ReturnType<typeof openTicket>>[] = []
  for (const id of ticketIds) opened.push(await openTicket(context, `${url}/tickets/${id}`))
  const page = await context.newPage()
  const toNext = await stepThrough(page, url)
  const scrolled = await scrollThrough(page, url)
  return { toPaint: opened.map((run) => run.toPaintMs), toDraft: opened.map((run) => run.toDraftMs), toNext, ...scrolled }
}

/** From Enter to the next ticket's draft in its box; the ticket was fetched ahead while the one before was read. */
async function stepThrough(page: Page, url: string): Promise<number[]> {
  await page.goto(`${url}/tickets?view=open`)
  await page.waitForSelector('[data-ticket]')
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/tickets\/[0-9a-f-]{36}/)
  const times: number[] = []
  for (let step = 0; step < STEPS; step++) {
    await page.waitForLoadState('networkidle')
    await page.keyboard.press('j')
    const number = await page.evaluate(() => /#\d+/.exec(document.activeElement?.textContent ?? '')?.[0] ?? '')
    // The eye rests on a row for a moment before the hand opens it; the page is on its way meanwhile.
    await page.waitForLoadState('networkidle')
    times.push(
      await page.evaluate(async (next) => {
        const from = performance.now()
        ;(document.activeElement as HTMLElement).click()
        for (;;) {
          const pane = document.querySelector(`section[aria-label="${next}"]`)
          if (pane?.querySelector<HTMLTextAreaElement>('textarea')?.value) return performance.now() - from
          await new Promise((resolve) => requestAnimationFrame(resolve))
        }
      }, number),
    )
  }
  return times
}

async function scrollThrough(page: Page, url: string): Promise<{ mostRows: number; rowsRead: number }> {
  await page.goto(`${url}/tickets?view=all`)
  await page.waitForSelector('[data-ticket]')
  await page.mouse.move(200, 500)
  let mostRows = 0
  for (let n = 0; n < SCROLLS; n++) {
    await page.mouse.wheel(0, 5_000)
    await page.waitForFunction(() => document.querySelectorAll('[data-ticket]').length > 0)
    mostRows = Math.max(mostRows, await page.locator('[data-ticket]').count())
  }
  const rowsRead = await page.evaluate(() => Math.round((document.querySelector('[data-row]')?.closest('ul')?.clientHeight ?? 0) / 52))
  return { mostRows, rowsRead }
}
