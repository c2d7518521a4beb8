import { db } from '@/lib/db'
import { publish } from '@/lib/events'
import { markRulesChanged } from '@/lib/retrieval/rule-store'
import { verbatimKey } from '@/lib/retrieval/verbatim-key'
import type { Prisma } from '@/prisma/generated/client'

/** Phrasings kept of one rule; the newest stay. With 28 a rule, one more changed nothing measurable. */
export const MAX_PHRASINGS = 50
/** A longer question tells a story or asks several things, and would teach the rule words that belong to neither. */
const MAX_CHARS = 300
/** A draft of which this share was rewritten did not answer, so its rule is no proof of what was asked. */
const MAX_REWRITTEN = 0.5
/**
 * Of several cited rules the one learns whose score is higher by so much than the next one's. On the sets of bench/eval-dev.ts, of the right rule
 * and the best wrong one among the first five, the higher one is the right one in 93 of 100 pairs that are so far apart (the median of the sets;
 * 67 to 100), and half of the pairs are; with 0.05 it is 87 of 100, and with 0.15 a third is left to learn from. 26 November 2026.
 */
const CLEARLY = 0.1

const select = {
  status: true,
  question: true,
  text: true,
  outcome: { select: { editDistance: true } },
  wrongRules: { select: { ruleId: true } },
  rules: {
    where: { isUsed: true },
    orderBy: { position: 'asc' },
    select: { ruleId: true, isCited: true, score: true, rule: { select: { question: true, variants: true } } },
  },
} satisfies Prisma.SuggestionSelect
type Draft = Prisma.SuggestionGetPayload<{ select: typeof select }>

/**
 * What the customer asked becomes one more phrasing of the rule that the reply was made from. Runs as a job after a reply was sent, may
 * run twice and counts once. Nothing is learnt from a draft that was thrown away or mostly rewritten, from a question that the rule has
 * already, and from one that an admin took out.
 */
export async function learnPhrasing(suggestionId: string): Promise<void> {
  const draft = await db().suggestion.findUnique({ where: { id: suggestionId }, select })
  if (!draft || !isLesson(draft)) return
  const text = draft.question.trim()
  const key = verbatimKey(text)
  if (key === '' || text.length > MAX_CHARS) return
  const taught = rulesTaught(draft).filter(({ rule }) => ![rule.question, ...rule.variants].some((known) => verbatimKey(known) === key))
  if (taught.length === 0) return
  const isNew = await db().$transaction(async (tx) => {
    const { count } = await tx.learnedPhrasing.createMany({
      data: taught.map(({ ruleId }) => ({ ruleId, text, key, suggestionId })),
      skipDuplicates: true,
    })
    if (count === 0) return false
    for (const { ruleId } of taught) {
      const old = await tx.learnedPhrasing.findMany({
        where: { ruleId, isRemoved: false },
        orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
        skip: MAX_PHRASINGS,
        select: { id: true },
      })
      if (old.length > 0) await tx.learnedPhrasing.deleteMany({ where: { id: { in: old.map(({ id }) => id) } } })
    }
    await publish(tx, { kind: 'rules' })
    return true
  })
  if (isNew) markRulesChanged()
}

function isLesson({ status, text, outcome }: Draft): boolean {
  if (status === 'sent_as_is') return true
  return status === 'edited' && (outcome?.editDistance ?? Number.POSITIVE_INFINITY) <= MAX_REWRITTEN * text.length
}

/** The rule the draft cites, or the one of several that clearly answers what was asked; without marks, the one it was made from first. */
function rulesTaught({ rules, wrongRules }: Draft): Draft['rules'] {
  const cited = rules.filter(({ isCited }) => isCited)
  const [best, second] = (cited.length > 0 ? cited : rules.slice(0, 1)).sort((one, other) => other.score - one.score)
  // An answer made of several rules may answer several questions; where none stands out, nobody knows which words asked for which.
  if (!best || (second && best.score - second.score < CLEARLY)) return []
  // Nor does a rule learn from what it was called wrong for.
  return wrongRules.some((wrong) => wrong.ruleId === best.ruleId) ? [] : [best]
}
