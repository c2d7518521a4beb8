import { db } from '@/lib/db'
import type { Prisma } from '@/prisma/generated/client'

const select = {
  id: true,
  text: true,
  createdAt: true,
  /** The reply that taught it, while that exists. */
  suggestion: { select: { ticket: { select: { id: true, number: true } } } },
} satisfies Prisma.LearnedPhrasingSelect
export type LearnedPhrasing = Prisma.LearnedPhrasingGetPayload<{ select: typeof select }>

/** What a rule has learnt, the newest first, for an admin to look through; what was removed is not among it. */
export function listPhrasings(ruleId: string): Promise<LearnedPhrasing[]> {
  return db().learnedPhrasing.findMany({ where: { ruleId, isRemoved: false }, orderBy: [{ createdAt: 'desc' }, { id: 'desc' }], select })
}

/** The learnt texts by rule, of some rules or of all. */
export async function learnedTexts(ruleIds?: string[]): Promise<Map<string, string[]>> {
  const rows = await db().learnedPhrasing.findMany({
    where: { isRemoved: false, ruleId: ruleIds && { in: ruleIds } },
    orderBy: { id: 'asc' },
    select: { ruleId: true, text: true },
  })
  const texts = new Map<string, string[]>()
  for (const { ruleId, text } of rows) {
    const known = texts.get(ruleId)
    if (known) known.push(text)
    else texts.set(ruleId, [text])
  }
  return texts
}

/** A short text for each rule that has learnt something; it differs whenever what it learnt does. */
export async function learnedStamps(): Promise<Map<string, string>> {
  const groups = await db().learnedPhrasing.groupBy({
    by: ['ruleId'],
    where: { isRemoved: false },
    _count: { _all: true },
    _max: { createdAt: true },
  })
  return new Map(groups.map(({ ruleId, _count, _max }) => [ruleId, `${_count._all}/${_max.createdAt?.toISOString() ?? ''}`]))
}

/** The same for all of them at once. */
export async function learnedStamp(): Promise<string> {
  const { _count, _max } = await db().learnedPhrasing.aggregate({
    where: { isRemoved: false },
    _count: { _all: true },
    _max: { createdAt: true },
  })
  return `${_count._all}/${_max.createdAt?.toISOString() ?? ''}`
}
