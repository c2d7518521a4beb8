import { describe, expect, it } from 'vitest'
import { countScriptBytes } from '@/bench/support/script-bytes'
import { db } from '@/lib/db'
import { hasBrowser, openPage } from '../support/browser'
import { makeShopTicket } from '../support/errands'

/** What the desk's JavaScript may weigh, compressed as it is served. */
const BUDGET_BYTES = 250_000
/** What we allow ourselves of that: a change that goes over it is looked at before the budget is near. */
const OURS_BYTES = { 'the queue': 205_000, 'a ticket': 245_000, 'the rules': 247_000 }

describe.skipIf(!hasBrowser)('the scripts of a first visit', () => {
  it.each(['the queue', 'a ticket', 'the rules'] as const)(
    'to %s weigh less than 250 KB, and no more than we allow ourselves',
    async (what) => {
      const ticket = await makeShopTicket({ subject: 'Returns', message: { text: 'What is the address for returns?' } })
      const rule = await db().faqRule.findFirstOrThrow({ select: { id: true } })
      const paths = { 'the queue': '/tickets', 'a ticket': `/tickets/${ticket.id}`, 'the rules': `/faq?rule=${rule.id}` }
      const context = (await openPage({ role: 'admin' })).context()
      const { gzipped, files } = await countScriptBytes(context, paths[what])
      expect(files.length).toBeGreaterThan(5)
      expect(gzipped, JSON.stringify(files)).toBeLessThan(BUDGET_BYTES)
      expect(gzipped, JSON.stringify(files)).toBeLessThan(OURS_BYTES[what])
    },
  )
})
