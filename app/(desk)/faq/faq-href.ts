import type { FaqQuery } from './faq-query'

/** `/faq?…` for a query, without what is the default. */
export function faqHref(query: FaqQuery): string {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value !== null && value !== '' && !(name === 'pages' && value === 1)) params.set(name, String(value))
  }
  const search = params.toString()
  return search ? `/faq?${search}` : '/faq'
}
