import { z } from 'zod'
import { db } from '@/lib/db'
import { readCursor, writeCursor } from '@/lib/faq/cursor'
import { type Rule, type RuleQuery, ruleQuerySchema, ruleSelect } from '@/lib/faq/schema'
import { Prisma } from '@/prisma/generated/client'

export type RulePage = { items: Rule[]; nextCursor: string | null }

const rowsSchema = z.array(z.object({ id: z.uuid() }))
/** More words than this narrow nothing down. */
const MAX_WORDS = 8

/**
 * Rules, the last changed first.
 * @throws ZodError, AppError bad_request (the cursor)
 */
export async function listRules(query: RuleQuery): Promise<RulePage> {
  const { q, status, language, cursor, limit } = ruleQuerySchema.parse(query)
  const after = cursor ? readCursor(cursor) : null
  const filters = [
    status ? Prisma.sql`status = ${status}::rule_status` : null,
    language ? Prisma.sql`language = ${language}::language` : null,
    after ? Prisma.sql`(updated_at, id) < (${after.updatedAt}, ${after.id}::uuid)` : null,
    ...wordsOf(q).map(holdsWord),
  ].filter((filter) => filter !== null)
  // Prisma cannot look for a part of a word inside an array, and variants are one.
  const rows = rowsSchema.parse(
    await db().$queryRaw`
      select id from faq_rule
      where ${filters.length > 0 ? Prisma.join(filters, ' and ') : Prisma.sql`true`}
      order by updated_at desc, id desc
      limit ${limit + 1}`,
  )
  const ids = rows.slice(0, limit).map(({ id }) => id)
  const rules = await db().faqRule.findMany({ where: { id: { in: ids } }, select: ruleSelect })
  const byId = new Map(rules.map((rule) => [rule.id, rule]))
  const items = ids.flatMap((id) => byId.get(id) ?? [])
  const last = items.at(-1)
  return { items, nextCursor: rows.length > limit && last ? writeCursor(last) : null }
}

/** The words of a search that must all be there. */
export function wordsOf(q: string | undefined): string[] {
  return (q ?? '').replaceAll('\0', '').split(/\s+/).filter(Boolean).slice(0, MAX_WORDS)
}

/** Whether the word stands somewhere in a rule; parts of words count. */
export function holdsWord(word: string): Prisma.Sql {
  return Prisma.sql`concat_ws(E'\n', question, array_to_string(variants, E'\n'), answer, category, array_to_string(tags, E'\n')) ilike ${patternOf(word)}`
}

/** For `ilike`: the word, wherever it stands. */
export function patternOf(word: string): string {
  return `%${word.replace(/[\\%_]/g, '\\$&')}%`
}
