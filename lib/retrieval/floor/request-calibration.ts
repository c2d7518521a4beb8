import { recordAudit } from '@/lib/auth/record-audit'
import type { Agent } from '@/lib/auth/schema'
import { db } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { addJob } from '@/lib/jobs'
import { Role } from '@/prisma/generated/enums'

/**
 * Has the floors calibrated now, by whichever process is free; one that was due later is this one.
 * @throws AppError forbidden
 */
export async function requestCalibration(agent: Agent): Promise<void> {
  if (agent.role !== Role.admin) throw new AppError('forbidden', 'Only an admin can have the floors calibrated.')
  await db().$transaction(async (tx) => {
    await recordAudit(tx, { actorId: agent.id, action: 'floor.calibrate' })
    await addJob(tx, 'calibrate-floors', {}, { jobKey: 'calibrate-floors', maxAttempts: 3 })
  })
}
