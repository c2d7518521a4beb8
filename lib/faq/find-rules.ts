import { z } from 'zod'
import { db } from '@/lib/db'
import { holdsWord, patternOf, wordsOf } from '@/lib/faq/list-rules'
import { Prisma } from '@/prisma/generated/client'
import { Language } from '@/prisma/generated/enums'

const rowsSchema = z.array(z.object({ id: z.uuid(), question: z.string(), language: z.enum(Language) }))
export type FoundRule = z.infer<typeof rowsSchema>[number]

/** The rules that hold all words of a search: those first whose question does, then the last changed. */
export async function findRules(q: string, limit: number): Promise<FoundRule[]> {
  const words = wordsOf(q)
  if (words.length === 0) return []
  const asksIt = Prisma.join(
    words.map((word) => Prisma.sql`question ilike ${patternOf(word)}`),
    ' and ',
  )
  // Prisma cannot look for a part of a word inside an array, and variants are one.
  const rows = await db().$queryRaw`
    select id, question, language from faq_rule
    where ${Prisma.join(words.map(holdsWord), ' and ')}
    order by (${asksIt}) desc, updated_at desc, id desc
    limit ${limit}`
  return rowsSchema.parse(rows)
}
