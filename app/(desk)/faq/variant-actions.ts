'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'
import { type Attempt, attempt } from '@/app/_doors/attempt'
import { requireAdmin } from '@/lib/auth/require-agent'
import { addVariant } from '@/lib/faq/add-variant'
import { findAlikeQuestions, type WrittenRule } from '@/lib/faq/check/find-alike-questions'
import type { Rule } from '@/lib/faq/schema'
import type { VariantIdea } from '@/lib/faq/variant-ideas'

/** What customers asked lately that would find a rule which is not saved yet. */
export async function findAlikeAction(rule: WrittenRule): Promise<Attempt<VariantIdea[]>> {
  return attempt('rule.find_alike', async () => {
    await requireAdmin()
    return findAlikeQuestions(rule, null)
  })
}

const placeSchema = z.object({ id: z.uuid(), version: z.number().int().min(1) })

/** Lets a rule answer one more way to ask. */
export async function addVariantAction(place: z.input<typeof placeSchema>, text: string): Promise<Attempt<Rule>> {
  return attempt('rule.add_variant', async () => {
    const admin = await requireAdmin()
    const rule = await addVariant(admin, placeSchema.parse(place), z.string().max(300).parse(text))
    refresh()
    return rule
  })
}
