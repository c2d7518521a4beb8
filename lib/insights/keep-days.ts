import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'
import { db, type Tx } from '@/lib/db'
import { draftsOf } from '@/lib/insights/count-drafts'
import { outcomesOf } from '@/lib/insights/count-outcomes'
import { ruleUsesOf } from '@/lib/insights/count-rule-uses'
import { keptDays } from '@/lib/insights/kept-days'
import { firstRepliesOf } from '@/lib/insights/measure-first-replies'
import { latencyOf } from '@/lib/insights/measure-latency'
import { type Days, midnight } from '@/lib/insights/period-sql'
import { Prisma } from '@/prisma/generated/client'

/** Days a transaction: while they are counted, changes to rows older than two days wait. A fifth of a second at 5,500 drafts a day. */
const AT_ONCE = 7
/** Clocks whose days are kept; a team in more places than that counts some of them again now and then. */
const MAX_ZONES = 8
/** Tries for the lock, so far apart: whoever changes an old row holds it for milliseconds. */
const TRIES = 40
const TRY_EVERY_MS = 50

/**
 * Counts those of these days that are over and have not been counted, or of which a row has changed since, `AT_ONCE` in a round; without
 * `rounds` until there are none left. Days are counted once: of a clock and period that have been looked at before, only the new ones are left.
 * @returns false where it has not come to the end, also because others hold the rows too long: what is missing is counted from the rows then
 */
export async function keepDays(days: Days, rounds = Number.POSITIVE_INFINITY): Promise<boolean> {
  for (let round = 0; ; round++) {
    const { closed, isWhole } = await keptDays(db(), days)
    if (isWhole) return true
    if (round >= rounds) return false
    const isDone = await db().$transaction(
      async (tx) => {
        if (!(await takeLock(tx))) return false
        await forgetChanged(tx)
        const missing = await findMissing(tx, closed)
        if (missing) await countDays(tx, missing)
        return true
      },
      { timeout: 60_000 },
    )
    if (!isDone) return false
  }
}

/** Alone: everybody who has changed an old row has committed, and what they changed can be seen. See the migration of the triggers. */
async function takeLock(tx: Tx): Promise<boolean> {
  for (let tries = 0; tries < TRIES; tries++) {
    const rows = await tx.$queryRaw<{ isFree: boolean }[]>`select pg_try_advisory_xact_lock(hashtext('figure_day')) as "isFree"`
    if (rows[0]?.isFree) return true
    await wait(TRY_EVERY_MS * (0.5 + Math.random()))
  }
  return false
}

/** On every clock: the note of a change is read once. */
async function forgetChanged(tx: Tx): Promise<void> {
  await tx.$executeRaw`
    delete from figure_day d where exists (select from figure_change c where c.at >= d.starts_at and c.at < d.ends_at)`
  await tx.$executeRaw`delete from figure_change`
}

const missingSchema = z.tuple([z.object({ from: z.iso.date().nullable(), until: z.iso.date().nullable() })])

/** The first days in a row that are not counted. */
async function findMissing(tx: Tx, { zone, from, until }: Days): Promise<Days | null> {
  const rows = await tx.$queryRaw`
    with missing as (
      select each::date as day from generate_series(${from}::date, ${until}::date - 1, interval '1 day') as each
      where not exists (select from figure_day d where d.zone = ${zone} and d.day = each::date)
    ), first as (select min(day) as day from missing)
    select first.day::text as from, least(${until}::date, first.day + ${AT_ONCE}::int,
      (select min(d.day) from figure_day d where d.zone = ${zone} and d.day > first.day))::text as until
    from first`
  const [missing] = missingSchema.parse(rows)
  return missing.from && missing.until ? { zone, from: missing.from, until: missing.until } : null
}

async function countDays(tx: Tx, days: Days): Promise<void> {
  const { zone } = days
  await tx.$executeRaw`
    delete from figure_day where zone in (
      select zone from figure_day where zone <> ${zone} group by zone order by max(counted_at) desc offset ${MAX_ZONES - 1}::int)`
  const day = Prisma.sql`each`
  await tx.$executeRaw`
    insert into figure_day (zone, day, starts_at, ends_at, reply_seconds, reply_counts)
    select ${zone}, each::date, ${midnight(day, zone)}, ${midnight(Prisma.sql`(each + interval '1 day')`, zone)},
      coalesce(replies.seconds, '{}'), coalesce(replies.counts, '{}')
    from generate_series(${days.from}::date, ${days.until}::date - 1, interval '1 day') as each
    left join (
      select day, array_agg(seconds order by seconds) as seconds, array_agg(count order by seconds) as counts
      from (${firstRepliesOf(days)}) came group by day
    ) replies on replies.day = each::date`
  await tx.$executeRaw`
    insert into figure_draft (zone, day, position, rung, status, model, prompt_version, count, edited_share, edited_known)
    select ${zone}, day, row_number() over (partition by day), rung, status, model, prompt_version, count, edited_share, edited_known
    from (${draftsOf(days)}) asked`
  await tx.$executeRaw`
    insert into figure_outcome (zone, day, position, agent_id, language, status, rating, tenth, count, drafted, kept, edited_share, edited_known)
    select ${zone}, day, row_number() over (partition by day), agent_id, language, status, rating, tenth, count, drafted, kept, edited_share,
      edited_known
    from (${outcomesOf(days)}) decided`
  await tx.$executeRaw`
    insert into figure_latency (zone, day, rung, part, ms, counts)
    select ${zone}, day, rung, part, array_agg(ms order by ms), array_agg(count order by ms)
    from (${latencyOf(days)}) took group by day, rung, part`
  await tx.$executeRaw`
    insert into figure_rule (zone, day, rule_id, uses, sent_as_is, edited, dismissed, edited_share, edited_known)
    select ${zone}, day, rule_id, uses, sent_as_is, edited, dismissed, edited_share, edited_known from (${ruleUsesOf(days)}) used`
}
