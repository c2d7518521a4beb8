import { listRules } from '@/lib/faq/list-rules'
import type { Rule } from '@/lib/faq/schema'
import type { FaqQuery } from './faq-query'

const PAGE_SIZE = 100

/** The list as far as it has been unrolled. */
export async function readRules({ q, status, language, pages }: FaqQuery): Promise<{ items: Rule[]; hasMore: boolean }> {
  const items: Rule[] = []
  let cursor: string | null = null
  for (let page = 0; page < pages; page += 1) {
    const result = await listRules({
      q: q || undefined,
      status: status ?? undefined,
      language: language ?? undefined,
      cursor: cursor ?? undefined,
      limit: PAGE_SIZE,
    })
    items.push(...result.items)
    cursor = result.nextCursor
    if (!cursor) break
  }
  return { items, hasMore: cursor !== null }
}
