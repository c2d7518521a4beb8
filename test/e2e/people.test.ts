import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { db } from '@/lib/db'
import { createUser } from '@/test/support/create-user'
import { expectAccessible } from '../support/axe'
import { hasBrowser, openPage } from '../support/browser'
import { expectNoSidewaysScroll } from '../support/errands'

describe.skipIf(!hasBrowser)('people', () => {
  it('come by an invitation, change their password, and are out at once when their account is closed', async () => {
    const email = `wang-${randomUUID()}@desk.test`
    const admin = await openPage({ role: 'admin' })
    await admin.goto('/settings/people')
    await admin.getByLabel('E-mail address').fill('nobody')
    await admin.getByRole('button', { name: 'Make an invitation link' }).click()
    await admin.locator('#invite-email-error').waitFor()
    await admin.getByLabel('E-mail address').fill(email)
    await admin.getByRole('button', { name: 'Make an invitation link' }).click()
    const made = admin.getByRole('status', { name: `Invitation for ${email}` })
    const link = (await made.locator('code').textContent()) ?? ''
    await admin.getByRole('button', { name: `Take back: ${email}` }).waitFor()
    await expectAccessible(admin)

    const person = await openPage({ locale: 'zh', viewport: { width: 390, height: 844 } })
    await person.goto(link)
    await person.getByRole('heading', { name: '欢迎加入' }).waitFor()
    await expectAccessible(person)
    await expectNoSidewaysScroll(person)
    await person.getByLabel('姓名').fill('王芳')
    await person.getByLabel('密码').fill('短')
    await person.getByRole('button', { name: '加入团队' }).click()
    await person.getByText('内容过短').waitFor()
    await person.getByLabel('密码').fill('correct horse battery')
    await person.getByRole('button', { name: '加入团队' }).click()
    await person.waitForURL(/\/tickets/)
    await person.goto('/settings/account')
    await person.getByLabel('当前密码').fill('correct horse battery')
    await person.getByLabel('新密码').fill('another horse battery')
    await person.getByRole('button', { name: '修改密码' }).click()
    await person.getByText('已修改').waitFor()
    await expectAccessible(person)
    await expectNoSidewaysScroll(person)

    const late = await openPage()
    await late.goto(link)
    await late.getByRole('heading', { name: 'This link no longer works' }).waitFor()
    await expectAccessible(late)

    await admin.reload()
    await admin.getByRole('button', { name: 'Manage 王芳' }).click()
    await admin.getByRole('menuitem', { name: 'Close the account' }).click()
    await admin.getByRole('dialog', { name: 'Close the account of 王芳' }).getByRole('button', { name: 'Close the account' }).click()
    await admin
      .getByText(/closed .*20\d\d/)
      .first()
      .waitFor()
    await expectAccessible(admin)
    await person.goto('/tickets')
    await person.waitForURL(/\/sign-in/)
  })

  it('never lose their last admin, and agents see nobody else’s account', async () => {
    const admins = await db().user.findMany({ where: { role: 'admin', disabledAt: null }, select: { id: true } })
    expect(admins.length).toBeGreaterThan(0)
    const agent = await createUser({ name: 'Zhou', email: `${randomUUID()}@desk.test`, password: 'correct horse battery', role: 'agent' })
    const page = await openPage({ userId: agent.id })
    await page.goto('/settings/people')
    await page.getByText('For admins only').waitFor()
    expect(await page.content()).not.toContain('admin@demo.invalid')
  })
})
