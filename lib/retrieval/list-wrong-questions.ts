import { db } from '@/lib/db'
import type { Prisma } from '@/prisma/generated/client'

const select = {
  id: true,
  text: true,
  createdAt: true,
  agent: { select: { name: true } },
  suggestion: { select: { ticket: { select: { id: true, number: true } } } },
} satisfies Prisma.WrongRuleSelect
export type WrongQuestion = Prisma.WrongRuleGetPayload<{ select: typeof select }>

/** As many as one look can take in; the newest count. */
const MAX_WRONG_QUESTIONS = 50

/** What agents said a rule is wrong for, the newest first, for an admin to look through; what was taken out is not among it. */
export function listWrongQuestions(ruleId: string): Promise<WrongQuestion[]> {
  return db().wrongRule.findMany({
    where: { ruleId, isRemoved: false },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: MAX_WRONG_QUESTIONS,
    select,
  })
}

/** The questions by rule, of some rules or of all. */
export async function wrongTexts(ruleIds?: string[]): Promise<Map<string, string[]>> {
  const rows = await db().wrongRule.findMany({
    where: { isRemoved: false, ruleId: ruleIds && { in: ruleIds } },
    orderBy: { id: 'desc' },
    select: { ruleId: true, text: true },
  })
  const texts = new Map<string, string[]>()
  for (const { ruleId, text } of rows) {
    const known = texts.get(ruleId) ?? []
    if (known.length < MAX_WRONG_QUESTIONS) texts.set(ruleId, [...known, text])
  }
  return texts
}

/** A short text for each rule that was called wrong; it differs whenever what is held against the rule does. */
export async function wrongStamps(): Promise<Map<string, string>> {
  const groups = await db().wrongRule.groupBy({
    by: ['ruleId'],
    where: { isRemoved: false },
    _count: { _all: true },
    _max: { createdAt: true },
  })
  return new Map(groups.map(({ ruleId, _count, _max }) => [ruleId, `${_count._all}/${_max.createdAt?.toISOString() ?? ''}`]))
}

/** The same for all of them at once. */
export async function wrongStamp(): Promise<string> {
  const { _count, _max } = await db().wrongRule.aggregate({
    where: { isRemoved: false },
    _count: { _all: true },
    _max: { createdAt: true },
  })
  return `${_count._all}/${_max.createdAt?.toISOString() ?? ''}`
}
