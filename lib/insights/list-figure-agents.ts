import type { Agent } from '@/lib/auth/schema'
import { db } from '@/lib/db'
import type { OutcomeCount } from '@/lib/insights/count-outcomes'
import { countDecided, type Decided, toDecided } from '@/lib/insights/decided'
import { addEditedShares, type EditedShare } from '@/lib/insights/edited-share'
import { groupBy } from '@/lib/insights/group-by'

/** One who used drafts; null is the API, whose callers are no agents. */
export type FigureAgent = { id: string | null; name: string | null } & Decided & EditedShare

/**
 * What each agent did with drafts, who used most of them first. An admin sees everyone; an agent sees their own figures and nobody
 * else's, beside the team's, which everyone sees.
 */
export async function listFigureAgents(reader: Agent, outcomes: OutcomeCount[]): Promise<FigureAgent[]> {
  const visible = reader.role === 'admin' ? outcomes : outcomes.filter(({ agentId }) => agentId === reader.id)
  const groups = groupBy(visible, ({ agentId }) => agentId)
  const ids = [...groups.keys()].filter((id) => id !== null)
  const users = await db().user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } })
  return [...groups]
    .map(([id, rows]) => ({ id, name: users.find((user) => user.id === id)?.name ?? null, ...toDecided(rows), ...addEditedShares(rows) }))
    .filter((agent) => countDecided(agent) > 0)
    .sort((one, other) => countDecided(other) - countDecided(one))
}
