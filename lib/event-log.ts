import { z } from 'zod'
import { pgPool } from '@/lib/db'
import { Prisma } from '@/prisma/generated/client'

/**
 * How far somebody has heard: the highest number, and the lower ones that were still missing then. Numbers are given when a transaction writes, and
 * heard when it commits, so a higher one can come first.
 */
export type Position = { last: number; gaps: number[] }

/** A number that is missing for longer was rolled back: no transaction here takes as long. */
const GAP_MS = 120_000
/** Of numbers below the last that have no row; more of them at once are a database that is being refilled. */
const MAX_GAPS = 200
/** More than this is read faster as the pages themselves. */
const MAX_REPLAYED = 1_000
/** How long a page may be cut off and still hear what it missed. */
const KEPT = Prisma.sql`interval '10 minutes'`

export function writePosition({ last, gaps }: Position): string {
  return gaps.length > 0 ? `${last}-${gaps.join('.')}` : `${last}`
}

/** Null for anything that is none of ours. */
export function readPosition(text: string | null | undefined): Position | null {
  const [, last, gaps] = /^(\d{1,15})(?:-(\d{1,15}(?:\.\d{1,15}){0,199}))?$/.exec(text ?? '') ?? []
  return last === undefined ? null : { last: Number(last), gaps: gaps?.split('.').map(Number) ?? [] }
}

/** Whether the event of this number had been heard at this position. */
export function covers({ last, gaps }: Position, id: number): boolean {
  return id <= last && !gaps.includes(id)
}

/** A position that moves with each event heard. */
export class Progress {
  private last: number
  private readonly gaps: Map<number, number>

  constructor({ last, gaps }: Position) {
    this.last = last
    this.gaps = new Map(gaps.map((id) => [id, Date.now()]))
  }

  covers(id: number): boolean {
    return id <= this.last && !this.gaps.has(id)
  }

  note(id: number): void {
    const now = Date.now()
    for (let missing = Math.max(this.last + 1, id - MAX_GAPS); missing < id; missing++) this.gaps.set(missing, now)
    this.gaps.delete(id)
    this.last = Math.max(this.last, id)
    for (const [gap, since] of this.gaps) if (since < now - GAP_MS || this.gaps.size > MAX_GAPS) this.gaps.delete(gap)
  }

  position(): Position {
    return { last: this.last, gaps: [...this.gaps.keys()] }
  }
}

export type LoggedEvent = { id: number; payload: string }
export type Replay = {
  /** What was missed, in order; null when that can no longer be told. */
  events: LoggedEvent[] | null
  /** Where one is after it. */
  position: Position
}

const number = z.coerce.number().int()
const replaySchema = z.tuple([
  z.object({
    last: number,
    first: number,
    gaps: z.array(number),
    missed: z.array(z.object({ id: number, payload: z.string() })),
  }),
])

/** What happened after a position, and the position now, both as of one moment. Without a position there is nothing to tell but where one is. */
export async function replayEvents(after: Position | null): Promise<Replay> {
  const from = after ?? { last: Number.MAX_SAFE_INTEGER, gaps: [] }
  const { text, values } = Prisma.sql`
    with bounds as (select coalesce(max(id), 0) as last, coalesce(min(id), 1) as first from desk_event),
    missing as (
      select number from bounds, generate_series(greatest(first, last - ${MAX_GAPS}::bigint), last) as number
      where not exists (select from desk_event where id = number)
    ),
    missed as (
      select id, payload from desk_event where id > ${from.last}::bigint or id = any(${from.gaps}::bigint[])
      order by id limit ${MAX_REPLAYED + 1}
    )
    select last, first, array(select number from missing order by number) as gaps,
      coalesce((select json_agg(json_build_object('id', id, 'payload', payload) order by id) from missed), '[]') as missed
    from bounds`
  const { rows } = await pgPool().query(text, values as unknown[])
  const [{ last, first, gaps, missed }] = replaySchema.parse(rows)
  const position = { last, gaps }
  // The last row always stays: a page that heard it has missed nothing, however long ago that was. A number higher than all is of another database.
  const canTell =
    after !== null && after.last <= last && (after.last >= first || (after.last === 0 && first === 1)) && missed.length <= MAX_REPLAYED
  return { events: canTell ? missed : null, position }
}

/** Forgets what nobody can have missed any more. The last row stays, as the mark of how far it went. */
export async function pruneEvents(): Promise<void> {
  const { text } = Prisma.sql`delete from desk_event where created_at < now() - ${KEPT} and id < (select max(id) from desk_event)`
  await pgPool().query(text)
}
