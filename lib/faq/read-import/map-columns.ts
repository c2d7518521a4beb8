import type { ColumnMapping, ImportField } from '@/lib/faq/read-import/schema'
import { FIELD_NAMES, findHead, findName } from '@/lib/faq/read-import/words'

/** `Q.` may head the numbers beside a column of questions, so one letter counts only where nothing says more. */
const isLetter = (column: string) => column.replace(/[^\p{L}]/gu, '').length === 1 && /[a-z]/i.test(column)

const READINGS: ((column: string) => ImportField | null)[] = [
  (column) => (isLetter(column) ? null : findName(FIELD_NAMES, column)),
  findHead,
  (column) => findName(FIELD_NAMES, column),
]

/** What the columns are, by their names; of two of the same field, the first, and a plain name before one that says it in passing. */
export function mapColumns(columns: string[]): ColumnMapping {
  const mapping: ColumnMapping = columns.map(() => null)
  for (const read of READINGS) {
    for (const [at, column] of columns.entries()) {
      const field = mapping[at] ? null : read(column)
      if (field && !mapping.includes(field)) mapping[at] = field
    }
  }
  return mapping
}
