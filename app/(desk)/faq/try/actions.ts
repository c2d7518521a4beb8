'use server'

import { z } from 'zod'
import { type Attempt, attempt } from '@/app/_doors/attempt'
import { requireAdmin } from '@/lib/auth/require-agent'
import { addVariant } from '@/lib/faq/add-variant'
import type { Rule } from '@/lib/faq/schema'

const lessonSchema = z.object({ id: z.uuid(), version: z.int().min(1), variant: z.string().trim().min(1).max(300) })

/** What was asked becomes a variant of the rule that should have answered it. */
export async function teachRuleAction(input: z.input<typeof lessonSchema>): Promise<Attempt<Pick<Rule, 'id' | 'version' | 'question'>>> {
  return attempt('rule.teach', async () => {
    const admin = await requireAdmin()
    const { variant, ...place } = lessonSchema.parse(input)
    const { id, version, question } = await addVariant(admin, place, variant)
    return { id, version, question }
  })
}
