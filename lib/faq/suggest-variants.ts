import { db } from '@/lib/db'
import { currentRules } from '@/lib/retrieval/rule-store'
import { verbatimKey } from '@/lib/retrieval/verbatim-key'
import { maskPersonalData } from '@/lib/suggestions/mask-personal-data'
import type { Prisma } from '@/prisma/generated/client'

export type VariantIdea = {
  /** As a customer asked, personal data masked. */
  text: string
  /** `answered`: a reply from this rule was sent. `missed`: no rule reached the floor, and this one came nearest. */
  kind: 'answered' | 'missed'
  /** How often it was asked. */
  count: number
  /** The latest ticket in which it was asked. */
  ticket: { id: string; number: number }
}

const MAX_LOOKED_AT = 500
const MAX_IDEAS = 20
/** A longer one tells a story; as a way to ask it would find everything. */
const MAX_CHARS = 120
/** Of the floor: what shares a word with the rule is no near miss. As in browse-rules.ts. */
const NEAR_MISS_SHARE = 0.6

/**
 * What customers asked when a reply from this rule was sent, or when it alone came near, as far as the rule does not know it yet; the most
 * frequent first. None for a rule that does not exist.
 */
export async function suggestVariants(ruleId: string): Promise<VariantIdea[]> {
  const rule = await db().faqRule.findUnique({ where: { id: ruleId }, select: { question: true, variants: true, language: true } })
  if (!rule) return []
  const nearly = NEAR_MISS_SHARE * (await currentRules()).floors[rule.language]
  const kinds: [VariantIdea['kind'], Prisma.SuggestionWhereInput][] = [
    ['answered', { status: { in: ['sent_as_is', 'edited'] }, rules: { some: { ruleId, isCited: true } } }],
    ['missed', { fallbackCause: 'no_rule', rules: { some: { ruleId, position: 1, score: { gte: nearly } } } }],
  ]
  const drafts = await Promise.all(kinds.map(([, where]) => readDrafts({ ...where, language: rule.language })))
  // What it has learnt is shown as that; what an admin took out of it is no idea.
  const learned = await db().learnedPhrasing.findMany({ where: { ruleId }, select: { key: true } })
  const known = new Set([...[rule.question, ...rule.variants].map(verbatimKey), ...learned.map(({ key }) => key)])
  const ideas = new Map<string, VariantIdea>()
  kinds.forEach(([kind], at) => {
    for (const { question, ticket } of drafts[at] ?? []) {
      const text = maskPersonalData(question).masked.replace(/\s+/g, ' ').trim()
      const key = verbatimKey(text)
      if (key === '' || text.length > MAX_CHARS || known.has(key)) continue
      const idea = ideas.get(key)
      if (idea) idea.count++
      else ideas.set(key, { text, kind, count: 1, ticket })
    }
  })
  return [...ideas.values()].sort((a, b) => b.count - a.count).slice(0, MAX_IDEAS)
}

function readDrafts(where: Prisma.SuggestionWhereInput) {
  return db().suggestion.findMany({
    where,
    select: { question: true, ticket: { select: { id: true, number: true } } },
    orderBy: [{ queuedAt: 'desc' }, { id: 'desc' }],
    take: MAX_LOOKED_AT,
  })
}
