import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { getTicket } from '@/lib/tickets/get-ticket'
import { createUser } from '@/test/support/create-user'
import { expectAccessible } from '../support/axe'
import { hasBrowser, openPage } from '../support/browser'
import { makeShopTicket, replyBox } from '../support/errands'

const newAgent = (name: string) =>
  createUser({ name, email: `${randomUUID()}@desk.test`, password: 'correct horse battery', role: 'agent' })

describe.skipIf(!hasBrowser)('two agents on one ticket', () => {
  it('see each other, and neither answers over the other unseen', async () => {
    const [lin, wang] = [await newAgent('Lin Xiao'), await newAgent('Wang Fang')]
    const ticket = await makeShopTicket({
      subject: 'Two of you',
      message: { text: 'How long does a refund take?' },
      contact: { name: 'Tom Two', email: 'tom@example.com' },
    })
    const mine = await openPage({ userId: lin.id })
    await mine.goto(`/tickets/${ticket.id}?view=all`)
    const theirs = await openPage({ userId: wang.id })
    await theirs.goto(`/tickets/${ticket.id}?view=all`)
    await mine.getByText('Wang Fang is also looking').waitFor({ state: 'attached' })
    await replyBox(theirs).fill('I will take this one.')
    await mine.getByText('Wang Fang is writing a reply to this ticket right now.').waitFor()
    await expectAccessible(mine, '[aria-label="Also here"]')

    await replyBox(mine).fill('Me, too.')
    await mine.keyboard.press('Control+Enter')
    await mine.getByRole('heading', { name: 'Somebody else is writing a reply' }).waitFor()
    await expectAccessible(mine, '[role=dialog]')
    await mine.keyboard.press('Escape')
    expect((await getTicket(ticket.id)).messages.filter(({ direction }) => direction === 'outgoing')).toEqual([])

    await theirs.keyboard.press('Control+Enter')
    await theirs.getByRole('button', { name: 'Send anyway' }).click()
    const sent = async () =>
      (await getTicket(ticket.id)).messages.filter(({ direction }) => direction === 'outgoing').map(({ text }) => text)
    await expect.poll(sent).toEqual(['I will take this one.'])
    await mine.getByRole('region', { name: 'Conversation' }).getByText('I will take this one.').waitFor()
    await theirs.close({ runBeforeUnload: false })
    await mine.getByText('Wang Fang is also looking').waitFor({ state: 'detached' })

    // The page shows what she wrote, but the text in the box is older: asked once, and then it is the agent's decision.
    await mine.keyboard.press('Control+Enter')
    await mine.getByRole('heading', { name: 'Something was said since you began to write' }).waitFor()
    await mine.getByText(/^Wang Fang answered at \d\d:\d\d\.$/).waitFor()
    await expectAccessible(mine, '[role=dialog]')
    await mine.keyboard.press('Escape')
    expect(await sent()).toEqual(['I will take this one.'])
    await replyBox(mine).press('Control+Enter')
    await expect.poll(sent).toEqual(['I will take this one.', 'Me, too.'])
  })
})
