'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'
import { type Attempt, attempt } from '@/app/_doors/attempt'
import { requireAdmin } from '@/lib/auth/require-agent'
import { adoptPhrasing } from '@/lib/faq/adopt-phrasing'
import type { Rule } from '@/lib/faq/schema'
import { removePhrasing } from '@/lib/retrieval/remove-phrasing'
import { removeWrongQuestion } from '@/lib/retrieval/remove-wrong-question'

const placeSchema = z.object({ id: z.uuid(), version: z.number().int().min(1) })

/** Takes what a rule has learnt out of it for good. */
export async function removePhrasingAction(phrasingId: string): Promise<Attempt<void>> {
  return attempt('rule.remove_phrasing', async () => {
    const admin = await requireAdmin()
    await removePhrasing(admin, z.uuid().parse(phrasingId))
    refresh()
  })
}

/** Makes what a rule has learnt one of its own ways to ask. */
export async function adoptPhrasingAction(place: z.input<typeof placeSchema>, phrasingId: string): Promise<Attempt<Rule>> {
  return attempt('rule.adopt_phrasing', async () => {
    const admin = await requireAdmin()
    const rule = await adoptPhrasing(admin, placeSchema.parse(place), z.uuid().parse(phrasingId))
    refresh()
    return rule
  })
}

/** Decides that the rule is right for a question that agents called it wrong for. */
export async function removeWrongQuestionAction(wrongRuleId: string): Promise<Attempt<void>> {
  return attempt('rule.remove_wrong_question', async () => {
    const admin = await requireAdmin()
    await removeWrongQuestion(admin, z.uuid().parse(wrongRuleId))
    refresh()
  })
}
