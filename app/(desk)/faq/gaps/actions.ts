'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'
import { type Attempt, attempt } from '@/app/_doors/attempt'
import { requireAdmin } from '@/lib/auth/require-agent'
import { dismissGap } from '@/lib/faq/gaps/dismiss-gap'
import { restoreGap } from '@/lib/faq/gaps/restore-gap'
import { writeGapRule } from '@/lib/faq/gaps/write-gap-rule'

const placeSchema = z.object({ suggestionId: z.uuid(), days: z.number().int().min(1).max(365) })
type Place = z.input<typeof placeSchema>

/** Begins the rule for a gap, or finds the one that was begun. Answers its id. */
export async function writeGapRuleAction(place: Place): Promise<Attempt<string>> {
  return attempt('gap.write', async () => {
    const admin = await requireAdmin()
    return writeGapRule(admin, placeSchema.parse(place))
  })
}

export async function dismissGapAction(place: Place): Promise<Attempt<void>> {
  return attempt('gap.dismiss', async () => {
    const admin = await requireAdmin()
    await dismissGap(admin, placeSchema.parse(place))
    refresh()
  })
}

export async function restoreGapAction(decisionId: string): Promise<Attempt<void>> {
  return attempt('gap.restore', async () => {
    const admin = await requireAdmin()
    await restoreGap(admin, z.uuid().parse(decisionId))
    refresh()
  })
}
