import type { ColumnMapping } from '@/lib/faq/read-import/schema'
import { FIELD_NAMES, findName } from '@/lib/faq/read-import/words'

/** What the columns are, by their names; of two of the same field, the first. */
export function mapColumns(columns: string[]): ColumnMapping {
  const taken = new Set<string>()
  return columns.map((column) => {
    const field = findName(FIELD_NAMES, column)
    if (!field || taken.has(field)) return null
    taken.add(field)
    return field
  })
}
