import type { Tx } from '@/lib/db'
import type { ReadRow } from '@/lib/faq/read-import/read-rule-row'
import { normaliseText } from '@/lib/retrieval/normalise-text'
import type { Prisma } from '@/prisma/generated/client'
import { type Language, RuleStatus } from '@/prisma/generated/enums'

const claimSelect = {
  id: true,
  externalId: true,
  question: true,
  entity: true,
  language: true,
  status: true,
} satisfies Prisma.FaqRuleSelect
export type ClaimedRule = Prisma.FaqRuleGetPayload<{ select: typeof claimSelect }>

/** By what a row found its rule. */
export type MatchedBy = 'externalId' | 'id' | 'question'

/** What a row is about: a rule that exists, or a new one; `duplicateOf` is the row that was about the same before. */
export type Claim = { ruleId: string | null; matchedBy?: MatchedBy; duplicateOf?: number }

/** Every rule, as far as a row could mean it; those in use before the others, so that two that ask the same are told apart. */
export async function loadClaims(tx: Tx): Promise<ClaimedRule[]> {
  const rules = await tx.faqRule.findMany({ select: claimSelect, orderBy: { id: 'asc' } })
  const rank = { [RuleStatus.published]: 0, [RuleStatus.draft]: 1, [RuleStatus.archived]: 2 }
  return rules.sort((one, other) => rank[one.status] - rank[other.status])
}

/**
 * Which rule each row is about, by the row's number. The same question about two things, such as two hotels, is two rules. A row that
 * does not say what it is about means the rule about all of them, else the only one that asks this.
 */
export function claimRules(rows: (ReadRow & { language: Language })[], rules: ClaimedRule[]): Map<number, Claim> {
  const byExternalId = new Map(rules.flatMap((rule) => (rule.externalId === null ? [] : [[rule.externalId, rule] as const])))
  const byId = new Map(rules.map((rule) => [rule.id, rule]))
  const byQuestion = new Map<string, Map<string, ClaimedRule>>()
  for (const rule of rules) {
    const key = questionKey(rule.language, rule.question)
    const alike = byQuestion.get(key) ?? new Map<string, ClaimedRule>()
    const entity = entityKey(rule.entity)
    if (!alike.has(entity)) byQuestion.set(key, alike.set(entity, rule))
  }
  const findSame = (question: string, entity: string | undefined): ClaimedRule | undefined => {
    const alike = byQuestion.get(question) ?? new Map<string, ClaimedRule>()
    if (entity !== undefined) return alike.get(entityKey(entity))
    return alike.get('') ?? (alike.size === 1 ? [...alike.values()][0] : undefined)
  }
  /** By rule, by number, by question: the row that was there first. */
  const taken = new Map<string, number>()

  const claimByNumber = (externalId: string, same: ClaimedRule | undefined): Claim => {
    const numbered = byExternalId.get(externalId)
    if (numbered) return { ruleId: numbered.id, matchedBy: 'externalId' }
    const own = byId.get(externalId.toLowerCase())
    if (own) return { ruleId: own.id, matchedBy: 'id' }
    // A rule that bears another number is another rule, though it asks the same.
    const isFree = same && same.externalId === null && !taken.has(same.id)
    return isFree ? { ruleId: same.id, matchedBy: 'question' } : { ruleId: null }
  }
  const claimByQuestion = (same: ClaimedRule | undefined): Claim => (same ? { ruleId: same.id, matchedBy: 'question' } : { ruleId: null })

  const claims = new Map<number, Claim>()
  // Numbers first: a row that only asks the same must not take the rule that another row names.
  const ordered = [...rows].sort((one, other) => Number(one.externalId === null) - Number(other.externalId === null))
  for (const { number, externalId, given, language } of ordered) {
    const asked = given.question ? questionKey(language, given.question) : null
    const same = asked === null ? undefined : findSame(asked, given.entity)
    const claim = externalId === null ? claimByQuestion(same) : claimByNumber(externalId, same)
    const entity = given.entity ?? (claim.ruleId && byId.get(claim.ruleId)?.entity) ?? ''
    const question = asked === null ? null : `${asked} about ${entityKey(entity)}`
    const places = [claim.ruleId, externalId === null ? question : `number ${externalId}`].filter((place) => place !== null)
    const duplicateOf = places.map((place) => taken.get(place)).find((first) => first !== undefined)
    claims.set(number, duplicateOf === undefined ? claim : { ...claim, duplicateOf })
    for (const place of [...places, ...(question === null ? [] : [question])]) if (!taken.has(place)) taken.set(place, number)
  }
  return claims
}

function entityKey(entity: string): string {
  return normaliseText(entity) || entity.trim()
}

function questionKey(language: Language, question: string): string {
  // Signs alone leave nothing behind; then the question stands for itself.
  return `${language} ${normaliseText(question) || question.trim()}`
}
