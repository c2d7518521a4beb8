import { z } from 'zod'
import type { Tx } from '@/lib/db'
import { addDays, type Period } from '@/lib/insights/period'
import type { Days } from '@/lib/insights/period-sql'
import { Prisma } from '@/prisma/generated/client'

/** A day is counted so long after its end; the triggers of its migration keep silent about changes within two days. */
const CLOSED_AFTER_DAYS = 3

const rowsSchema = z.tuple([z.object({ closed: z.iso.date(), kept: z.int(), isChanged: z.boolean() })])

export type KeptDays = {
  /** Those that are over for good. */
  closed: Days
  /** How many of them are counted. */
  kept: number
  /** All of them are, and none of their rows has changed since. */
  isWhole: boolean
}

/** The days of a period and of the one before. */
export function bothOf({ zone, to, before }: Period): Days {
  return { zone, from: before.from, until: addDays(to, 1) }
}

/** Which of these days are counted already, as this transaction sees it. */
export async function keptDays(tx: Tx, { zone, from, until }: Days): Promise<KeptDays> {
  const rows = await tx.$queryRaw`
    with over as (
      select greatest(${from}::date, least(${until}::date,
        ((now() - make_interval(days => ${CLOSED_AFTER_DAYS}::int)) at time zone ${zone}::text)::date)) as until
    )
    select until::text as closed, exists (select from figure_change) as "isChanged",
      (select count(*)::int from figure_day where zone = ${zone} and day >= ${from}::date and day < until) as kept
    from over`
  const [{ closed, kept, isChanged }] = rowsSchema.parse(rows)
  const days = (Date.parse(closed) - Date.parse(from)) / 86_400_000
  return { closed: { zone, from, until: closed }, kept, isWhole: kept === days && !isChanged }
}

/** The condition on a table of counted days. */
export function amongKept({ zone, from, until }: Days): Prisma.Sql {
  return Prisma.sql`zone = ${zone} and day >= ${from}::date and day < ${until}::date`
}

/** Where the figures of a period are read: in what is counted up to a day, and in the rows from there on. */
export type Sources = { kept: Days; rows: Days }

/** All of both periods, of which `closedUntil` says where what is counted ends. */
export function sourcesOf(period: Period, closedUntil: string): Sources {
  const both = bothOf(period)
  return { kept: { ...both, until: closedUntil }, rows: { ...both, from: closedUntil } }
}
