'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'
import { type Attempt, attempt } from '@/app/_doors/attempt'
import { requireAgent } from '@/lib/auth/require-agent'
import { reportWrongRule, withdrawWrongRule } from '@/lib/retrieval/report-wrong-rule'
import { type Rating, rateSuggestion } from '@/lib/suggestions/rate-suggestion'
import { getDraft } from '@/lib/tickets/get-ticket'
import type { Draft } from './draft'
import { asDraft } from './to-draft'

const placeSchema = z.object({ suggestionId: z.uuid(), ruleId: z.uuid() })

/** Says that a rule does not answer this question, or takes that back. */
export async function setWrongRuleAction(input: z.input<typeof placeSchema>, isWrong: boolean): Promise<Attempt<void>> {
  const agent = await requireAgent()
  return attempt('rule.wrong', async () => {
    const place = placeSchema.parse(input)
    if (isWrong) await reportWrongRule(agent, place)
    else await withdrawWrongRule(place)
    refresh()
  })
}

export async function rateDraftAction(rating: Rating): Promise<Attempt<void>> {
  const agent = await requireAgent()
  return attempt('suggestion.rate', async () => {
    await rateSuggestion(agent, rating)
    refresh()
  })
}

/** An earlier draft with its rules and its check, to be taken up again. */
export async function readDraftAction(suggestionId: string): Promise<Attempt<Draft>> {
  await requireAgent()
  return attempt('suggestion.read', async () => asDraft(await getDraft(z.uuid().parse(suggestionId))))
}
