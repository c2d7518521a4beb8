import { type DiffPiece, diffTexts } from '@/lib/faq/diff-texts'
import type { RuleContent } from '@/lib/faq/schema'

type Listed = { added: string[]; removed: string[] }
type Change<T> = { before: T; after: T }

/** What one version of a rule changed; fields that stayed are absent. */
export type RuleDiff = {
  question?: DiffPiece[]
  answer?: DiffPiece[]
  variants?: Listed
  tags?: Listed
  category?: Change<string>
  entity?: Change<string>
  language?: Change<RuleContent['language']>
  status?: Change<RuleContent['status']>
  validFrom?: Change<Date | null>
  validUntil?: Change<Date | null>
}

/** Compares two versions of a rule, field by field. */
export function diffRevisions(before: RuleContent, after: RuleContent): RuleDiff {
  return {
    ...(before.question !== after.question && { question: diffTexts(before.question, after.question) }),
    ...(before.answer !== after.answer && { answer: diffTexts(before.answer, after.answer) }),
    ...listed('variants', before.variants, after.variants),
    ...listed('tags', before.tags, after.tags),
    ...changed('category', before.category, after.category),
    ...changed('entity', before.entity, after.entity),
    ...changed('language', before.language, after.language),
    ...changed('status', before.status, after.status),
    ...changed('validFrom', before.validFrom, after.validFrom),
    ...changed('validUntil', before.validUntil, after.validUntil),
  }
}

function listed<Name extends string>(name: Name, before: string[], after: string[]): Partial<Record<Name, Listed>> {
  const added = after.filter((text) => !before.includes(text))
  const removed = before.filter((text) => !after.includes(text))
  return added.length + removed.length === 0 ? {} : ({ [name]: { added, removed } } as Record<Name, Listed>)
}

function changed<Name extends string, T>(name: Name, before: T, after: T): Partial<Record<Name, Change<T>>> {
  const isSame = before instanceof Date && after instanceof Date ? before.getTime() === after.getTime() : before === after
  return isSame ? {} : ({ [name]: { before, after } } as Record<Name, Change<T>>)
}
