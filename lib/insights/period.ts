import { z } from 'zod'

/** Periods to choose from, in days that end today. */
export const PERIOD_DAYS = [7, 28, 90] as const
/** A longer one is cut at its beginning. */
const MAX_DAYS = 366
/** Up to here a chart has a column a day, above it one for seven days: more columns than this cannot be told apart. */
const MAX_DAILY = 92
const DAY_MS = 86_400_000

/** What the page is asked for, as it stands in the URL; anything unreadable there is the default. */
export const periodQuerySchema = z.object({
  days: z.coerce
    .number()
    .pipe(z.union(PERIOD_DAYS.map((days) => z.literal(days))))
    .catch(28),
  from: z.iso.date().nullable().catch(null),
  to: z.iso.date().nullable().catch(null),
})
export type PeriodQuery = z.infer<typeof periodQuerySchema>

/** Whole days of one time zone, `2026-11-26` each, the last one included. */
export type Period = {
  zone: string
  from: string
  to: string
  days: number
  isCustom: boolean
  /** Days that a step of the charts holds: 1 or 7. */
  step: number
  /** The first day of each step. */
  steps: string[]
  /** As many days right before. */
  before: { from: string; to: string }
}

/** The period that a query means on this clock: one of `PERIOD_DAYS` up to today, or from one day to another, never past today. */
export function resolvePeriod(query: PeriodQuery, { zone, now = new Date() }: { zone: string; now?: Date }): Period {
  const today = dayIn(zone, now)
  const isCustom = query.from !== null && query.to !== null && query.from <= query.to
  const to = isCustom ? earlier(query.to ?? today, today) : today
  const longest = addDays(to, 1 - MAX_DAYS)
  const from = isCustom ? earlier(later(query.from ?? longest, longest), to) : addDays(today, 1 - query.days)
  const days = daysBetween(from, to) + 1
  const step = days > MAX_DAILY ? 7 : 1
  return {
    zone,
    from,
    to,
    days,
    isCustom,
    step,
    steps: Array.from({ length: Math.ceil(days / step) }, (_, index) => addDays(from, index * step)),
    before: { from: addDays(from, -days), to: addDays(from, -1) },
  }
}

/** The query string of a period, without what is the default; `?` with it, or empty. */
export function periodSearch({ days, from, to }: PeriodQuery): string {
  const params = new URLSearchParams()
  if (from && to) {
    params.set('from', from)
    params.set('to', to)
  } else if (days !== 28) params.set('days', String(days))
  return params.size > 0 ? `?${params}` : ''
}

/** A day so many days later. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10)
}

/** The day that it is in a time zone. */
export function dayIn(zone: string, moment: Date): string {
  // Sweden writes its dates as ISO 8601 has them.
  return new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' }).format(moment)
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS)
}

function earlier(one: string, other: string): string {
  return one < other ? one : other
}

function later(one: string, other: string): string {
  return one > other ? one : other
}
