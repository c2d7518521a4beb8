import { z } from 'zod'
import type { Tx } from '@/lib/db'
import type { PlannedRow } from '@/lib/faq/import/plan-import'
import type { RuleContent } from '@/lib/faq/schema'

type Written = { id: string; version: number; externalId: string | null; content: RuleContent }
const idsSchema = z.array(z.object({ id: z.uuid() }))

/**
 * Writes the rows of a plan that change anything, with their revisions: three statements, however many rows (some hundreds fit under
 * PostgreSQL's limit of 65,535 values). False when a rule is no longer the one that was planned for; the caller must roll back.
 */
export async function writeRules(tx: Tx, authorId: string | null, rows: PlannedRow[]): Promise<boolean> {
  const created = rows.flatMap((row): Written[] =>
    row.action === 'create' ? [{ id: row.id, version: 1, externalId: row.externalId, content: row.content }] : [],
  )
  const updated = rows.flatMap((row): Written[] =>
    row.action === 'update'
      ? [{ id: row.before.id, version: row.before.version + 1, externalId: row.externalId, content: row.content }]
      : [],
  )
  if (created.length > 0) {
    await tx.faqRule.createMany({ data: created.map(({ id, externalId, content }) => ({ id, externalId, ...content })) })
  }
  if (updated.length > 0 && (await update(tx, updated)) < updated.length) return false
  const revisions = [...created, ...updated].map(({ id, version, content }) => ({ ruleId: id, version, authorId, ...content }))
  if (revisions.length > 0) await tx.faqRuleRevision.createMany({ data: revisions })
  return true
}

/** Prisma can give many rows the same values, but not each its own. Returns how many there were to change. */
async function update(tx: Tx, rules: Written[]): Promise<number> {
  const values = JSON.stringify(
    rules.map(({ id, version, externalId, content }) => ({
      id,
      version,
      external_id: externalId,
      question: content.question,
      variants: content.variants,
      answer: content.answer,
      category: content.category,
      tags: content.tags,
      entity: content.entity,
      language: content.language,
      status: content.status,
      valid_from: content.validFrom,
      valid_until: content.validUntil,
    })),
  )
  const changed = await tx.$queryRaw`
    update faq_rule set
      version = new.version, external_id = new.external_id, question = new.question, variants = new.variants, answer = new.answer,
      category = new.category, tags = new.tags, entity = new.entity, language = new.language, status = new.status,
      valid_from = new.valid_from, valid_until = new.valid_until, updated_at = now()
    from jsonb_to_recordset(${values}::jsonb) as new(
      id uuid, version int, external_id text, question text, variants text[], answer text, category text, tags text[],
      entity text, language language, status rule_status, valid_from timestamptz, valid_until timestamptz)
    where faq_rule.id = new.id and faq_rule.version = new.version - 1
    returning faq_rule.id`
  return idsSchema.parse(changed).length
}
