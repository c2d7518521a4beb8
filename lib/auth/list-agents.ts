import { db } from '@/lib/db'

/** Everyone a ticket can be given to, by name. */
export function listAgents(): Promise<{ id: string; name: string }[]> {
  return db().user.findMany({
    where: { disabledAt: null },
    select: { id: true, name: true },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: 1_000,
  })
}
