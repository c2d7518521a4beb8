import { describe, expect, it } from 'vitest'
import { countPageBytes } from '@/bench/support/page-bytes'
import { loadMessages } from '@/lib/i18n/load-messages'
import { LOCALES } from '@/lib/i18n/locales'
import { hasBrowser, openPage } from '../support/browser'
import { desk } from '../support/desk'
import { makeShopTicket } from '../support/errands'

describe.skipIf(!hasBrowser)('the first HTML of a page', () => {
  it.each(LOCALES)('brings the texts of its own part of the desk and of no other (%s)', async (locale) => {
    const ticket = await makeShopTicket({ subject: 'Returns', message: { text: 'What is the address for returns?' } })
    const context = (await openPage({ role: 'admin', locale })).context()
    const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
    const { queueTools, faqEditor, faqImport, insights, people } = await loadMessages(locale)
    // None of them is written on these pages by the server: they are there for the browser, or not at all.
    const texts = {
      tickets: queueTools.lookingOn,
      faq: faqEditor.nothingToSave,
      import: faqImport.drop,
      insights: insights.loading,
      people: people.known,
    }
    const found = async (path: string) => {
      const { html } = await countPageBytes(desk.url + path, cookie)
      return Object.entries(texts).flatMap(([part, text]) => (html.includes(text) ? [part] : []))
    }
    expect(await found('/tickets')).toEqual(['tickets'])
    expect(await found(`/tickets/${ticket.id}`)).toEqual(['tickets'])
    expect(await found('/faq')).toEqual(['faq'])
    expect(await found('/faq/import')).toEqual(['faq', 'import'])
    expect(await found('/insights')).toEqual(['insights'])
    expect(await found('/settings/people')).toEqual(['people'])
  })
})
