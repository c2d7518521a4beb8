import { db } from '@/lib/db'
import { visibleTo } from '@/lib/macros/schema'

/** Counts that a macro was put into a reply; one that is gone meanwhile is no error. */
export async function countUse(agent: { id: string }, id: string): Promise<void> {
  await db().macro.updateMany({ where: { id, ...visibleTo(agent) }, data: { uses: { increment: 1 }, lastUsedAt: new Date() } })
}
