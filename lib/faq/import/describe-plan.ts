import { type BadRow, badRows } from '@/lib/faq/import/apply-import'
import type { MatchedBy } from '@/lib/faq/import/claim-rules'
import type { ImportCounts, ImportPlan } from '@/lib/faq/import/plan-import'
import type { ImportField, ImportFormat, ImportTable, TextEncoding } from '@/lib/faq/read-import/schema'
import type { RuleStatus } from '@/prisma/generated/enums'

export type PlannedChange = {
  number: number
  question: string
  action: 'create' | 'update'
  ruleId: string | null
  matchedBy: MatchedBy | null
  /** The fields that would change; empty for a new rule. */
  changed: string[]
  /** The state of the rule now, null for a new one, and the one it would have. */
  statusNow: RuleStatus | null
  status: RuleStatus
  /** In ISO form the end that the row gives the rule's validity; null where it gives none. */
  validUntil: string | null
}

/** A plan as a person or a program reads it; nothing in it has happened. */
export type DescribedPlan = {
  format: ImportFormat
  encoding: TextEncoding | null
  columns: { name: string; field: ImportField | null; samples: string[] }[]
  rows: number
  counts: ImportCounts
  /** The first 1,000. */
  problems: BadRow[]
  /** The first 200. */
  changes: PlannedChange[]
}

const SAMPLES = 3
const SAMPLE_LENGTH = 60
const MAX_CHANGES = 200

export function describePlan(table: ImportTable, plan: ImportPlan): DescribedPlan {
  const { format, encoding, columns, rows } = table
  return {
    format,
    encoding,
    columns: columns.map((name, at) => ({ name, field: plan.mapping[at] ?? null, samples: samplesOf(table, at) })),
    rows: rows.length,
    counts: plan.counts,
    problems: badRows(plan),
    changes: plan.rows
      .filter((row) => row.action === 'create' || row.action === 'update')
      .slice(0, MAX_CHANGES)
      .map((row) => ({
        number: row.number,
        question: row.question,
        action: row.action,
        ruleId: row.action === 'update' ? row.before.id : null,
        matchedBy: row.matchedBy,
        changed: row.action === 'update' ? row.changed : [],
        statusNow: row.action === 'update' ? row.before.status : null,
        status: row.content.status,
        validUntil: row.action === 'create' || row.changed.includes('validUntil') ? (row.content.validUntil?.toISOString() ?? null) : null,
      })),
  }
}

/** What stands in a column, for whoever has to say what it is. */
function samplesOf({ rows }: ImportTable, column: number): string[] {
  const samples: string[] = []
  for (const { cells } of rows) {
    const cell = cells[column]
    const text =
      cell instanceof Date ? cell.toISOString().slice(0, 16) : typeof cell === 'object' ? JSON.stringify(cell) : String(cell ?? '')
    if (text.trim() !== '' && text !== 'null') samples.push(text.slice(0, SAMPLE_LENGTH))
    if (samples.length === SAMPLES) break
  }
  return samples
}
