import type { Claim, ClaimedRule } from '@/lib/faq/claim-rules'
import type { ReadRow } from '@/lib/faq/read-import/read-rule-row'
import type { Language } from '@/prisma/generated/enums'

/** Whom a row names as its twin: a rule that exists, one of another row (or both at once), nobody; or one that cannot be it. */
export type TwinClaim = { kind: 'rule'; ruleId: string | null; row: number | null } | { kind: 'none' } | { kind: 'bad' }

type Row = ReadRow & { language: Language }

/**
 * By the row's number; rows that do not speak of a twin are absent. A twin goes by its external id or its id, and must be of the other
 * language and nobody else's in the same file.
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
  /** By the twin that was named: the row that named it first. */
  const taken = new Map<string, number>()
  for (const { number, twin, language } of rows) {
    if (twin === undefined) continue
    if (twin === null) {
      twins.set(number, { kind: 'none' })
      continue
    }
    const found = find(twin)
    const key = found && (found.ruleId ?? `row ${found.row}`)
    if (!found || !key || found.language === language || taken.has(key)) twins.set(number, { kind: 'bad' })
    else twins.set(number, { kind: 'rule', ruleId: found.ruleId, row: found.row })
    if (key && !taken.has(key)) taken.set(key, number)
  }
  return twins
}
