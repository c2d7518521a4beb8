import type { BrowserContext } from 'playwright-core'

const WITHIN_MS = 20_000

/** A load of the ticket's page, measured by the browser's own clock from the navigation's start. */
export async function openTicket(context: BrowserContext, url: string): Promise<{ toPaintMs: number; toDraftMs: number }> {
  const page = await context.newPage()
  try {
    await page.goto(url, { waitUntil: 'commit' })
    const handle = await page.waitForFunction(
      () => {
        const box = document.querySelector<HTMLTextAreaElement>('textarea[aria-label]')
        const isFinished =
          box && box.value !== '' && !document.querySelector('[data-draft-status="running"], [data-draft-status="pending"]')
        if (!isFinished) return false
        const paint = performance.getEntriesByName('first-contentful-paint')[0]
        return paint ? { toPaintMs: paint.startTime, toDraftMs: performance.now() } : false
      },
      undefined,
      { timeout: WITHIN_MS, polling: 'raf' },
    )
    return (await handle.jsonValue()) as { toPaintMs: number; toDraftMs: number }
  } finally {
    await page.close()
  }
}
