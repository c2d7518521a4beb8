import { z } from 'zod'
import { db } from '@/lib/db'
import { getRule } from '@/lib/faq/get-rule'
import { requireEditor } from '@/lib/faq/require-editor'
import { type RuleEditor, ruleChangeSchema } from '@/lib/faq/schema'
import { changeRule } from '@/lib/faq/update-rule'
import { markRulesChanged } from '@/lib/retrieval/rule-store'

/** Rules of one transaction: it stays far below the 15 s that a transaction has. */
export const BATCH = 100
export const MAX_CHANGED_AT_ONCE = 1_000

const { status, category, tags } = ruleChangeSchema.shape
/** What can be done to many rules alike. */
const bulkChangeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('status'), status: status.unwrap() }),
  z.object({ kind: z.literal('category'), category: category.unwrap() }),
  z.object({ kind: z.literal('tag'), tag: tags.unwrap().element }),
])
export type BulkChange = z.input<typeof bulkChangeSchema>

export const changedRuleSchema = z.object({ id: z.uuid(), version: z.number().int().min(2) })
/** A rule and the version that a change made of it. */
export type ChangedRule = z.output<typeof changedRuleSchema>

/**
 * Does the same to many rules; each gets its revision, as if it had been changed alone. A rule that has the state, category or tag already
 * stays as it is; one that somebody changes at this moment or that has twenty tags fails its hundred, and those before it stay changed.
 * Returns those that changed, with their new versions; see undoChanges.
 * @throws AppError forbidden, not_found, conflict; ZodError
 */
export async function changeRules(editor: RuleEditor, ids: string[], input: BulkChange): Promise<ChangedRule[]> {
  const authorId = requireEditor(editor)
  const change = bulkChangeSchema.parse(input)
  const wanted = [...new Set(z.array(z.uuid()).min(1).max(MAX_CHANGED_AT_ONCE).parse(ids))].sort()
  const changed: ChangedRule[] = []
  for (let at = 0; at < wanted.length; at += BATCH) {
    const batch = await db().$transaction(async (tx) => {
      const done: ChangedRule[] = []
      for (const id of wanted.slice(at, at + BATCH)) {
        const before = await getRule(id, tx)
        const part =
          change.kind === 'tag'
            ? { tags: [...before.tags, change.tag] }
            : change.kind === 'status'
              ? { status: change.status }
              : { category: change.category }
        const after = await changeRule(tx, before, { content: { ...before, ...part }, authorId, action: 'rule.update' })
        if (after.version > before.version) done.push({ id, version: after.version })
      }
      return done
    })
    changed.push(...batch)
  }
  markRulesChanged()
  return changed
}
