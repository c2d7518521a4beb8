import { z } from 'zod'
import { recordAudit } from '@/lib/auth/record-audit'
import type { Agent } from '@/lib/auth/schema'
import { db } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { publish } from '@/lib/events'
import { settingsSchema } from '@/lib/settings/settings-schema'
import { type Language, Role } from '@/prisma/generated/enums'

const KEY = 'moved_floors'
export const floorSchema = z.number().min(0).max(1).nullable()

/**
 * Puts the floor of one language where the admin wants it; null leaves it to the calibration again. Every process searches with it at once.
 * @throws AppError forbidden; ZodError
 */
export async function moveFloor(agent: Agent, language: Language, floor: number | null): Promise<void> {
  if (agent.role !== Role.admin) throw new AppError('forbidden', 'Only an admin can move a floor.')
  const wanted = floorSchema.parse(floor)
  await db().$transaction(async (tx) => {
    // Two admins, one at each language: neither may put the other's back.
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtext(${KEY}))`
    const stored = await tx.setting.findUnique({ where: { key: KEY }, select: { value: true } })
    const before = settingsSchema[KEY].catch({ zh: null, en: null }).parse(stored?.value)
    const value = { ...before, [language]: wanted }
    await tx.setting.upsert({ where: { key: KEY }, create: { key: KEY, value }, update: { value }, select: { key: true } })
    const details = { floor: wanted, before: before[language] }
    await recordAudit(tx, { actorId: agent.id, action: 'floor.move', subjectId: language, details })
    await publish(tx, { kind: 'settings' })
  })
}
