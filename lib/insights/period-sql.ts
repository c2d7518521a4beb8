import type { Period } from '@/lib/insights/period'
import { Prisma } from '@/prisma/generated/client'

/** Whole days on one clock, `until` not among them. */
export type Days = { zone: string; from: string; until: string }

/** Midnight at the beginning of a day, on that zone's clock. */
export function midnight(day: Prisma.Sql, zone: string): Prisma.Sql {
  return Prisma.sql`((${day}::date)::timestamp at time zone ${zone}::text)`
}

/** Whether a moment lies in these days. */
export function during(column: Prisma.Sql, { zone, from, until }: Days): Prisma.Sql {
  return Prisma.sql`${column} >= ${midnight(Prisma.sql`${from}`, zone)} and ${column} < ${midnight(Prisma.sql`${until}`, zone)}`
}

/** The day of a moment. */
export function dayOf(column: Prisma.Sql, { zone }: Days): Prisma.Sql {
  return Prisma.sql`(${column} at time zone ${zone}::text)::date`
}

/** Of a row with its `day`, in the period or in the one before: whether it lies in the one before. */
export function isBefore({ from }: Period): Prisma.Sql {
  return Prisma.sql`day < ${from}::date`
}

/** Of such a row: the step of the charts that it lies in, from 0; null in the period before. */
export function stepOf({ from, step }: Period): Prisma.Sql {
  return Prisma.sql`case when day >= ${from}::date then (day - ${from}::date) / ${step}::int end`
}
