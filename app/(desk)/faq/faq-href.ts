import type { Language } from '@/prisma/generated/enums'
import type { FaqQuery } from './faq-query'

/** `/faq?…` for a query, without what is the default. */
export function faqHref(query: FaqQuery): string {
  const search = faqSearch(query)
  return search ? `/faq?${search}` : '/faq'
}

/** What a rule's question has room for, as in ruleSchema. */
const MAX_QUESTION_CHARS = 300

/** A customer's words as a rule's question can begin with them: one line, and its beginning. */
export function asQuestion(words: string): string {
  return words.replace(/\s+/g, ' ').trim().slice(0, MAX_QUESTION_CHARS).trim()
}

/** Where a rule is begun with a customer's words, masked. */
export function newRuleHref(language: Language, words: string): string {
  const question = asQuestion(words)
  return `/faq?${new URLSearchParams({ new: language, ...(question && { question }) })}`
}

/** A query as it stands in a URL. */
export function faqSearch(query: FaqQuery): string {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    // What a new rule begins with is gone with it.
    if (name === 'question' && query.new === null) continue
    if (value !== null && value !== '' && !(name === 'sort' && value === 'changed')) params.set(name, String(value))
  }
  return params.toString()
}
