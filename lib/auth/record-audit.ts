import type { Tx } from '@/lib/db'
import type { Prisma } from '@/prisma/generated/client'

export type AuditRecord = {
  /** Who did it; null for the command line and the system itself. */
  actorId: string | null
  /** `<noun>.<verb>`: `api_key.create`, `user.sign_in`, `rule.update`. */
  action: string
  /** The id of what it was done to. */
  subjectId?: string | null
  /** What changed: ids, names and settings, never a secret and never a customer's words. */
  details?: Prisma.InputJsonObject
}

/** Writes an entry into the house's books; it commits with the deed, or not at all. */
export async function recordAudit(tx: Tx, { actorId, action, subjectId = null, details = {} }: AuditRecord): Promise<void> {
  await tx.auditEntry.create({ data: { actorId, action, subjectId, details }, select: { id: true } })
}
