import { z } from 'zod'
import { listRules } from '@/lib/faq/list-rules'
import { searchRules } from '@/lib/retrieval/search-rules'
import { Language } from '@/prisma/generated/enums'

export const pickSchema = z.object({
  q: z.string().trim().max(300).default(''),
  language: z.enum(Language).optional(),
  /** Drafts as well. */
  drafts: z.literal('1').optional(),
})

/** A rule to choose, at the version it was read. */
export type PickedRule = { id: string; version: number; question: string; language: Language }

const LIMIT = 8

/**
 * Published rules (and drafts, where asked for) for a person who types: those that answer the words first, then those that only
 * contain them, then near misses.
 */
export async function pickRules({ q, language, drafts }: z.output<typeof pickSchema>): Promise<PickedRule[]> {
  const [{ hits }, { items }, begun] = await Promise.all([
    q === '' ? { hits: [] } : searchRules({ text: q, language, limit: LIMIT }),
    listRules({ q, language, status: 'published', limit: LIMIT }),
    drafts ? listRules({ q, language, status: 'draft', limit: LIMIT }) : { items: [] },
  ])
  const rules = [
    ...hits.filter(({ reachesFloor }) => reachesFloor).map((hit) => hit.rule),
    ...items,
    ...begun.items,
    ...hits.map((hit) => hit.rule),
  ]
  return rules
    .filter((rule, index) => rules.findIndex(({ id }) => id === rule.id) === index)
    .slice(0, LIMIT)
    .map(({ id, version, question, language: spoken }) => ({ id, version, question, language: spoken }))
}
