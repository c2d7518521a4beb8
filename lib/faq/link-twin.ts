import { recordAudit } from '@/lib/auth/record-audit'
import { db, type Tx } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { publish } from '@/lib/events'
import { getRule } from '@/lib/faq/get-rule'
import { requireEditor } from '@/lib/faq/require-editor'
import type { Rule, RuleEditor } from '@/lib/faq/schema'

/**
 * Makes two rules of different languages each other's twin, on both sides; null parts the rule from its twin. The twin that the rule had
 * until then is free again. The words of neither change, so neither has a new version.
 * @throws AppError forbidden, not_found, unprocessable (`reason: 'twin_language'`), conflict (`reason: 'twin_taken'`: it is another rule's)
 */
export async function linkTwin(editor: RuleEditor, id: string, twinId: string | null): Promise<Rule> {
  const authorId = requireEditor(editor)
  return db().$transaction(async (tx) => {
    await setTwin(tx, { id, twinId, authorId })
    return getRule(id, tx)
  })
}

type TwinLink = { id: string; twinId: string | null; authorId: string | null }

/** The same within the caller's transaction. A link that is there already is left as it is. */
export async function setTwin(tx: Tx, { id, twinId, authorId }: TwinLink): Promise<void> {
  await lockRules(tx, twinId ? [id, twinId] : [id])
  const rule = await getRule(id, tx)
  if (rule.twinId === twinId) return
  if (twinId) {
    const twin = await tx.faqRule.findUnique({ where: { id: twinId }, select: { language: true, twinId: true } })
    if (!twin)
      throw new AppError('not_found', 'The rule that is named as its twin no longer exists.', { details: { reason: 'twin_missing' } })
    if (twin.language === rule.language) {
      throw new AppError('unprocessable', 'A twin speaks the other language.', { details: { reason: 'twin_language' } })
    }
    if (twin.twinId) throw new AppError('conflict', 'That rule is another one\u2019s twin already.', { details: { reason: 'twin_taken' } })
  }
  await linkPairs(tx, [[id, twinId]])
  await recordAudit(tx, { actorId: authorId, action: twinId ? 'rule.link_twin' : 'rule.unlink_twin', subjectId: id, details: { twinId } })
  await publish(tx, { kind: 'rules' })
}

/**
 * Links each pair on both sides and parts both from whoever they belonged to; a pair with null only parts. Whether they may is for the
 * caller to know. By hand, so that `updated_at` stays: what a rule says has not changed.
 */
export async function linkPairs(tx: Tx, pairs: [id: string, twinId: string | null][]): Promise<void> {
  if (pairs.length === 0) return
  const ids = pairs.flat().filter((id) => id !== null)
  await tx.$executeRaw`
    update faq_rule set twin_id = null, twin_changed_at = null where id = any(${ids}::uuid[]) or twin_id = any(${ids}::uuid[])`
  const both = pairs.flatMap(([id, twinId]) =>
    twinId
      ? [
          { id, twin: twinId },
          { id: twinId, twin: id },
        ]
      : [],
  )
  await tx.$executeRaw`
    update faq_rule set twin_id = pair.twin from jsonb_to_recordset(${JSON.stringify(both)}::jsonb) as pair(id uuid, twin uuid)
    where faq_rule.id = pair.id`
}

/** In the order of their ids, so that two who lock the same rules wait for each other and do not block each other. */
async function lockRules(tx: Tx, ids: string[]): Promise<void> {
  await tx.$queryRaw`select id from faq_rule where id = any(${ids}::uuid[]) order by id for update`
}
