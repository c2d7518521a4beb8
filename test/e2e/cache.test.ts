import { describe, expect, it } from 'vitest'
import { db } from '@/lib/db'
import { connectRedis } from '@/lib/redis'
import { answerKey, countHit, keepAnswer } from '@/lib/suggestions/answer-cache/answer-cache'
import { hasBrowser, openPage } from '../support/browser'

const hasRedis = await connectRedis()

describe.skipIf(!hasBrowser || !hasRedis)('the answer cache', () => {
  it('shows what would be served, forgets one, and keeps answers as long as it is told', async () => {
    const question = 'do you rent theremins'
    const key = answerKey({ question, rules: [], promptVersion: 1, model: 'Qwen', language: 'en' })
    const answer = { text: 'We rent theremins by the week.', model: 'Qwen', isDemoModel: false, promptVersion: 1, question }
    await keepAnswer(key, { ...answer, writtenAt: new Date().toISOString() }, { ttlSeconds: 600, rulesText: '' })
    await countHit(key, question)
    const page = await openPage({ role: 'admin' })
    await page.goto('/settings/cache')
    await page.getByText('Kept in Redis').waitFor()
    await page.locator('summary').filter({ hasText: question }).click()
    await page.getByText('We rent theremins by the week.').waitFor()
    await page.getByRole('button', { name: `Delete the answer: ${question}` }).click()
    await page.getByText(question).waitFor({ state: 'detached' })
    await page.getByLabel('Keep answers for').selectOption({ label: '3 days' })
    await page.getByText('Saved', { exact: true }).waitFor()
    const setting = await db().setting.findUnique({ where: { key: 'answer_cache_ttl_seconds' } })
    expect(setting?.value).toBe(259_200)
    await db().setting.deleteMany({ where: { key: 'answer_cache_ttl_seconds' } })
  })

  it('forgets all of them, once that is said twice', async () => {
    for (const question of ['do you tune ondes', 'do you lend ondes']) {
      const key = answerKey({ question, rules: [], promptVersion: 1, model: 'Qwen', language: 'en' })
      const answer = { text: 'We do.', model: 'Qwen', isDemoModel: false, promptVersion: 1, question, writtenAt: new Date().toISOString() }
      await keepAnswer(key, answer, { ttlSeconds: 600, rulesText: '' })
    }
    const page = await openPage({ role: 'admin' })
    await page.goto('/settings/cache')
    await page.getByText('do you tune ondes').waitFor()
    await page.getByRole('button', { name: 'Delete all', exact: true }).click()
    await page.getByRole('button', { name: 'Delete them all' }).click()
    await page.getByText('do you tune ondes').waitFor({ state: 'detached' })
    await expect.poll(() => page.getByText('do you lend ondes').count()).toBe(0)
  })

  it('is for admins', async () => {
    const page = await openPage({ role: 'agent' })
    await page.goto('/settings/cache')
    await page.getByText('For admins only').waitFor()
  })
})
