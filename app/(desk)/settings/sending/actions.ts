'use server'

import { refresh } from 'next/cache'
import { type Attempt, attempt } from '@/app/_doors/attempt'
import { requireAdmin } from '@/lib/auth/require-agent'
import { setSetting } from '@/lib/settings/set-setting'

export async function setUndoSecondsAction(seconds: number): Promise<Attempt<void>> {
  return attempt('setting.update', async () => {
    const admin = await requireAdmin()
    await setSetting(admin, 'undo_send_seconds', seconds)
    refresh()
  })
}
