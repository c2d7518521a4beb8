import type { Claim, ClaimedRule } from '@/lib/faq/import/claim-rules'
import type { ReadRow } from '@/lib/faq/read-import/read-rule-row'
import type { Language } from '@/prisma/generated/enums'

/** Whom a row names as its twin: a rule that exists, one of another row (or both at once), nobody; or one that cannot be it. */
export type TwinClaim = { kind: 'rule'; ruleId: string | null; row: number | null } | { kind: 'none' } | { kind: 'bad' }

type Row = ReadRow & { language: Language }

/**
 * By the row's number; rows that do not speak of a twin are absent. A twin goes by its external id or its id, and must be of the other
 * language, nobody else's in the same file, and name nobody else.
 */
export function claimTwins(rows: Row[], claims: ReadonlyMap<number, Claim>, rules: ClaimedRule[]): Map<number, TwinClaim> {
  const ruleByRef = new Map<string, ClaimedRule>()
  for (const rule of rules) {
    ruleByRef.set(rule.id, rule)
    if (rule.externalId !== null) ruleByRef.set(rule.externalId, rule)
  }
  const rowByRef = new Map<string, Row>()
  const rowByRule = new Map<string, Row>()
  for (const row of rows) {
    const ruleId = claims.get(row.number)?.ruleId
    if (ruleId) rowByRule.set(ruleId, row)
    if (row.externalId !== null) rowByRef.set(row.externalId, row)
  }
  const find = (ref: string) => {
    const rule = ruleByRef.get(ref) ?? ruleByRef.get(ref.toLowerCase())
    const row = rowByRef.get(ref) ?? (rule && rowByRule.get(rule.id))
    const ruleId = (row && claims.get(row.number)?.ruleId) ?? rule?.id ?? null
    return rule || row ? { ruleId, row: row?.number ?? null, language: row?.language ?? rule?.language } : null
  }
  const twins = new Map<number, TwinClaim>()
  for (const { number, twin, language } of rows) {
    if (twin === undefined) continue
    const found = twin === null ? null : find(twin)
    if (twin === null) twins.set(number, { kind: 'none' })
    else if (!found || found.language === language) twins.set(number, { kind: 'bad' })
    else twins.set(number, { kind: 'rule', ruleId: found.ruleId, row: found.row })
  }
  // One who names somebody else is nobody's twin but theirs; and of two who name the same, the first is right.
  const taken = new Set<string>()
  for (const [number, claim] of [...twins]) {
    if (claim.kind !== 'rule') continue
    const answer = claim.row === null ? undefined : twins.get(claim.row)
    const key = claim.ruleId ?? `row ${claim.row}`
    if ((answer?.kind === 'rule' && answer.row !== number) || taken.has(key)) twins.set(number, { kind: 'bad' })
    else taken.add(key)
  }
  return twins
}
