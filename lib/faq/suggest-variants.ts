import { db } from '@/lib/db'
import { verbatimKey } from '@/lib/retrieval/verbatim-key'
import { maskPersonalData } from '@/lib/suggestions/mask-personal-data'

export type VariantIdea = {
  /** As a customer asked, personal data masked. */
  text: string
  /** How many replies from this rule were to this question. */
  count: number
  /** The latest ticket in which it was asked. */
  ticket: { id: string; number: number }
}

const MAX_LOOKED_AT = 500
const MAX_IDEAS = 20
/** A longer one tells a story; as a way to ask it would find everything. */
const MAX_CHARS = 120

/**
 * What customers asked when a reply from this rule was sent, as far as the rule does not know it yet; the most frequent first. None for
 * a rule that does not exist.
 */
export async function suggestVariants(ruleId: string): Promise<VariantIdea[]> {
  const rule = await db().faqRule.findUnique({ where: { id: ruleId }, select: { question: true, variants: true, language: true } })
  if (!rule) return []
  const drafts = await db().suggestion.findMany({
    where: { status: { in: ['sent_as_is', 'edited'] }, rules: { some: { ruleId, isCited: true } }, language: rule.language },
    select: { question: true, ticket: { select: { id: true, number: true } } },
    orderBy: [{ queuedAt: 'desc' }, { id: 'desc' }],
    take: MAX_LOOKED_AT,
  })
  // What it has learnt is shown as that; what an admin took out of it is no idea.
  const learned = await db().learnedPhrasing.findMany({ where: { ruleId }, select: { key: true } })
  const known = new Set([...[rule.question, ...rule.variants].map(verbatimKey), ...learned.map(({ key }) => key)])
  const ideas = new Map<string, VariantIdea>()
  for (const { question, ticket } of drafts) {
    const text = maskPersonalData(question).masked.replace(/\s+/g, ' ').trim()
    const key = verbatimKey(text)
    if (key === '' || text.length > MAX_CHARS || known.has(key)) continue
    const idea = ideas.get(key)
    if (idea) idea.count++
    else ideas.set(key, { text, count: 1, ticket })
  }
  return [...ideas.values()].sort((a, b) => b.count - a.count).slice(0, MAX_IDEAS)
}
