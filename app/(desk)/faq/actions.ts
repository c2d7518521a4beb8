'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'
import { type Attempt, attempt } from '@/app/_doors/attempt'
import { requireAdmin } from '@/lib/auth/require-agent'
import { createRule } from '@/lib/faq/create-rule'
import { restoreRevision } from '@/lib/faq/restore-revision'
import { type Rule, type RuleInput, ruleSchema, twinIdSchema } from '@/lib/faq/schema'
import { updateRule } from '@/lib/faq/update-rule'

const placeSchema = z.object({ id: z.uuid(), version: z.number().int().min(1) })

/** Saves a rule that was read at `place.version`; without a place, a new one, which may be the twin of another. */
export async function saveRuleAction(
  place: z.input<typeof placeSchema> | null,
  input: RuleInput,
  twinId: string | null = null,
): Promise<Attempt<Rule>> {
  return attempt('rule.save', async () => {
    const admin = await requireAdmin()
    const content = ruleSchema.parse(input)
    const at = place && placeSchema.parse(place)
    const rule = at
      ? await updateRule(admin, at.id, at.version, content)
      : await createRule(admin, content, { twinId: twinIdSchema.parse(twinId) })
    refresh()
    return rule
  })
}

/** Brings the words of an earlier version back, as a new version. */
export async function restoreRuleAction(place: z.input<typeof placeSchema>): Promise<Attempt<Rule>> {
  return attempt('rule.restore', async () => {
    const admin = await requireAdmin()
    const { id, version } = placeSchema.parse(place)
    const rule = await restoreRevision(admin, id, version)
    refresh()
    return rule
  })
}
