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

/** The list once it has come to rest. */
type Look = {
  /** Rows that are read. */
  known: number
  /** Of the rows that exist: how many, whether each stands below the one before it and shows an older ticket, and how many places in sight have none. */
  rows: number
  isInOrder: boolean
  empty: number
}

export type WalkFigures = {
  rowsRead: number
  mostRowsInTheDocument: number
  requests: number
  seconds: number
  /** Looks that found a wrong order or an empty place; none is right. */
  wrongLooks: number
  /** Frames that took longer than 50 ms, and the longest, in ms. */
  longFrames: number
  longestFrameMs: number
}

/** From the first row to the `rows`th by End alone, each time as soon as more has been read, then back with Home. */
export async function walkToEnd(context: BrowserContext, url: string, rows: number): Promise<WalkFigures> {
  const page = await context.newPage()
  let requests = 0
  page.on('requestfinished', (request) => {
    if (new URL(request.url()).pathname === '/tickets/queue') requests++
  })
  await page.goto(`${url}/tickets?view=resolved`)
  await page.waitForSelector('[data-ticket]')
  await page.evaluate(() => {
    const frames: number[] = []
    new PerformanceObserver((list) => frames.push(...list.getEntries().map(({ duration }) => duration))).observe({
      type: 'long-animation-frame',
    })
    Object.assign(window, { frames })
  })
  const from = performance.now()
  const looks: Look[] = []
  for (let known = 0; known < rows; ) {
    await page.keyboard.press('End')
    await page.waitForFunction((before) => Number(document.querySelector('[data-row]')?.closest('ul')?.clientHeight) > before * 52, known, {
      timeout: 60_000,
    })
    const look = await lookAtList(page)
    if (look.known === known) break
    known = look.known
    looks.push(look)
  }
  await page.keyboard.press('Home')
  await page.waitForFunction(() => document.querySelector('[data-row]')?.closest('li')?.getAttribute('aria-posinset') === '1')
  looks.push(await lookAtList(page))
  const frames = await page.evaluate(() => (window as unknown as { frames: number[] }).frames)
  await page.close()
  return {
    rowsRead: Math.max(...looks.map(({ known }) => known)),
    mostRowsInTheDocument: Math.max(...looks.map((look) => look.rows)),
    requests,
    seconds: Math.round((performance.now() - from) / 1_000),
    wrongLooks: looks.filter(({ isInOrder, empty }) => !isInOrder || empty > 0).length,
    longFrames: frames.length,
    longestFrameMs: Math.round(Math.max(0, ...frames)),
  }
}

function lookAtList(page: Page): Promise<Look> {
  return page.evaluate(async () => {
    for (let frames = 0; frames < 2; frames++) await new Promise((next) => requestAnimationFrame(next))
    const items = [...document.querySelectorAll<HTMLElement>('li[aria-posinset]')]
    const pane = items[0]?.closest('.pane-scroll')?.getBoundingClientRect()
    const list = items[0]?.closest('ul')?.getBoundingClientRect()
    if (!pane || !list) throw new Error('There is no list.')
    const rows = items.map((item) => ({
      place: Number(item.getAttribute('aria-posinset')),
      number: Number(/#(\d+)/.exec(item.textContent ?? '')?.[1]),
      box: item.getBoundingClientRect(),
    }))
    const height = rows[0]?.box.height ?? 52
    const isEmptyAt = (y: number) => y < list.bottom && !rows.some(({ box }) => box.top <= y && box.bottom >= y)
    return {
      known: Math.round(list.height / height),
      rows: items.length,
      isInOrder: rows.every(({ place, number }, at) => {
        const before = rows[at - 1]
        return !before || (place === before.place + 1 && number < before.number)
      }),
      empty: Array.from({ length: Math.floor(pane.height / height) }, (_, slot) => pane.top + (slot + 0.5) * height).filter(isEmptyAt)
        .length,
    }
  })
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
