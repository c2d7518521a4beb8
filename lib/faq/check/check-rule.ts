import { findConflicts, type RuleConflict } from '@/lib/faq/check/find-conflicts'
import { type RuleInput, ruleSchema } from '@/lib/faq/schema'
import { embedQuestions } from '@/lib/retrieval/meaning/embed-questions'
import type { RuleIndex } from '@/lib/retrieval/schema'
import { searchRules } from '@/lib/retrieval/search-rules'

/** Of the rules that each way to ask finds, so many are compared; one that is like it is among the first. */
const COMPARED = 10
/** An admin waits for it; what is not embedded by then is looked for by its words. */
const EMBED_WITHIN_MS = 1_500

export type CheckOptions = {
  embedWithinMs?: number
  /** Rules that would be published together with it. */
  together?: RuleIndex
}

/**
 * What a rule would repeat or contradict among the published ones, were it published as it stands; see findConflicts.
 * @param id of the rule as it is stored, which is no conflict with itself
 * @throws ZodError
 */
export async function checkRule(input: RuleInput, id?: string, options: CheckOptions = {}): Promise<RuleConflict[]> {
  const { embedWithinMs = EMBED_WITHIN_MS, together } = options
  const rule = ruleSchema.parse(input)
  // Also what will be valid later, or the conflict would show on a day when nobody looks.
  const moments = [...new Set([Date.now(), rule.validFrom?.getTime() ?? Date.now()])].map((time) => new Date(time))
  const texts = [rule.question, ...rule.variants]
  await embedQuestions(
    texts.map((text) => ({ text })),
    { timeoutMs: embedWithinMs },
  )
  // Of many hotels that say when breakfast begins, its own must be among the first: what was named before only tells which is meant.
  const before = rule.entity ? [{ text: rule.entity, weight: 0 }] : undefined
  const asked = moments.flatMap((now) => texts.map((text) => ({ text, before, language: rule.language, limit: COMPARED, now })))
  const found = await Promise.all(asked.map((ask) => searchRules({ ...ask, withMeaning: 'known' })))
  const hits = [...found.flatMap((each) => each.hits), ...asked.flatMap(({ text, ...ask }) => together?.search(text, ask) ?? [])]
  const rules = new Map(hits.map((hit) => [hit.rule.id, hit.rule] as const))
  return findConflicts({ ...rule, id }, [...rules.values()])
}
