import { z } from 'zod'
import { Language, RuleStatus } from '@/prisma/generated/enums'

const MAX_PAGES = 20

const querySchema = z.object({
  q: z.string().trim().max(200).catch(''),
  status: z.enum(RuleStatus).nullable().catch(null),
  language: z.enum(Language).nullable().catch(null),
  /** The rule that is open. */
  rule: z.uuid().nullable().catch(null),
  /** A new rule in this language is being written. */
  new: z.enum(Language).nullable().catch(null),
  /** How many pages of the list are shown. */
  pages: z.coerce.number().int().min(1).max(MAX_PAGES).catch(1),
})

/** What the knowledge base shows, as it stands in the URL. Anything unreadable there is the default. */
export type FaqQuery = z.infer<typeof querySchema>

export function readFaqQuery(params: Record<string, string | string[] | undefined>): FaqQuery {
  const last = Object.fromEntries(Object.entries(params).map(([name, value]) => [name, Array.isArray(value) ? value.at(-1) : value]))
  return querySchema.parse({ q: '', status: null, language: null, rule: null, new: null, pages: 1, ...last })
}
