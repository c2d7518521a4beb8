import { z } from 'zod'
import { db } from '@/lib/db'
import { holdsWord, wordsOf } from '@/lib/faq/list-rules'
import { searchRules } from '@/lib/retrieval/search-rules'
import { Prisma } from '@/prisma/generated/client'
import { Language, RuleStatus } from '@/prisma/generated/enums'

const RULE_FACETS = ['expiring', 'expired', 'unused', 'edited'] as const
const RULE_SORTS = ['changed', 'used', 'edited', 'question'] as const

export const ruleBrowseSchema = z.object({
  /** Asked as a customer would: what retrieval finds comes first, in its order; then rules of any state that hold all the words. */
  q: z.string().trim().max(200).default(''),
  status: z.enum(RuleStatus).nullable().default(null),
  language: z.enum(Language).nullable().default(null),
  category: z.string().max(60).nullable().default(null),
  tag: z.string().max(40).nullable().default(null),
  /** expiring: ends within 30 days. expired: published, and answers no more. unused: published and never cited. edited: half or more of the replies from it were edited. */
  facet: z.enum(RULE_FACETS).nullable().default(null),
  /** Without a search; what was searched for comes in the order of the search. */
  sort: z.enum(RULE_SORTS).default('changed'),
  offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
  limit: z.coerce.number().int().min(1).max(200).default(100),
})
export type RuleBrowse = z.input<typeof ruleBrowseSchema>

const lineSchema = z.object({
  id: z.uuid(),
  version: z.int(),
  question: z.string(),
  category: z.string(),
  /** Cut to a line. */
  answer: z.string(),
  language: z.enum(Language),
  status: z.enum(RuleStatus),
  validFrom: z.date().nullable(),
  validUntil: z.date().nullable(),
  /** Replies that left with this rule cited in their draft, and how many of them word for word. */
  sent: z.int(),
  sentAsIs: z.int(),
})

export type RuleLine = z.infer<typeof lineSchema> & {
  /** Of a search: the score of retrieval, 0 to 1, and whether a customer would get this rule. */
  hit: { score: number; reachesFloor: boolean } | null
}
export type RuleLines = { items: RuleLine[]; total: number }

const EXPIRING_DAYS = 30
/** "Often": from this many replies on, and this share of them. */
const OFTEN_EDITED = { replies: 3, share: 0.5 }
/** Near misses are worth seeing; what shares a word with the question is not. */
const NEAR_MISS_SHARE = 0.6
const MAX_HITS = 50
const NO_HITS = new Map<string, NonNullable<RuleLine['hit']>>()

// Of every rule that has ever been cited: replies that left, and those that left word for word.
const USAGE = Prisma.sql`
  select sr.rule_id, count(*)::int as sent, (count(*) filter (where s.status = 'sent_as_is'))::int as as_is
  from suggestion_rule sr join suggestion s on s.id = sr.suggestion_id
  where sr.is_cited and s.status in ('sent_as_is', 'edited')
  group by sr.rule_id`

const ORDER: Record<(typeof RULE_SORTS)[number], Prisma.Sql> = {
  changed: Prisma.sql`r.updated_at desc`,
  used: Prisma.sql`coalesce(u.sent, 0) desc, r.updated_at desc`,
  edited: Prisma.sql`coalesce((u.sent - u.as_is)::float8 / u.sent, 0) desc, coalesce(u.sent, 0) desc, r.updated_at desc`,
  question: Prisma.sql`r.question`,
}

/**
 * A stretch of the list of rules, with how many there are in all.
 * @throws ZodError
 */
export async function browseRules(query: RuleBrowse): Promise<RuleLines> {
  const { offset, limit, ...rest } = ruleBrowseSchema.parse(query)
  const { hits, where, order } = await conditionsOf(rest)
  // Prisma can neither join the usage nor look for parts of words inside an array.
  const [rows, counts] = await Promise.all([
    db().$queryRaw`
      with u as (${USAGE})
      select r.id, r.version, r.question, r.category, left(r.answer, 120) as answer, r.language, r.status,
        r.valid_from as "validFrom", r.valid_until as "validUntil", coalesce(u.sent, 0) as sent, coalesce(u.as_is, 0) as "sentAsIs"
      from faq_rule r left join u on u.rule_id = r.id
      where ${where}
      order by ${order}, r.id desc
      limit ${limit} offset ${offset}`,
    db().$queryRaw`with u as (${USAGE}) select count(*)::int as total from faq_rule r left join u on u.rule_id = r.id where ${where}`,
  ])
  const [count] = z.array(z.object({ total: z.int() })).parse(counts)
  const items = z.array(lineSchema).parse(rows)
  return { items: items.map((line) => ({ ...line, hit: hits.get(line.id) ?? null })), total: count?.total ?? 0 }
}

/**
 * The ids of all rules that the query finds, in the order of the list, as it is at this moment.
 * @throws ZodError
 */
export async function browseRuleIds(query: Omit<RuleBrowse, 'offset' | 'limit'>): Promise<string[]> {
  const { where, order } = await conditionsOf(ruleBrowseSchema.parse(query))
  const rows = await db().$queryRaw`
    with u as (${USAGE})
    select r.id from faq_rule r left join u on u.rule_id = r.id where ${where} order by ${order}, r.id desc`
  return z
    .array(z.object({ id: z.uuid() }))
    .parse(rows)
    .map(({ id }) => id)
}

async function conditionsOf({ sort, ...filters }: Filters & Pick<z.output<typeof ruleBrowseSchema>, 'sort'>) {
  const hits = filters.q === '' ? NO_HITS : await findHits(filters.q, filters.language)
  const hitIds = [...hits.keys()]
  const where = Prisma.join(filtersOf(filters, hitIds), ' and ')
  const order = filters.q === '' ? ORDER[sort] : Prisma.sql`array_position(${hitIds}::uuid[], r.id) nulls last, r.updated_at desc`
  return { hits, where, order }
}

async function findHits(q: string, language: Language | null) {
  const { hits } = await searchRules({ text: q, language: language ?? undefined, limit: MAX_HITS })
  const near = hits.filter(({ score, floor, isVerbatim }) => isVerbatim || score >= floor * NEAR_MISS_SHARE)
  return new Map(near.map(({ rule, score, reachesFloor }) => [rule.id, { score, reachesFloor }] as const))
}

type Filters = Omit<z.output<typeof ruleBrowseSchema>, 'offset' | 'limit' | 'sort'>

function filtersOf({ q, status, language, category, tag, facet }: Filters, hitIds: string[]): Prisma.Sql[] {
  const words = wordsOf(q)
  const holdsAll = words.length > 0 ? Prisma.join(words.map(holdsWord), ' and ') : Prisma.sql`true`
  return [
    Prisma.sql`true`,
    ...(q === '' ? [] : [Prisma.sql`(r.id = any(${hitIds}::uuid[]) or (${holdsAll}))`]),
    ...(status ? [Prisma.sql`r.status = ${status}::rule_status`] : []),
    ...(language ? [Prisma.sql`r.language = ${language}::language`] : []),
    ...(category === null ? [] : [Prisma.sql`r.category = ${category}`]),
    ...(tag === null ? [] : [Prisma.sql`${tag} = any(r.tags)`]),
    ...(facet ? [facetFilter(facet)] : []),
  ]
}

function facetFilter(facet: (typeof RULE_FACETS)[number]): Prisma.Sql {
  if (facet === 'unused') return Prisma.sql`r.status = 'published' and u.rule_id is null`
  if (facet === 'edited') {
    return Prisma.sql`u.sent >= ${OFTEN_EDITED.replies} and (u.sent - u.as_is) >= ${OFTEN_EDITED.share}::float8 * u.sent`
  }
  if (facet === 'expired') return Prisma.sql`r.status = 'published' and r.valid_until <= now()`
  return Prisma.sql`r.status <> 'archived' and r.valid_until between now() and now() + make_interval(days => ${EXPIRING_DAYS}::int)`
}
