import { z } from 'zod'
import { db } from '@/lib/db'
import { NEW_RULE_ID } from '@/lib/faq/check/index-with-change'
import { collectIdeas, NEAR_MISS_SHARE, type VariantIdea } from '@/lib/faq/variant-ideas'
import { inSlices, type Steps } from '@/lib/retrieval/in-slices'
import { patchSteps } from '@/lib/retrieval/rule-index'
import { currentRules } from '@/lib/retrieval/rule-store'
import type { RuleIndex } from '@/lib/retrieval/schema'
import { verbatimKey } from '@/lib/retrieval/verbatim-key'
import { Language } from '@/prisma/generated/enums'

/** A rule that is being written, as far as it is. */
const writtenRuleSchema = z.object({
  question: z.string().trim().min(1).max(300),
  variants: z.array(z.string().max(300)).max(50).default([]),
  answer: z.string().max(4_000).default(''),
  entity: z.string().max(120).default(''),
  language: z.enum(Language),
})
export type WrittenRule = z.input<typeof writtenRuleSchema>

/** The latest so many questions are asked again: some 150 ms of searching among 10,000 rules, in slices. */
const MAX_ASKED = 500

type Asked = { question: string; ticket: VariantIdea['ticket'] }

/**
 * What customers asked lately that would come nearest to this rule, were it among those in force, as far as it does not know it yet: the most
 * frequent first, then the nearest. For a rule that has never been found, because it is new or a draft.
 * @param id of the rule as it is stored; null for one that is not
 * @throws ZodError
 */
export async function findAlikeQuestions(rule: WrittenRule, id: string | null): Promise<VariantIdea[]> {
  const written = writtenRuleSchema.parse(rule)
  const { language } = written
  const asked = await db().suggestion.findMany({
    where: { language, status: { not: 'superseded' }, question: { not: '' } },
    select: { question: true, ticket: { select: { id: true, number: true } } },
    orderBy: [{ queuedAt: 'desc' }, { id: 'desc' }],
    take: MAX_ASKED,
  })
  if (asked.length === 0) return []
  const { index, floors } = await currentRules()
  // Whenever it will be valid, it is asked now.
  const changed = { ...written, id: id ?? NEW_RULE_ID, version: 1, category: '', tags: [], validFrom: null, validUntil: null }
  const tried = await inSlices(patchSteps(index, { changed: [changed], goneIds: [] }))
  const least = NEAR_MISS_SHARE * floors[language]
  const near = await inSlices(nearSteps(tried, asked, { id: changed.id, language, least }))
  near.sort((one, other) => other.score - one.score)
  return collectIdeas(
    near.map(({ question, ticket }) => ({ question, ticket, kind: 'alike' })),
    new Set([written.question, ...written.variants].map(verbatimKey)),
  )
}

function* nearSteps(
  index: RuleIndex,
  asked: Asked[],
  { id, language, least }: { id: string; language: Language; least: number },
): Steps<(Asked & { score: number })[]> {
  const near: (Asked & { score: number })[] = []
  const now = new Date()
  for (const one of asked) {
    const [hit] = index.search(one.question, { limit: 1, language, now })
    if (hit?.rule.id === id && hit.score >= least) near.push({ ...one, score: hit.score })
    yield
  }
  return near
}
