import { db } from '@/lib/db'
import { findAlikeQuestions } from '@/lib/faq/check/find-alike-questions'
import { collectIdeas, NEAR_MISS_SHARE, type VariantIdea } from '@/lib/faq/variant-ideas'
import { currentRules } from '@/lib/retrieval/rule-store'
import { verbatimKey } from '@/lib/retrieval/verbatim-key'
import type { Prisma } from '@/prisma/generated/client'

const MAX_LOOKED_AT = 500

const select = { question: true, variants: true, answer: true, entity: true, language: true } satisfies Prisma.FaqRuleSelect

/**
 * What customers asked when a reply from this rule was sent, or when it alone came near, as far as the rule does not know it yet; the most
 * frequent first. Of a rule that was never found, such as a draft, what would find it. None for a rule that does not exist.
 */
export async function suggestVariants(ruleId: string): Promise<VariantIdea[]> {
  const [rule, everFound] = await Promise.all([
    db().faqRule.findUnique({ where: { id: ruleId }, select }),
    db().suggestionRule.findFirst({ where: { ruleId }, select: { ruleId: true } }),
  ])
  if (!rule) return []
  if (!everFound) return findAlikeQuestions(rule, ruleId)
  const nearly = NEAR_MISS_SHARE * (await currentRules()).floors[rule.language]
  const kinds: [VariantIdea['kind'], Prisma.SuggestionWhereInput][] = [
    ['answered', { status: { in: ['sent_as_is', 'edited'] }, rules: { some: { ruleId, isCited: true } } }],
    ['missed', { fallbackCause: 'no_rule', rules: { some: { ruleId, position: 1, score: { gte: nearly } } } }],
  ]
  const drafts = await Promise.all(
    kinds.map(async ([kind, where]) => (await readDrafts({ ...where, language: rule.language })).map((draft) => ({ ...draft, kind }))),
  )
  // What it has learnt is shown as that; what an admin took out of it is no idea.
  const learned = await db().learnedPhrasing.findMany({ where: { ruleId }, select: { key: true } })
  const known = new Set([...[rule.question, ...rule.variants].map(verbatimKey), ...learned.map(({ key }) => key)])
  return collectIdeas(drafts.flat(), known)
}

function readDrafts(where: Prisma.SuggestionWhereInput) {
  return db().suggestion.findMany({
    where,
    select: { question: true, ticket: { select: { id: true, number: true } } },
    orderBy: [{ queuedAt: 'desc' }, { id: 'desc' }],
    take: MAX_LOOKED_AT,
  })
}
