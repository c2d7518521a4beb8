import type { Person } from '@/lib/auth/take-person'
import type { Tx } from '@/lib/db'
import { AppError } from '@/lib/errors'

/**
 * Refuses what would leave the desk without an admin. The caller holds all admins (take-person.ts).
 * @throws AppError conflict, `details.reason: last_admin`
 */
export async function keepAnAdmin(tx: Tx, { id, role, disabledAt }: Person): Promise<void> {
  if (role !== 'admin' || disabledAt) return
  const others = await tx.user.count({ where: { role: 'admin', disabledAt: null, id: { not: id } } })
  if (others === 0) throw new AppError('conflict', 'The last admin cannot go.', { details: { reason: 'last_admin' } })
}
