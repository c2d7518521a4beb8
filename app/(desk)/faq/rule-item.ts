import type { RuleLine, RuleLines } from '@/lib/faq/browse-rules'

type Moments = { validFrom: string | null; validUntil: string | null }

/** A line of the list as it crosses to the browser: moments are ISO strings. */
export type RuleItem = Omit<RuleLine, keyof Moments> & Moments
export type RuleItems = { items: RuleItem[]; total: number }

/** The first lines, in the same shape as those that are fetched later. */
export function toRuleItems({ items, total }: RuleLines): RuleItems {
  const iso = (date: Date | null) => date?.toISOString() ?? null
  return { total, items: items.map((line) => ({ ...line, validFrom: iso(line.validFrom), validUntil: iso(line.validUntil) })) }
}
