import { db } from '@/lib/db'
import type { ListFilter } from '@/lib/tickets/list-filter'
import { Prisma } from '@/prisma/generated/client'

/** The ticket with this number, if the list holds it. */
export async function findNumbered({ base, rest }: ListFilter, number: number): Promise<string | null> {
  const [row] = await db().$queryRaw<{ id: string }[]>`
    select t.id from ticket t where t.number = ${number} and ${base} and ${rest ?? Prisma.sql`true`}`
  return row?.id ?? null
}
