import { z } from 'zod'
import type { RuleBrowse } from '@/lib/faq/browse-rules'
import { Language, RuleStatus } from '@/prisma/generated/enums'
import { asQuestion } from './faq-href'

export const FACETS = ['expiring', 'expired', 'unused', 'edited'] as const satisfies RuleBrowse['facet'][]
export const SORTS = ['changed', 'used', 'edited', 'question'] as const satisfies RuleBrowse['sort'][]

const querySchema = z.object({
  q: z.string().trim().max(200).catch(''),
  status: z.enum(RuleStatus).nullable().catch(null),
  language: z.enum(Language).nullable().catch(null),
  category: z.string().max(60).nullable().catch(null),
  tag: z.string().max(40).nullable().catch(null),
  facet: z.enum(FACETS).nullable().catch(null),
  sort: z.enum(SORTS).catch('changed'),
  /** The rule that is open. */
  rule: z.uuid().nullable().catch(null),
  /** A new rule in this language is being written. */
  new: z.enum(Language).nullable().catch(null),
  /** Whose counterpart in the other language the new rule will be. */
  twin: z.uuid().nullable().catch(null),
  /** What the new rule begins with, as other screens link to it: a customer's words, of which a rule's question has room for so many. */
  question: z.string().catch('').transform(asQuestion),
})

/** What the knowledge base shows, as it stands in the URL. Anything unreadable there is the default. */
export type FaqQuery = z.infer<typeof querySchema>

const DEFAULTS: FaqQuery = {
  q: '',
  status: null,
  language: null,
  category: null,
  tag: null,
  facet: null,
  sort: 'changed',
  rule: null,
  new: null,
  twin: null,
  question: '',
}

export function readFaqQuery(params: Record<string, string | string[] | undefined>): FaqQuery {
  const last = Object.fromEntries(Object.entries(params).map(([name, value]) => [name, Array.isArray(value) ? value.at(-1) : value]))
  return querySchema.parse({ ...DEFAULTS, ...last })
}
