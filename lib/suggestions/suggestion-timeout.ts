import { env } from '@/lib/env'
import { getSetting } from '@/lib/settings/get-setting'

/** The whole time an agent may wait for a draft, in milliseconds: the admin's setting, else SUGGESTION_TIMEOUT_MS. */
export async function suggestionTimeoutMs(): Promise<number> {
  return (await getSetting('suggestion_timeout_ms')) ?? env().SUGGESTION_TIMEOUT_MS
}
