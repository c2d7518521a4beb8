import type { Agent } from '@/lib/auth/schema'
import { db } from '@/lib/db'
import { addJob } from '@/lib/jobs'
import type { ResponseTargets } from '@/lib/settings/response-targets-schema'
import { setSetting } from '@/lib/settings/set-setting'

/**
 * Changes by when tickets must be answered and solved. Every ticket that comes or changes from now on has the new times at once; the timers of
 * those that are open follow in the background.
 * @throws ZodError
 */
export async function setResponseTargets(admin: Agent, targets: ResponseTargets): Promise<void> {
  await setSetting(admin, 'response_targets', targets)
  await addJob(db(), 'recompute-timers', {}, { jobKey: 'recompute-timers', priority: -1 })
}
