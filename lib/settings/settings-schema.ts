import { z } from 'zod'

/** What an admin can set while it runs. A key that is not stored, or no longer fits, has its default. */
export const settingsSchema = {
  /** How long an answer stays in the cache, in seconds: a minute to 30 days. */
  answer_cache_ttl_seconds: z.number().int().min(60).max(2_592_000).default(86_400),
  /** The whole time an agent may wait for a draft, in milliseconds; null leaves it to SUGGESTION_TIMEOUT_MS. */
  suggestion_timeout_ms: z.number().int().min(10_000).max(15_000).nullable().default(null),
}

export type SettingKey = keyof typeof settingsSchema
export type SettingValue<Key extends SettingKey> = z.output<(typeof settingsSchema)[Key]>
