import { findConflicts, type RuleConflict } from '@/lib/faq/find-conflicts'
import { type RuleInput, ruleSchema } from '@/lib/faq/schema'
import { embedQuestions } from '@/lib/retrieval/embed-questions'
import { searchRules } from '@/lib/retrieval/search-rules'

/** Of the rules that each way to ask finds, so many are compared; one that is like it is among the first. */
const COMPARED = 10
/** An admin waits for it; what is not embedded by then is looked for by its words. */
const EMBED_WITHIN_MS = 1_500

/**
 * What a rule would repeat or contradict among the published ones, were it published as it stands; see findConflicts.
 * @param id of the rule as it is stored, which is no conflict with itself
 * @throws ZodError
 */
export async function checkRule(input: RuleInput, id?: string, { embedWithinMs = EMBED_WITHIN_MS } = {}): Promise<RuleConflict[]> {
  const rule = ruleSchema.parse(input)
  // Also what will be valid later, or the conflict would show on a day when nobody looks.
  const moments = [...new Set([Date.now(), rule.validFrom?.getTime() ?? Date.now()])].map((time) => new Date(time))
  const texts = [rule.question, ...rule.variants]
  await embedQuestions(
    texts.map((text) => ({ text })),
    { timeoutMs: embedWithinMs },
  )
  const found = await Promise.all(
    moments.flatMap((now) =>
      texts.map((text) => searchRules({ text, language: rule.language, limit: COMPARED, now, withMeaning: 'known' })),
    ),
  )
  const rules = new Map(found.flatMap(({ hits }) => hits.map((hit) => [hit.rule.id, hit.rule] as const)))
  return findConflicts({ ...rule, id }, [...rules.values()])
}
