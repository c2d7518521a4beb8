import { recordAudit } from '@/lib/auth/record-audit'
import { db } from '@/lib/db'
import { AppError } from '@/lib/errors'

export type ApiKeyRevocation = {
  id: string
  /** Null from the command line. */
  revokedById?: string | null
}

/**
 * Ends a key at once and for good. Revoking it again changes nothing.
 * @throws AppError not_found
 */
export async function revokeApiKey({ id, revokedById = null }: ApiKeyRevocation): Promise<void> {
  await db().$transaction(async (tx) => {
    const { count } = await tx.apiKey.updateMany({ where: { id, revokedAt: null }, data: { revokedAt: new Date() } })
    if (count > 0) return recordAudit(tx, { actorId: revokedById, action: 'api_key.revoke', subjectId: id })
    const known = await tx.apiKey.findUnique({ where: { id }, select: { id: true } })
    if (!known) throw new AppError('not_found', 'This API key does not exist.')
  })
}
