import { z } from 'zod'
import { listPublishedRules } from '@/lib/faq/list-published-rules'
import { ruleSchema } from '@/lib/faq/schema'
import { inSlices } from '@/lib/retrieval/in-slices'
import { learnedTexts } from '@/lib/retrieval/list-phrasings'
import { wrongTexts } from '@/lib/retrieval/list-wrong-questions'
import { embedRuleNow } from '@/lib/retrieval/meaning/embed-rule-now'
import { patchSteps } from '@/lib/retrieval/rule-index'
import { currentRules } from '@/lib/retrieval/rule-store'
import type { IndexedRule, RuleIndex } from '@/lib/retrieval/schema'

/** A rule as it is being written, and the stored one that it would replace; null for a new one. */
export const changeSchema = z.object({ ruleId: z.uuid().nullable(), rule: ruleSchema })
export type RuleChangeTried = z.output<typeof changeSchema>

/** Stands for a rule that has no id yet; no uuid of ours is it. */
export const NEW_RULE_ID = 'new'

/**
 * The rules in force, and the same with the change made; a rule that is not published is in neither. `now` is the moment at which the
 * change can be seen: where the rule begins to answer later only, that one.
 */
export async function indexWithChange({
  ruleId,
  rule,
}: RuleChangeTried): Promise<{ before: RuleIndex; after: RuleIndex; rule: IndexedRule; now: Date }> {
  const ids = ruleId ? [ruleId] : []
  const [{ index: before }, [present], learned, wrong] = await Promise.all([
    currentRules(),
    listPublishedRules(ids),
    learnedTexts(ids),
    wrongTexts(ids),
  ])
  const { status, ...content } = rule
  // Its version is one that no answer of the cache can be kept under.
  const changed: IndexedRule = {
    ...present,
    ...content,
    id: ruleId ?? NEW_RULE_ID,
    version: (present?.version ?? 0) + 1,
    learned: (ruleId && learned.get(ruleId)) || [],
    wrongFor: (ruleId && wrong.get(ruleId)) || [],
  }
  // Patched as the index in force is patched, so that nothing but the change can make a difference.
  const patch = status === 'published' ? { changed: [changed], goneIds: [] } : { changed: [], goneIds: ids }
  const after = await inSlices(patchSteps(before, patch))
  const ownVectors = status === 'published' ? new Map([[changed.id, await embedRuleNow(changed)]]) : undefined
  return { before, after: { ...after, ...(ownVectors && { ownVectors }) }, rule: changed, now: momentOf(present ?? null, changed) }
}

/** A rule that answers already and is put off is missed at once; one that is new to come can be seen no sooner than it begins. */
function momentOf(present: IndexedRule | null, { validFrom }: IndexedRule): Date {
  const now = new Date()
  const answersNow =
    present !== null && (!present.validFrom || present.validFrom <= now) && (!present.validUntil || present.validUntil > now)
  return validFrom && validFrom > now && !answersNow ? validFrom : now
}
