import { checkRule } from '@/lib/faq/check/check-rule'
import type { RuleConflict } from '@/lib/faq/check/find-conflicts'
import type { RuleContent } from '@/lib/faq/schema'
import type { RuleIndex } from '@/lib/retrieval/schema'

export type RuleInConflict = { ruleId: string; question: string; worst: RuleConflict }

type Limits = {
  /** Rules that would be published in the same stroke. */
  together?: RuleIndex
  /** Rules that would answer no more by then. */
  gone?: ReadonlySet<string>
  /** What is not looked at by then is not looked at. */
  withinMs?: number
}

/**
 * Which of these rules would repeat or contradict another, and how many were looked at; see checkRule. In turns, so that others have theirs;
 * with many of them, no model is waited for.
 */
export async function checkEach(
  rules: readonly { id: string; content: RuleContent }[],
  { together, gone, withinMs = Number.POSITIVE_INFINITY }: Limits,
): Promise<{ found: RuleInConflict[]; checked: number }> {
  const deadline = performance.now() + withinMs
  const found: RuleInConflict[] = []
  let checked = 0
  for (const { id, content } of rules) {
    if (performance.now() >= deadline) break
    const worst = (await checkRule(content, id, { embedWithinMs: 0, together })).find(({ ruleId }) => !gone?.has(ruleId))
    if (worst) found.push({ ruleId: id, question: content.question, worst })
    checked++
    await new Promise((resolve) => setImmediate(resolve))
  }
  return { found, checked }
}
