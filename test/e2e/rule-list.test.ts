import { describe, expect, it } from 'vitest'
import { db } from '@/lib/db'
import { createRule } from '@/lib/faq/create-rule'
import { hasBrowser, openPage } from '../support/browser'

const makeRule = (question: string, tag: string) =>
  createRule(null, { question, answer: 'An answer.', language: 'en', status: 'draft', tags: [tag] })

describe.skipIf(!hasBrowser)('the list of rules', () => {
  it('finds by what customers ask, and says how well', async () => {
    await createRule(null, { question: 'Do you sell marimba mallets?', answer: 'We do.', language: 'en', status: 'published' })
    const page = await openPage({ role: 'admin' })
    await page.goto('/faq')
    await page.getByRole('searchbox').fill('can i buy mallets for my marimba')
    const list = page.getByRole('region', { name: 'List of rules' })
    await list.getByRole('link', { name: /^Do you sell marimba mallets\?\s*0\.\d\d/ }).waitFor()
    expect(new URL(page.url()).searchParams.get('q')).toBe('can i buy mallets for my marimba')
  })

  it('changes many at once, after saying how many', async () => {
    const questions = ['Kazoo one?', 'Kazoo two?', 'Kazoo three?']
    for (const question of questions) await makeRule(question, 'kazoo')
    const page = await openPage({ role: 'admin' })
    await page.goto('/faq?tag=kazoo')
    for (const question of questions) await page.getByRole('checkbox', { name: `Choose: ${question}` }).check()
    await page.getByRole('button', { name: 'Publish' }).click()
    await page.getByText('Publish the 3 chosen rules').waitFor()
    await page.getByRole('dialog').getByRole('button', { name: 'Publish' }).click()
    await expect.poll(() => db().faqRule.count({ where: { tags: { has: 'kazoo' }, status: 'published' } })).toBe(3)
    await page.getByRole('toolbar').waitFor({ state: 'detached' })
  })

  it('holds ten thousand, of which only those in sight exist', async () => {
    await db().$executeRaw`
      insert into faq_rule (id, question, answer, category, language, status, updated_at)
      select gen_random_uuid(), 'Ocarina ' || lpad(n::text, 5, '0'), 'An answer.', 'Ocarinas', 'en', 'draft', now() from generate_series(1, 10000) n`
    try {
      const page = await openPage({ role: 'admin' })
      await page.goto('/faq?category=Ocarinas&sort=question')
      await page.getByRole('link', { name: /^Ocarina 00001/ }).waitFor()
      const rows = page.getByRole('region', { name: 'List of rules' }).getByRole('listitem')
      expect(await rows.count()).toBeLessThan(80)
    } finally {
      await db().faqRule.deleteMany({ where: { category: 'Ocarinas' } })
    }
  })
})
