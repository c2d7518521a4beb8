import { db } from '@/lib/db'
import { publish } from '@/lib/events'
import { type SettingKey, type SettingValue, settingsSchema } from '@/lib/settings/settings-schema'
import { Prisma } from '@/prisma/generated/client'

/**
 * Keeps what the desk found out by itself; what a person sets goes through setSetting and is audited.
 * @throws ZodError when the value is out of the setting's bounds
 */
export async function keepSetting<Key extends SettingKey>(key: Key, input: SettingValue<Key>): Promise<void> {
  const value = settingsSchema[key].parse(input) ?? Prisma.JsonNull
  await db().$transaction(async (tx) => {
    await tx.setting.upsert({ where: { key }, create: { key, value }, update: { value }, select: { key: true } })
    await publish(tx, { kind: 'settings' })
  })
}
