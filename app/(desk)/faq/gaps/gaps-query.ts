import { z } from 'zod'

/** Periods to look back over, in days. */
export const PERIODS = [7, 30, 90] as const

const querySchema = z.object({
  days: z.coerce
    .number()
    .pipe(z.union(PERIODS.map((days) => z.literal(days))))
    .catch(30),
  /** The open gap, by the id of any of its drafts. */
  gap: z.uuid().nullable().catch(null),
})

/** What the page shows, as it stands in the URL. Anything unreadable there is the default. */
export type GapsQuery = z.infer<typeof querySchema>

export function readGapsQuery(params: Record<string, string | string[] | undefined>): GapsQuery {
  return querySchema.parse({ days: params.days ?? 30, gap: params.gap ?? null })
}

export function gapsHref({ days, gap }: GapsQuery): string {
  const params = new URLSearchParams()
  if (days !== 30) params.set('days', String(days))
  if (gap) params.set('gap', gap)
  return params.size > 0 ? `/faq/gaps?${params}` : '/faq/gaps'
}
