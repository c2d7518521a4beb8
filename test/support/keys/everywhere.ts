import { randomUUID } from 'node:crypto'
import { db } from '@/lib/db'
import { sendReply } from '@/lib/messages/send-reply'
import { openPage } from '../browser'
import { makeShopTicket, replyBox } from '../errands'
import { type EffectsOf, opens } from './press'

/** A page whose agent has just sent two replies. */
export async function stageEverywhere(locale: 'zh' | 'en') {
  const agent = await db().user.findFirstOrThrow({ where: { role: 'agent', disabledAt: null } })
  for (let n = 0; n < 2; n++) {
    const ticket = await makeShopTicket({ subject: 'Taken back', message: { text: 'Which items cannot be returned?' } })
    await sendReply({ agent, ticketId: ticket.id, text: 'Sent too soon.', clientKey: randomUUID(), delaySeconds: 30 })
  }
  const page = await openPage({ userId: agent.id, locale })
  await page.goto('/tickets')
  return page
}

export const EVERYWHERE: EffectsOf<'everywhere'> = {
  palette: opens('dialog[open]'),
  undoSend: async (page, press) => {
    for (const at of [0, 1]) {
      await page.goto('/tickets')
      await page.locator('.held-place button').first().waitFor()
      await press(at)
      await page.waitForURL(/\/tickets\/./)
      await replyBox(page).waitFor()
    }
    await page.goto('/tickets')
  },
  notifications: opens('[role="dialog"]'),
  help: opens('dialog[open] dl'),
  leave: async (page, press) => {
    const search = page.getByRole('searchbox')
    await search.focus()
    await press()
    await page.waitForFunction(() => document.activeElement?.matches('input') === false)
  },
}
