import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import type { QueueItem, QueuePage } from '@/app/(desk)/tickets/_queue/queue-item'
import { db } from '@/lib/db'
import { hasBrowser, openPage } from '../support/browser'
import { makeTicket } from '../support/tickets'

const ROWS = 100_000
/** The server gives a hundred at once, and is measured with all of them by bench:desk. Here it is the browser's side that counts. */
const A_PAGE = 1_000
/** What the ids of rows begin with that no server has. */
const MADE_UP = '00000000-0000-4000-8000-'

/** A view of a hundred thousand: the server's own first page, and what follows it as the server would write it. */
async function openLongQueue(): Promise<Page> {
  const { channel, contact } = await makeTicket({ contact: { name: 'Hall' } })
  const row = { channelId: channel.id, contactId: contact.id, language: 'en' as const, status: 'resolved' as const, tags: ['hall'] }
  const newest = Date.now()
  await db().ticket.createMany({
    data: Array.from({ length: 150 }, (_, n) => ({ ...row, subject: 'Hall', lastWords: `row ${n}.`, activeAt: new Date(newest - n) })),
  })
  const page = await openPage({ role: 'agent' })
  let template: { item: QueueItem; counts: QueuePage['counts']; read: number } | undefined
  // The same row has the same id, however often it is asked for.
  const rowAt = (item: QueueItem, at: number): QueueItem => ({
    ...item,
    id: `${MADE_UP}${at.toString(16).padStart(12, '0')}`,
    number: 1_000_000 + at,
    lastWords: `row ${at}.`,
    activeAt: newest - at,
  })
  await page.route('**/tickets/queue?*', async (route) => {
    const url = new URL(route.request().url())
    const cursor = url.searchParams.get('cursor')
    if (!cursor) {
      // Read again from the top, it is as long as it was: what follows is not the server's.
      url.searchParams.set('limit', '50')
      // When a page has missed something it asks for its rows once more, these among them.
      const again = (url.searchParams.get('again') ?? '').split(',').filter((id) => id.startsWith(MADE_UP))
      if (!template || again.length === 0) return route.continue({ url: url.href })
      const { item } = template
      const answer = (await (await route.fetch({ url: url.href })).json()) as QueuePage
      const rows = again.map((id) => rowAt(item, Number.parseInt(id.slice(MADE_UP.length), 16)))
      return route.fulfill({ json: { ...answer, again: [...answer.again, ...rows] } })
    }
    if (!template) {
      const { items, counts } = (await (await route.fetch()).json()) as QueuePage
      const [item] = items
      if (!item) throw new Error('The server has no second page.')
      template = { item, counts, read: Number(/\d+/.exec(item.lastWords)?.[0]) }
    }
    const { item, counts, read } = template
    const from = cursor.startsWith('row-') ? Number(cursor.slice('row-'.length)) : read
    const to = Math.min(from + A_PAGE, ROWS)
    const items = Array.from({ length: to - from }, (_, at) => rowAt(item, from + at))
    const answer: QueuePage = { items, nextCursor: to < ROWS ? `row-${to}` : null, isTolerant: false, near: null, counts, again: [] }
    await route.fulfill({ json: answer })
  })
  await page.goto('/tickets?view=resolved&tag=hall')
  await page.locator('[data-ticket]').first().waitFor()
  return page
}

/** The list once it has come to rest: how many rows exist, which of them show another row's words, and which places in sight are empty. */
function lookAtList(page: Page) {
  return page.evaluate(async () => {
    for (let frames = 0; frames < 3; frames++) await new Promise((next) => requestAnimationFrame(next))
    const items = [...document.querySelectorAll<HTMLElement>('li[aria-posinset]')]
    const pane = items[0]?.closest('.pane-scroll')
    const list = items[0]?.closest('ul')
    if (!pane || !list) throw new Error('There is no list.')
    const [sight, all] = [pane.getBoundingClientRect(), list.getBoundingClientRect()]
    const places = items.map((item) => ({ at: Number(item.getAttribute('aria-posinset')) - 1, box: item.getBoundingClientRect() }))
    const height = places[0]?.box.height ?? 1
    const isEmptyAt = (y: number) => y < all.bottom - 1 && !places.some(({ box }) => box.top <= y && box.bottom >= y)
    return {
      rows: items.length,
      known: Math.round(all.height / height),
      first: Math.round((sight.top - all.top) / height),
      wrong: items.filter((item, index) => !item.textContent?.includes(`row ${places[index]?.at}.`)).map((item) => item.textContent),
      empty: Array.from({ length: Math.floor(sight.height / height) }, (_, slot) => sight.top + (slot + 0.5) * height).filter(isEmptyAt),
    }
  })
}

async function expectWhole(page: Page): Promise<{ first: number; known: number }> {
  const { rows, first, known, wrong, empty } = await lookAtList(page)
  expect({ wrong, empty }, `at row ${first} of ${known}`).toEqual({ wrong: [], empty: [] })
  expect(rows).toBeLessThan(80)
  return { first, known }
}

describe.skipIf(!hasBrowser)('a queue of a hundred thousand tickets', () => {
  it('is scrolled to its end and back: the right rows are there, only those in sight exist, and none is blank', async () => {
    const page = await openLongQueue()
    await page.mouse.move(200, 500)
    let known = 0
    for (let step = 0; known < ROWS; step++) {
      // By the wheel and by the key in turns; both go to the end of what is there, and more is read.
      const goOn = () => (step % 10 === 0 ? page.keyboard.press('End') : page.mouse.wheel(0, 10_000_000))
      await expect
        .poll(
          async () => {
            await goOn()
            return (await lookAtList(page)).known
          },
          { interval: 20 },
        )
        .toBeGreaterThan(known)
      known = (await expectWhole(page)).known
    }
    await page.keyboard.press('End')
    await page.waitForFunction((words) => document.activeElement?.textContent?.includes(words), `row ${ROWS - 1}.`)
    await expectWhole(page)

    await page.mouse.wheel(0, -2_600_000)
    await expect.poll(async () => (await lookAtList(page)).first).toBeLessThan(ROWS * 0.6)
    expect((await expectWhole(page)).first).toBeGreaterThan(ROWS * 0.4)
    for (let steps = 0; steps < 20; steps++) {
      await page.mouse.wheel(0, -777)
      await expectWhole(page)
    }
    await page.keyboard.press('Home')
    await page.waitForFunction(() => document.activeElement?.textContent?.includes('row 0.'))
    expect((await expectWhole(page)).first).toBe(0)
  }, 400_000)
})
