import { recordAudit } from '@/lib/auth/record-audit'
import type { Agent } from '@/lib/auth/schema'
import type { Tx } from '@/lib/db'
import { AppError } from '@/lib/errors'

type Kept = { id: string; title: string; ownerId: string | null }

/**
 * Whether this person may change it: everybody's are the admins', one's own are one's own.
 * @throws AppError forbidden
 */
export function requireKeeper(agent: Agent, ownerId: string | null): void {
  if (ownerId === null ? agent.role !== 'admin' : ownerId !== agent.id) {
    throw new AppError('forbidden', 'Only an admin changes the macros that everybody has.')
  }
}

/**
 * A macro as it stands, held until the transaction ends.
 * @throws AppError not_found (also where it is somebody else's own), forbidden
 */
export async function takeMacro(tx: Tx, agent: Agent, id: string): Promise<Kept> {
  await tx.$queryRaw`select id from macro where id = ${id}::uuid for update`
  const macro = await tx.macro.findUnique({ where: { id }, select: { id: true, title: true, ownerId: true } })
  if (!macro || (macro.ownerId !== null && macro.ownerId !== agent.id)) throw new AppError('not_found', 'This macro no longer exists.')
  requireKeeper(agent, macro.ownerId)
  return macro
}

/** What is done to everybody's macros stands in the books; one's own are one's own affair. */
export async function auditShared(tx: Tx, agent: Agent, action: string, { id, title }: Pick<Kept, 'id' | 'title'>): Promise<void> {
  await recordAudit(tx, { actorId: agent.id, action, subjectId: id, details: { title } })
}
