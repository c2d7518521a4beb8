'use server'

import { refresh } from 'next/cache'
import { type Attempt, attempt } from '@/app/_doors/attempt'
import { requireAdmin } from '@/lib/auth/require-agent'
import type { Speeds } from '@/lib/insights/minutes-saved'
import { setSetting } from '@/lib/settings/set-setting'

/** The setting's own schema says what a speed may be. */
export async function setSpeedsAction(speeds: Speeds): Promise<Attempt<void>> {
  return attempt('setting.update', async () => {
    const admin = await requireAdmin()
    await setSetting(admin, 'insights_speeds', speeds)
    refresh()
  })
}
