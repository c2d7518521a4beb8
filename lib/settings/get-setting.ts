import type { ZodType } from 'zod'
import { db } from '@/lib/db'
import { log } from '@/lib/log'
import { type SettingKey, type SettingValue, settingsSchema } from '@/lib/settings/settings-schema'

/** The setting's value, or its default when nobody has set it. One look-up by key; nothing is kept in the process. */
export async function getSetting<Key extends SettingKey>(key: Key): Promise<SettingValue<Key>> {
  const stored = await db().setting.findUnique({ where: { key }, select: { value: true } })
  // Typed by hand: TypeScript cannot follow a generic key through the table of schemas.
  const schema = settingsSchema[key] as unknown as ZodType<SettingValue<Key>>
  const result = schema.safeParse(stored?.value)
  if (result.success) return result.data
  log.warn({ event: 'setting.unreadable', key })
  return schema.parse(undefined)
}
