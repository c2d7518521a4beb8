import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { db } from '@/lib/db'
import { pruneEvents } from '@/lib/event-log'
import { publishNow } from '@/lib/events'
import { addCustomerMessage } from '@/lib/tickets/add-customer-message'
import { BreakableLine } from '../support/breakable-line'
import { hasBrowser, openPage } from '../support/browser'
import { desk } from '../support/desk'
import { makeShopTicket, replyBox, waitForDraft, waitForEveryDraft } from '../support/errands'
import { makeTicket } from '../support/tickets'

const rowOf = (page: Page, id: string) => page.locator(`[data-ticket="${id}"]`)

/** Waits for a ticket's row. Beside an open ticket what comes stands above the list until it is let in. */
async function letIn(page: Page, id: string): Promise<void> {
  const came = page.getByRole('button', { name: /^\d+ update/ })
  await expect
    .poll(async () => {
      if (await came.isVisible()) await came.click()
      return rowOf(page, id).count()
    })
    .toBe(1)
}

const thread = (page: Page) => page.getByRole('region', { name: 'Conversation' })

/** Every ticket that the queue shows, as often as it shows it. */
const shownIds = (page: Page) =>
  page.locator('[data-ticket]').evaluateAll((rows) => rows.map((row) => (row as HTMLElement).dataset.ticket ?? ''))

const ask = (name: string) => makeShopTicket({ subject: 'Lighthouse', message: { text: 'Do you ship to lighthouses?' }, contact: { name } })

/** An agent with a ticket open at the other end of a line, who has heard of something already. */
async function openAcross(line: BreakableLine, ticketId: string): Promise<Page> {
  const page = await openPage({ role: 'agent', url: line.url, losesConnection: true })
  await page.goto(`/tickets/${ticketId}?view=all`)
  const { id } = await makeTicket({ subject: 'Lighthouse', message: { text: 'Hello?' }, contact: { name: 'Ahead' } })
  await letIn(page, id)
  await beQuiet(line, page)
  return page
}

/** The page has heard all that has happened: what is on its way when a line is cut gets lost, whatever the line has seen of it. */
async function beQuiet(line: BreakableLine, page: Page): Promise<void> {
  await waitForEveryDraft()
  await expect
    .poll(async () => {
      const [row] = await db().$queryRaw<{ last: string }[]>`select max(id)::text as last from desk_event`
      return line.streams.at(-1)?.sentId?.split('-')[0] === row?.last
    })
    .toBe(true)
  // The answer to a later question comes after it.
  await page.evaluate(async () => (await fetch('/api/health')).text())
}

/** The page has the connection again, and has said exactly what it heard last. */
async function expectResumed(line: BreakableLine, after: string | null): Promise<void> {
  await expect.poll(() => line.streams.at(-1)?.hasResumed).toBe(true)
  expect(after).not.toBeNull()
  expect(line.streams.at(-1)?.lastEventId).toBe(after)
}

describe.skipIf(!hasBrowser)('a page whose connection is cut', () => {
  it('learns by itself, and once, of what happened meanwhile: a new message, a new ticket', async () => {
    const ticket = await ask('Edda')
    const line = await BreakableLine.to(desk.url)
    const page = await openAcross(line, ticket.id)
    await page.evaluate(() => Object.assign(window, { isSamePage: true }))

    line.cut()
    const heard = line.streams[0]?.sentId ?? null
    await addCustomerMessage({ ticketId: ticket.id, text: 'The lamp is out, please hurry.' })
    const newcomer = await ask('Fritjof')
    await waitForDraft(ticket.id)
    expect(await rowOf(page, newcomer.id).count()).toBe(0)
    expect(await page.getByText('The lamp is out').count()).toBe(0)

    line.mend()
    await letIn(page, newcomer.id)
    await thread(page).getByText('The lamp is out, please hurry.').waitFor()
    await expectResumed(line, heard)

    // What comes later comes after all that was missed: now it can be counted.
    const later = await ask('Gudrun')
    await letIn(page, later.id)
    const ids = await shownIds(page)
    expect(ids.filter((id) => id === newcomer.id)).toHaveLength(1)
    expect(new Set(ids).size).toBe(ids.length)
    expect(await thread(page).getByRole('article').filter({ hasText: 'The lamp is out' }).count()).toBe(1)
    expect(await thread(page).locator('[data-incoming]').count()).toBe(2)
    expect(await page.evaluate(() => 'isSamePage' in window)).toBe(true)
  })

  it('misses nothing, however often only the stream is cut', async () => {
    const ticket = await ask('Halla')
    const line = await BreakableLine.to(desk.url)
    const page = await openAcross(line, ticket.id)
    const came: string[] = []
    for (const name of ['Ingrid', 'Jorunn', 'Ketil']) {
      const { streams } = line
      const { length: before } = streams
      const heard = streams.at(-1)?.sentId ?? null
      line.cutStreams()
      const { id } = await makeTicket({ subject: 'Lighthouse', message: { text: 'Hello?' }, contact: { name } })
      came.push(id)
      await expect.poll(() => streams.length).toBe(before + 1)
      await expectResumed(line, heard)
      await beQuiet(line, page)
    }
    for (const id of came) await letIn(page, id)
    const ids = await shownIds(page)
    expect(ids.filter((id) => came.includes(id)).sort()).toEqual([...came].sort())
  })

  it('reads everything again when it was away for longer than is remembered', async () => {
    const ticket = await ask('Lofn')
    const line = await BreakableLine.to(desk.url)
    const page = await openAcross(line, ticket.id)
    line.cut()
    const newcomer = await ask('Magnus')
    await addCustomerMessage({ ticketId: ticket.id, text: 'Nobody there?' })
    await waitForDraft(ticket.id)
    await db().$executeRaw`update desk_event set created_at = created_at - interval '11 minutes'`
    await pruneEvents()
    // The last of all stays, and what the desk has said meanwhile.
    const [{ left } = { left: -1 }] = await db().$queryRaw<
      { left: number }[]
    >`select count(*)::int as left from desk_event where created_at < now() - interval '10 minutes'`
    expect(left).toBeLessThanOrEqual(1)

    line.mend()
    await letIn(page, newcomer.id)
    await thread(page).getByText('Nobody there?').waitFor()
    expect(await thread(page).locator('[data-incoming]').count()).toBe(2)
  })
})

// The words of a draft are sent by hand here: the pocket model writes a whole reply in 30 ms, too quick to be cut in the middle.
describe.skipIf(!hasBrowser)('a draft whose connection is cut while it is written', () => {
  const WHOLE = 'Hello, we ship to lighthouses within 3 days. Feel free to ask if you have any other questions.'

  async function openAsWritten(name: string) {
    const { id: ticketId, suggestion } = await ask(name)
    const suggestionId = suggestion?.id ?? ''
    const line = await BreakableLine.to(desk.url)
    const page = await openAcross(line, ticketId)
    const write = (text: string) => publishNow({ kind: 'draft', ticketId, suggestionId, text })
    const set = async (status: 'running' | 'ready', text: string) => {
      const rung = status === 'ready' ? 'model' : null
      await db().suggestion.update({ where: { id: suggestionId }, data: { status, text, rung, startedAt: new Date() } })
      await publishNow({ kind: 'suggestion', ticketId, suggestionId, status, rung })
    }
    await set('running', '')
    await page.getByRole('status').getByText('Drafting').waitFor()
    await write('Hello, we sh')
    await expect.poll(() => replyBox(page).inputValue()).toBe('Hello, we sh')
    return { line, page, write, finish: () => set('ready', WHOLE) }
  }

  it('stands there whole, and once, when it was finished meanwhile', async () => {
    const { line, page, write, finish } = await openAsWritten('Njal')
    line.cut()
    await write('Hello, we ship to lighthouses')
    await finish()
    expect(await replyBox(page).inputValue()).toBe('Hello, we sh')
    line.mend()
    await expect.poll(() => replyBox(page).inputValue()).toBe(WHOLE)
    await page.getByRole('status').getByText('Drafting').waitFor({ state: 'detached' })
  })

  it('goes on being written where it is when the connection is back, and ends whole', async () => {
    const { line, page, write, finish } = await openAsWritten('Olrun')
    line.cut()
    await write('Hello, we ship to')
    line.mend()
    await expect.poll(() => line.streams.at(-1)?.hasResumed && line.streams.length).toBeGreaterThan(1)
    expect(await replyBox(page).inputValue()).toBe('Hello, we sh')
    await write('Hello, we ship to lighthouses within')
    await expect.poll(() => replyBox(page).inputValue()).toBe('Hello, we ship to lighthouses within')
    await finish()
    await expect.poll(() => replyBox(page).inputValue()).toBe(WHOLE)
    await page.getByRole('status').getByText('Drafting').waitFor({ state: 'detached' })
  })
})
