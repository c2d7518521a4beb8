import type { Tx } from '@/lib/db'
import type { MatchedBy } from '@/lib/faq/plan-import'
import type { ReadRow } from '@/lib/faq/read-import/read-rule-row'
import { normaliseText } from '@/lib/retrieval/normalise-text'
import type { Prisma } from '@/prisma/generated/client'
import { type Language, RuleStatus } from '@/prisma/generated/enums'

const claimSelect = { id: true, externalId: true, question: true, language: true, status: true } satisfies Prisma.FaqRuleSelect
export type ClaimedRule = Prisma.FaqRuleGetPayload<{ select: typeof claimSelect }>

/** What a row is about: a rule that exists, or a new one; `duplicateOf` is the row that was about the same before. */
export type Claim = { ruleId: string | null; matchedBy?: MatchedBy; duplicateOf?: number }

/** Every rule, as far as a row could mean it; those in use before the others, so that two that ask the same are told apart. */
export async function loadClaims(tx: Tx): Promise<ClaimedRule[]> {
  const rules = await tx.faqRule.findMany({ select: claimSelect, orderBy: { id: 'asc' } })
  const rank = { [RuleStatus.published]: 0, [RuleStatus.draft]: 1, [RuleStatus.archived]: 2 }
  return rules.sort((one, other) => rank[one.status] - rank[other.status])
}

/** Which rule each row is about, by the row's number. */
export function claimRules(rows: (ReadRow & { language: Language })[], rules: ClaimedRule[]): Map<number, Claim> {
  const byExternalId = new Map(rules.flatMap((rule) => (rule.externalId === null ? [] : [[rule.externalId, rule] as const])))
  const byId = new Map(rules.map((rule) => [rule.id, rule]))
  const byQuestion = new Map<string, ClaimedRule>()
  for (const rule of rules) {
    const key = questionKey(rule.language, rule.question)
    if (!byQuestion.has(key)) byQuestion.set(key, rule)
  }
  /** By rule, by number, by question: the row that was there first. */
  const taken = new Map<string, number>()

  const claimByNumber = (externalId: string, question: string | null): Claim => {
    const numbered = byExternalId.get(externalId)
    if (numbered) return { ruleId: numbered.id, matchedBy: 'externalId' }
    const own = byId.get(externalId.toLowerCase())
    if (own) return { ruleId: own.id, matchedBy: 'id' }
    const same = question === null ? undefined : byQuestion.get(question)
    // A rule that bears another number is another rule, though it asks the same.
    const isFree = same && same.externalId === null && !taken.has(same.id)
    return isFree ? { ruleId: same.id, matchedBy: 'question' } : { ruleId: null }
  }
  const claimByQuestion = (question: string | null): Claim => {
    const same = question === null ? undefined : byQuestion.get(question)
    return same ? { ruleId: same.id, matchedBy: 'question' } : { ruleId: null }
  }

  const claims = new Map<number, Claim>()
  // Numbers first: a row that only asks the same must not take the rule that another row names.
  const ordered = [...rows].sort((one, other) => Number(one.externalId === null) - Number(other.externalId === null))
  for (const { number, externalId, given, language } of ordered) {
    const question = given.question ? questionKey(language, given.question) : null
    const claim = externalId === null ? claimByQuestion(question) : claimByNumber(externalId, question)
    const places = [claim.ruleId, externalId === null ? question : `number ${externalId}`].filter((place) => place !== null)
    const duplicateOf = places.map((place) => taken.get(place)).find((first) => first !== undefined)
    claims.set(number, duplicateOf === undefined ? claim : { ...claim, duplicateOf })
    for (const place of [...places, ...(question === null ? [] : [question])]) if (!taken.has(place)) taken.set(place, number)
  }
  return claims
}

function questionKey(language: Language, question: string): string {
  // Signs alone leave nothing behind; then the question stands for itself.
  return `${language} ${normaliseText(question) || question.trim()}`
}
