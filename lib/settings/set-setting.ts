import { recordAudit } from '@/lib/auth/record-audit'
import type { Agent } from '@/lib/auth/schema'
import { db } from '@/lib/db'
import { publish } from '@/lib/events'
import { type SettingKey, type SettingValue, settingsSchema } from '@/lib/settings/settings-schema'
import { Prisma } from '@/prisma/generated/client'

/**
 * Changes a setting for every process, from its next look on.
 * @throws ZodError when the value is out of the setting's bounds
 */
export async function setSetting<Key extends SettingKey>(agent: Agent, key: Key, input: SettingValue<Key>): Promise<void> {
  const parsed = settingsSchema[key].parse(input)
  // A JSON null is a value here; a database NULL is not allowed in the column.
  const value = parsed ?? Prisma.JsonNull
  await db().$transaction(async (tx) => {
    await tx.setting.upsert({ where: { key }, create: { key, value }, update: { value }, select: { key: true } })
    await recordAudit(tx, { actorId: agent.id, action: 'setting.update', subjectId: key, details: { value: parsed } })
    await publish(tx, { kind: 'settings' })
  })
}
