import type { TicketPlace } from '@/lib/tickets/cursor'
import type { TicketSort } from '@/lib/tickets/schema'
import { Prisma } from '@/prisma/generated/client'

/** Newest activity first; the longest waiting first; what is due first. */
const KEYS: Record<Exclude<TicketSort, 'active'>, Prisma.Sql> = {
  waiting: Prisma.sql`t.waiting_since`,
  due: Prisma.sql`t.due_at`,
}

/** One stretch of a list: which tickets, by what, and in which order. An index stands behind each (schema.prisma, Ticket). */
export type Stretch = { number: 0 | 1; where: Prisma.Sql; key: Prisma.Sql; order: Prisma.Sql; after: (place: TicketPlace) => Prisma.Sql }

const byActivity = (number: 0 | 1, where: Prisma.Sql): Stretch => ({
  number,
  where,
  key: Prisma.sql`t.active_at`,
  order: Prisma.sql`t.active_at desc, t.id desc`,
  // The outer bound is what the index can begin at.
  after: ({ at, id }) => Prisma.sql`t.active_at <= ${at} and (t.active_at < ${at} or t.id < ${id}::uuid)`,
})

/** The stretches of a list, in their order. */
export function stretchesOf(sort: TicketSort): Stretch[] {
  if (sort === 'active') return [byActivity(0, Prisma.sql`true`)]
  const key = KEYS[sort]
  return [
    {
      number: 0,
      where: Prisma.sql`${key} is not null`,
      key,
      order: Prisma.sql`${key} asc, t.id desc`,
      after: ({ at, id }) => Prisma.sql`${key} >= ${at} and (${key} > ${at} or t.id < ${id}::uuid)`,
    },
    byActivity(1, Prisma.sql`${key} is null`),
  ]
}
