import { addDays, type Period } from '@/lib/insights/period'
import { Prisma } from '@/prisma/generated/client'

/** Midnight at the beginning of a day, on that zone's clock. */
function midnight(day: string, zone: string): Prisma.Sql {
  return Prisma.sql`((${day}::date)::timestamp at time zone ${zone}::text)`
}

/** Whether a moment lies in the period. */
export function within(column: Prisma.Sql, { from, to, zone }: Period): Prisma.Sql {
  return Prisma.sql`${column} >= ${midnight(from, zone)} and ${column} < ${midnight(addDays(to, 1), zone)}`
}

/** Whether a moment lies in the period or in the one before. */
export function withinBoth(column: Prisma.Sql, period: Period): Prisma.Sql {
  return within(column, { ...period, from: period.before.from })
}

/** Of a moment in either: whether it lies in the one before. */
export function isBefore(column: Prisma.Sql, { from, zone }: Period): Prisma.Sql {
  return Prisma.sql`${column} < ${midnight(from, zone)}`
}

/** Of a moment in either: the step of the charts that it lies in, from 0; null in the one before. */
export function stepOf(column: Prisma.Sql, { from, zone, step }: Period): Prisma.Sql {
  return Prisma.sql`case when ${column} >= ${midnight(from, zone)}
    then ((${column} at time zone ${zone}::text)::date - ${from}::date) / ${step}::int end`
}
