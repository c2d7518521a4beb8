import type { FaqQuery } from './faq-query'

/** `/faq?…` for a query, without what is the default. */
export function faqHref(query: FaqQuery): string {
  const search = faqSearch(query)
  return search ? `/faq?${search}` : '/faq'
}

/** A query as it stands in a URL. */
export function faqSearch(query: FaqQuery): string {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value !== null && value !== '' && !(name === 'sort' && value === 'changed')) params.set(name, String(value))
  }
  return params.toString()
}
