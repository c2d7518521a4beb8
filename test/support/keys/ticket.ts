import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { db } from '@/lib/db'
import { createMacro } from '@/lib/macros/create-macro'
import { sendReply } from '@/lib/messages/send-reply'
import { addCustomerMessage } from '@/lib/tickets/add-customer-message'
import { draftAgain } from '@/lib/tickets/draft-again'
import { getTicket } from '@/lib/tickets/get-ticket'
import type { TicketStatus } from '@/prisma/generated/enums'
import { openPage } from '../browser'
import { makeShopTicket, replyBox, waitForDraft } from '../errands'
import { blur, type Effect, type EffectsOf, hasFocus, opens } from './press'

const QUESTION = 'How soon will my order ship after I pay?'
const MAIL = `${QUESTION}\n\nOn Mon, 23 Nov 2026 at 09:12, Deskhand <desk@example.com> wrote:\n> Dear customer,\n> thank you for your order.\n> We will write again.`

const ticketId = (page: Page) => /\/tickets\/([^/?]+)/.exec(page.url())?.[1] ?? ''
const read = (page: Page) => getTicket(ticketId(page))

/** A ticket with quoted mail, a reply that did not arrive, and a draft before the present one. */
export async function stageTicket(locale: 'zh' | 'en') {
  const agent = await db().user.findFirstOrThrow({ where: { role: 'agent', disabledAt: null } })
  await createMacro(agent, { title: 'Keys', language: locale, text: 'A saved reply.', isShared: false })
  const { id } = await makeShopTicket({ subject: 'Shipping', message: { text: MAIL } })
  const { messageId } = await sendReply({ agent, ticketId: id, text: 'Tomorrow.', clientKey: randomUUID() })
  await expect.poll(() => db().delivery.findUniqueOrThrow({ where: { messageId } })).toMatchObject({ status: 'sent' })
  await db().delivery.update({ where: { messageId }, data: { status: 'failed', errorCode: 'http_500' } })
  // Of a single question there is nothing to sum up.
  await addCustomerMessage({ ticketId: id, text: QUESTION })
  await waitForDraft(id)
  await draftAgain(id)
  await waitForDraft(id)
  const page = await openPage({ userId: agent.id, locale })
  await page.goto('/tickets?view=all')
  await openRow(page, id)
  return page
}

/** The demo's model sums nothing up: what the page is told of it is another model's. */
async function openWithSummary(page: Page) {
  const id = ticketId(page)
  await page.route(`**/tickets/${id}?*`, async (route) => {
    if (!route.request().headers().rsc) return route.fallback()
    const response = await route.fetch()
    await route.fulfill({ response, body: (await response.text()).replaceAll('"canSummarise":false', '"canSummarise":true') })
  })
  await page.goto('/tickets?view=all')
  await openRow(page, id)
}

async function openRow(page: Page, id: string) {
  await page.locator(`[data-ticket="${id}"]`).click()
  await page.waitForURL(`**/tickets/${id}?*`)
  await replyBox(page).waitFor()
  await blur(page)
}

/** Sends from a ticket of its own, which is then in this state. */
const sendsInto =
  (status: TicketStatus): Effect =>
  async (page, press) => {
    const back = page.url()
    const { id } = await makeShopTicket({ subject: 'Shipping', message: { text: QUESTION } })
    await page.goto(`/tickets/${id}?view=all`)
    await replyBox(page).fill('Tomorrow.')
    await press()
    await page.waitForURL((url) => !url.pathname.includes(id))
    expect((await getTicket(id)).status).toBe(status)
    await page.goto(back)
  }

const offers: Effect = async (page, press) => {
  const list = page.locator('[role="listbox"]')
  await press()
  await list.waitFor()
  await page.keyboard.press('Escape')
  await list.waitFor({ state: 'hidden' })
}

const changes =
  (what: (page: Page) => Promise<unknown>): Effect =>
  async (page, press) => {
    for (let time = 0; time < 2; time++) {
      const before = await what(page)
      await press()
      await expect.poll(() => what(page)).not.toEqual(before)
    }
  }

export const TICKET: EffectsOf<'ticket'> = {
  reply: async (page, press) => {
    await press()
    await hasFocus(replyBox(page))
    await blur(page)
  },
  note: async (page, press) => {
    await press()
    const box = page.locator('textarea.bg-amber-bg')
    await hasFocus(box)
    await page.keyboard.press('Escape')
    await box.waitFor({ state: 'hidden' })
    await blur(page)
  },
  summary: async (page, press) => {
    await openWithSummary(page)
    const body = `event: draft\ndata: ${JSON.stringify({ text: 'Shipping, in short.' })}\n\n`
    await page.route('**/summary', (route) => route.fulfill({ contentType: 'text/event-stream', body }))
    const asked = page.waitForRequest('**/summary')
    await press()
    await asked
  },
  send: sendsInto('waiting'),
  sendResolve: sendsInto('resolved'),
  sendOpen: sendsInto('open'),
  macro: async (page, press) => {
    for (const at of [0, 1]) {
      await replyBox(page).fill('')
      await offers(page, () => press(at))
    }
    await blur(page)
  },
  mention: async (page, press) => {
    await page.keyboard.press('n')
    await page.locator('textarea.bg-amber-bg').waitFor()
    await offers(page, press)
    await page.keyboard.press('Backspace')
    await page.keyboard.press('Escape')
    await blur(page)
  },
  quotes: changes((page) => page.locator('[data-entry] details[open]').count()),
  rule: async (page, press) => {
    const back = page.url()
    await press()
    await page.waitForURL('**/faq?rule=*')
    await page.goto(back)
  },
  wrongRule: changes((page) => page.locator('aside p[role="status"]').count()),
  rate: async (page, press) => {
    for (const [at, sign] of ['+', '-'].entries()) {
      await press(at)
      await page.locator(`button[title$="(${sign})"][aria-pressed="true"]`).waitFor()
    }
  },
  why: async (page, press) => {
    const back = page.url()
    await press()
    await page.waitForURL('**/why/*')
    await page.goto(back)
  },
  take: changes(async (page) => (await read(page)).assignee),
  resolve: changes(async (page) => (await read(page)).status),
  status: opens('[role="listbox"]'),
  assignee: opens('[role="listbox"]'),
  priority: opens('[role="listbox"]'),
  tags: opens('[role="combobox"]'),
  snooze: opens('[role="listbox"]'),
  merge: opens('[role="combobox"]'),
  assistant: async (page, press) => {
    const isInside = () =>
      page.evaluate(() => document.activeElement?.closest('aside') !== null && document.activeElement !== document.body)
    // The list that was open before may give the focus back late.
    await expect
      .poll(async () => {
        await press()
        return isInside()
      })
      .toBe(true)
    await press()
    // Out of the pane: on nothing, or on that list's button, if it comes only now.
    await expect.poll(isInside).toBe(false)
  },
  earlierDrafts: async (page, press) => {
    await press()
    await hasFocus(page.locator('aside details[open]'))
    await blur(page)
  },
  deliver: async (page, press) => {
    const failed = () => db().delivery.count({ where: { message: { ticketId: ticketId(page) }, status: 'failed' } })
    expect(await failed()).toBe(1)
    await press()
    await expect.poll(failed).toBe(0)
  },
}

export async function stageComposer(locale: 'zh' | 'en') {
  const { id } = await makeShopTicket({ subject: 'Shipping', message: { text: QUESTION } })
  const page = await openPage({ role: 'agent', locale })
  await page.goto(`/tickets/${id}?view=all`)
  await replyBox(page).focus()
  return page
}

/** Asks for this rewrite; what comes of it is no part of the key. */
const asksFor =
  (action: string): Effect =>
  async (page, press) => {
    const text = `event: result\ndata: ${JSON.stringify({ id: randomUUID(), status: 'failed', cause: 'timeout' })}\n\n`
    await page.route('**/api/replies/rewrite', (route) => route.fulfill({ contentType: 'text/event-stream', body: text }))
    // While a draft is on its way, no model action is to be had; "draft again" says when it is over.
    await page.locator('button:not([aria-disabled="true"]):has(.lucide-rotate-cw)').waitFor()
    const asked = page.waitForRequest('**/api/replies/rewrite')
    await press()
    expect((await asked).postDataJSON()).toMatchObject({ action })
    await page.waitForFunction(() => !document.querySelector('textarea[readonly]'))
  }

/** With a newer draft on offer, leaves the box as told. */
const answersOffer =
  (isTaken: boolean): Effect =>
  async (page, press) => {
    await replyBox(page).fill('My own words.')
    const { suggestionId } = await draftAgain(ticketId(page))
    await waitForDraft(ticketId(page))
    await db().suggestion.update({ where: { id: suggestionId }, data: { text: 'Newer words.' } })
    await page.reload()
    await replyBox(page).focus()
    const offer = page.locator('button[title$="U"]')
    await offer.waitFor()
    // The server's page shows the offer before anything hears its keys; answered once, there is nothing left for a second press.
    await expect
      .poll(async () => {
        await press()
        return offer.count()
      })
      .toBe(0)
    await expect.poll(() => replyBox(page).inputValue()).toBe(isTaken ? 'Newer words.' : 'My own words.')
  }

export const COMPOSER: EffectsOf<'composer'> = {
  regenerate: async (page, press) => {
    const drafts = () => db().suggestion.count({ where: { ticketId: ticketId(page) } })
    const before = await drafts()
    await press()
    await expect.poll(drafts).toBe(before + 1)
    await waitForDraft(ticketId(page))
    await page.waitForFunction(() => !document.querySelector('textarea[readonly]'))
  },
  shorter: asksFor('shorter'),
  friendlier: asksFor('friendlier'),
  formal: asksFor('formal'),
  translate: asksFor('translate'),
  continue: asksFor('continue'),
  instruct: async (page, press) => {
    const line = page.locator('input[maxlength]').filter({ visible: true })
    const before = await line.count()
    await press()
    await expect.poll(() => line.count()).toBe(before + 1)
    await page.keyboard.press('Escape')
    await expect.poll(() => line.count()).toBe(before)
  },
  versions: async (page, press) => {
    const mine = 'Words of another kind.'
    await replyBox(page).fill(mine)
    await press(0)
    await expect.poll(() => replyBox(page).inputValue()).not.toBe(mine)
    const other = await replyBox(page).inputValue()
    await press(1)
    await expect.poll(() => replyBox(page).inputValue()).not.toBe(other)
  },
  openRule: async (page, press) => {
    const { suggestion } = await read(page)
    await replyBox(page).fill(suggestion?.text ?? '')
    // Within a sentence that rests on a rule.
    await replyBox(page).evaluate((box: HTMLTextAreaElement) => {
      const at = box.value.indexOf('[1]') - 3
      box.setSelectionRange(at, at)
    })
    await press()
    await page.locator('[role="dialog"]').waitFor()
    await page.keyboard.press('Escape')
    await page.locator('[role="dialog"]').waitFor({ state: 'hidden' })
  },
  useNewer: answersOffer(true),
  keepMine: answersOffer(false),
  undoText: async (page, press) => {
    await replyBox(page).fill('Before.')
    await replyBox(page).press('End')
    await page.keyboard.insertText(' After.')
    await press(0)
    await expect.poll(() => replyBox(page).inputValue()).not.toContain('After.')
    await press(1)
    await expect.poll(() => replyBox(page).inputValue()).toContain('After.')
  },
}

export async function stageWhy(locale: 'zh' | 'en') {
  const ticket = await makeShopTicket({ subject: 'Shipping', message: { text: QUESTION } })
  const id = ticket.suggestion?.id ?? ''
  const prompt = [{ role: 'user', content: 'When will it ship?' }]
  const run = { model: 'deskhand-pocket', prompt, seed: 7, parameters: { temperature: 0, maxTokens: 20 } }
  await db().suggestion.update({ where: { id }, data: { ...run, rung: 'model', modelText: 'Tomorrow.' } })
  const page = await openPage({ role: 'agent', locale })
  await page.goto(`/tickets/${ticket.id}/why/${id}`)
  return page
}

const runsAgain: Effect = async (page, press) => {
  const runs = () => db().auditEntry.count({ where: { action: 'suggestion.run_again', subjectId: page.url().split('/').at(-1) } })
  const before = await runs()
  await press()
  await expect.poll(runs).toBe(before + 1)
  await page.locator('main button[aria-disabled="true"]').first().waitFor({ state: 'detached' })
}

const back: Effect = async (page, press) => {
  const why = page.url()
  await press()
  await page.waitForURL(why.replace(/\/why\/.*/, ''))
  await page.goto(why)
}

export const WHY: EffectsOf<'why'> = { runSame: runsAgain, runToday: runsAgain, back }
