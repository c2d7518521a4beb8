'use server'

import { refresh } from 'next/cache'
import { type Attempt, attempt } from '@/app/_doors/attempt'
import { requireAdmin } from '@/lib/auth/require-agent'
import type { ResponseTargets } from '@/lib/settings/response-targets-schema'
import { setResponseTargets } from '@/lib/tickets/set-response-targets'

export async function setTargetsAction(targets: ResponseTargets): Promise<Attempt<void>> {
  return attempt('setting.update', async () => {
    const admin = await requireAdmin()
    await setResponseTargets(admin, targets)
    refresh()
  })
}
