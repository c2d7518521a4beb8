'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'
import { type Attempt, attempt } from '@/app/_doors/attempt'
import { requireAdmin } from '@/lib/auth/require-agent'
import { confirmTwin } from '@/lib/faq/confirm-twin'
import { linkTwin } from '@/lib/faq/link-twin'

const idSchema = z.uuid()

/** Links a rule with its counterpart in the other language; null parts them. */
export async function linkTwinAction(ruleId: string, twinId: string | null): Promise<Attempt<void>> {
  return attempt('rule.link_twin', async () => {
    const admin = await requireAdmin()
    await linkTwin(admin, idSchema.parse(ruleId), idSchema.nullable().parse(twinId))
    refresh()
  })
}

/** The twin’s change needs none here. */
export async function confirmTwinAction(ruleId: string): Promise<Attempt<void>> {
  return attempt('rule.confirm_twin', async () => {
    const admin = await requireAdmin()
    await confirmTwin(admin, idSchema.parse(ruleId))
    refresh()
  })
}
