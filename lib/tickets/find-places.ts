import { z } from 'zod'
import { db } from '@/lib/db'
import type { TicketPlace } from '@/lib/tickets/cursor'
import { type ListFilter, searchCondition } from '@/lib/tickets/list-filter'
import type { TicketSort } from '@/lib/tickets/schema'
import { type Stretch, stretchesOf } from '@/lib/tickets/ticket-order'
import { Prisma } from '@/prisma/generated/client'

/** Tickets looked at before anything else: what is common is found among them, in some 5 ms. */
const FIRST_LOOK = 1_000
/** Tickets looked at in one call at most: some 60 ms on one core, whatever is searched for. */
const MAX_LOOKS = 15_000
const LOOK = 4_000
/** What the index may hand over: it is read whole before it can be put in order, at some 15 µs each, so only what is rare is asked of it. */
const MAX_CANDIDATES = 5_000
/** The newest tickets say how common something is. What is in more than 4 of 1,000 fills a page of 50 within the looks of a call, without the index. */
const SAMPLE = 1_000
const RARE_IN_SAMPLE = 4

export type PlacesQuery = {
  filter: ListFilter
  /** The terms to search for: those that were typed, or the tolerant ones. */
  terms: string | null
  sort: TicketSort
  from: TicketPlace | null
  limit: number
}

export type Places = {
  places: TicketPlace[]
  /** Where to go on; null at the end of the list. There may be fewer places than asked for and still more to come. */
  next: TicketPlace | null
}

/**
 * The next places of a list, in its order. However many tickets there are, a call takes bounded time: it looks at so many tickets one by one
 * along the index of the order, which finds what is common; then it asks the index of words or tags, which finds what is rare; what is neither
 * (common words that hardly any ticket of this view has) it looks for further on, and says how far it came.
 */
export async function findPlaces(query: PlacesQuery): Promise<Places> {
  const condition = conditionOf(query)
  const stretches = stretchesOf(query.sort)
  const places: TicketPlace[] = []
  let from = query.from
  let looks = 0
  let hasAsked = condition === null
  for (const stretch of stretches) {
    if (from && from.stretch > stretch.number) continue
    for (;;) {
      const here: TicketPlace | null = from?.stretch === stretch.number ? from : null
      const step: number = looks === 0 ? FIRST_LOOK : LOOK
      const found = await look(query, condition, { stretch, from: here, step, limit: query.limit - places.length })
      places.push(...found)
      if (places.length >= query.limit) return { places, next: places.at(-1) ?? null }
      const last = await lastLooked(query, { stretch, from: here, step })
      if (!last) break
      looks += step
      from = last
      // What a first look finds often enough, the next ones will, and sooner than the index hands over thousands of it.
      if (!hasAsked && places.length <= RARE_IN_SAMPLE) {
        hasAsked = true
        const rest = await askIndex(query, { from, limit: query.limit - places.length })
        if (rest) {
          places.push(...rest)
          return { places, next: places.length >= query.limit ? (places.at(-1) ?? null) : null }
        }
      }
      if (looks >= MAX_LOOKS) return { places, next: from }
    }
    from = null
  }
  return { places, next: null }
}

function conditionOf({ filter, terms }: PlacesQuery): Prisma.Sql | null {
  const conditions = [...(filter.rest ? [filter.rest] : []), ...(filter.search ? [searchCondition(filter.search, terms)] : [])]
  return conditions.length > 0 ? Prisma.join(conditions, ' and ') : null
}

const placeSchema = z.array(z.object({ stretch: z.literal([0, 1]), at: z.date(), id: z.uuid() }))

type Look = { stretch: Stretch; from: TicketPlace | null; step: number }

function along({ filter }: PlacesQuery, { stretch, from }: Pick<Look, 'stretch' | 'from'>): Prisma.Sql {
  return Prisma.join([filter.base, stretch.where, ...(from ? [stretch.after(from)] : [])], ' and ')
}

/** Looks at the next `step` tickets of the view and stops as soon as it has found enough. */
async function look(query: PlacesQuery, condition: Prisma.Sql | null, how: Look & { limit: number }): Promise<TicketPlace[]> {
  const { stretch, step, limit } = how
  const rows = await db().$queryRaw`
    select ${stretch.number}::int as stretch, at, id from (
      select t.id, ${stretch.key} as at, ${condition ?? Prisma.sql`true`} as is_hit from ticket t
      where ${along(query, how)} order by ${stretch.order} limit ${step}
    ) as seen where is_hit limit ${limit}`
  return placeSchema.parse(rows)
}

/** The last ticket that a look of so many steps came to; null when there were not so many. */
async function lastLooked(query: PlacesQuery, how: Look): Promise<TicketPlace | null> {
  const { stretch, step } = how
  const rows = await db().$queryRaw`
    select ${stretch.number}::int as stretch, ${stretch.key} as at, t.id from ticket t
    where ${along(query, how)} order by ${stretch.order} offset ${step - 1} limit 1`
  return placeSchema.parse(rows)[0] ?? null
}

/** Everything from here on, by the index of what is searched for; null when there is no such index, or too much in it. */
async function askIndex(query: PlacesQuery, { from, limit }: { from: TicketPlace; limit: number }): Promise<TicketPlace[] | null> {
  const candidates = await candidatesOf(query)
  if (!candidates) return null
  const condition = conditionOf(query) ?? Prisma.sql`true`
  const parts = stretchesOf(query.sort)
    .filter(({ number }) => number >= from.stretch)
    .map(
      (stretch) => Prisma.sql`(
        select ${stretch.number}::int as stretch, ${stretch.key} as at, t.id from found join ticket t on t.id = found.id
        where ${along(query, { stretch, from: stretch.number === from.stretch ? from : null })} and ${condition}
        order by ${stretch.order} limit ${limit})`,
    )
  const rows = await db().$queryRaw`
    with found as materialized (${candidates} limit ${MAX_CANDIDATES + 1}), size as materialized (select count(*)::int as total from found)
    select size.total, place.* from size
    left join lateral (${Prisma.join(parts, ' union all ')}) as place on size.total <= ${MAX_CANDIDATES}`
  const [first] = z.array(z.object({ total: z.number().int() })).parse(rows)
  if (!first || first.total > MAX_CANDIDATES) return null
  const places = placeSchema.parse((rows as { id: string | null }[]).filter(({ id }) => id !== null))
  // Each part comes in its own order; which part comes first is not PostgreSQL's promise.
  return places.sort((a, b) => a.stretch - b.stretch).slice(0, limit)
}

async function candidatesOf({ filter, terms }: PlacesQuery): Promise<Prisma.Sql | null> {
  const { search, tag } = filter
  const telling = terms === null ? null : await tellingTerms(terms)
  if (search && (terms === null || telling !== null)) {
    const byTerms = telling === null ? [] : [Prisma.sql`select ticket_id as id from ticket_search where terms @@ ${telling}::tsquery`]
    const byNumber = search.number === null ? [] : [Prisma.sql`select id from ticket where number = ${search.number}`]
    const ways = [...byNumber, ...byTerms]
    return ways.length > 0 ? Prisma.join(ways, ' union all ') : Prisma.sql`select id from ticket where false`
  }
  return tag === null ? null : Prisma.sql`select id from ticket where tags @> array[${tag}]::text[]`
}

/**
 * What to ask the index: the rare ones among the conditions, since each candidate is looked at for the others anyway, and what every ticket has
 * (the `com` of an address) would cost a walk through all of them. All conditions where only together they are rare; null where they are common.
 */
async function tellingTerms(terms: string): Promise<string | null> {
  // No term holds the sign that stands between two conditions.
  const conditions = terms.split(' & ')
  const counts = [terms, ...conditions].map((query) => Prisma.sql`(count(*) filter (where terms @@ ${query}::tsquery))::int`)
  const rows = await db().$queryRaw`
    select array[${Prisma.join(counts)}] as counts from (
      select terms from ticket_search order by ticket_id desc limit ${SAMPLE}
    ) as newest`
  const [together = 0, ...each] = z.tuple([z.object({ counts: z.array(z.number().int()) })]).parse(rows)[0].counts
  if (together > RARE_IN_SAMPLE) return null
  const rare = conditions.filter((_, index) => (each[index] ?? 0) <= RARE_IN_SAMPLE)
  return rare.length > 0 ? rare.join(' & ') : terms
}
