import { describe, expect, it } from 'vitest'
import { createRule } from '@/lib/faq/create-rule'
import { getRule } from '@/lib/faq/get-rule'
import { createUser } from '@/test/support/create-user'
import { expectAccessible } from '../support/axe'
import { hasBrowser, openPage, openTab } from '../support/browser'

describe.skipIf(!hasBrowser)('two admins on one rule', () => {
  it('see each other, and what the other saved, before either overwrites anything', async () => {
    const rule = await createRule(null, {
      question: 'Do you rent tents?',
      answer: 'Yes, for $10 a day.',
      language: 'en',
      status: 'published',
      category: 'Rental',
    })
    const wang = await createUser({ name: 'Wang Fang', email: 'wang@desk.test', password: 'correct horse battery', role: 'admin' })
    const mine = await openPage({ role: 'admin', losesConnection: true })
    await mine.goto(`/faq?rule=${rule.id}`)
    const theirs = await openPage({ userId: wang.id })
    await theirs.goto(`/faq?rule=${rule.id}`)
    await mine.getByText('Wang Fang is here, too').waitFor()
    // Who looks a second time sees both of them: the colleague and oneself.
    const again = await openTab(mine)
    await again.goto(`/faq?rule=${rule.id}`)
    await again.getByText('are here, too').waitFor()
    await again.close()

    const answer = (page: typeof mine) => page.getByLabel('Answer', { exact: true })
    await answer(theirs).fill('Yes, for $12 a day.')
    await theirs.getByLabel('Category', { exact: true }).fill('Camping')
    await mine.getByText('Wang Fang is editing').waitFor()
    await answer(mine).fill('Yes, for $11 a day.')
    await theirs.getByText('is editing').waitFor()
    await theirs.keyboard.press('Control+s')

    const panel = mine.getByRole('region', { name: 'Somebody else\u2019s changes' })
    await panel.getByText('While you were editing, Wang Fang saved version 2.').waitFor()
    await panel.getByText('Both of you changed: Answer.').waitFor()
    await expect.poll(() => panel.locator('ins').allTextContents()).toEqual(['12', 'Camping', '11'])
    await expect.poll(() => mine.getByRole('button', { name: 'Save', exact: true }).isDisabled()).toBe(true)
    await mine.keyboard.press('Control+s')
    expect(await getRule(rule.id)).toMatchObject({ version: 2 })
    await expectAccessible(mine)
    const isAction = (url: URL) => url.pathname === '/faq'
    await mine.route(isAction, (route) => (route.request().method() === 'POST' ? route.abort() : route.continue()))
    await panel.getByRole('button', { name: 'Save mine on top of theirs' }).click()
    await panel.getByRole('alert').getByText('may not have been saved').waitFor()
    await mine.unroute(isAction)
    await panel.getByRole('button', { name: 'Save mine on top of theirs' }).click()
    await mine.getByText('Version 3').first().waitFor()
    await expect.poll(() => getRule(rule.id)).toMatchObject({ answer: 'Yes, for $11 a day.', category: 'Camping' })
    await expect.poll(() => answer(theirs).inputValue()).toBe('Yes, for $11 a day.')

    await answer(theirs).fill('Something else.')
    await answer(mine).fill('Yes, for $13 a day.')
    await mine.keyboard.press('Control+s')
    await theirs.getByRole('button', { name: 'Take theirs, drop mine' }).click()
    await expect.poll(() => answer(theirs).inputValue()).toBe('Yes, for $13 a day.')

    await theirs.close({ runBeforeUnload: false })
    await mine.getByText('Wang Fang is here, too').waitFor({ state: 'detached' })
  })
})
