import { readMoment } from '@/lib/faq/read-import/read-moment'
import type { ColumnMapping, ImportField, ImportRow, RowProblem } from '@/lib/faq/read-import/schema'
import { splitList } from '@/lib/faq/read-import/split-list'
import { findName, LANGUAGE_NAMES, STATUS_NAMES } from '@/lib/faq/read-import/words'
import { externalIdSchema, type RuleInput } from '@/lib/faq/schema'

/** What a row says. A field that is left out is not said; the limits of a rule have not been looked at yet. */
export type ReadRow = {
  number: number
  externalId: string | null
  /** The other rule's external id or id; null says that it has none, undefined says nothing. */
  twin?: string | null
  given: Partial<RuleInput>
  problems: RowProblem[]
}

/** A row in the words of a rule. What cannot be one is a problem and left out. */
export function readRuleRow(row: ImportRow, mapping: ColumnMapping, timeZone: string): ReadRow {
  const read: ReadRow = { number: row.number, externalId: null, given: {}, problems: row.problem ? [row.problem] : [] }
  mapping.forEach((field, column) => {
    const cell = row.cells[column]
    if (field && cell !== undefined) readCell(read, field, cell, timeZone)
  })
  return read
}

function readCell(read: ReadRow, field: ImportField, cell: unknown, timeZone: string): void {
  const { given } = read
  const fail = (kind: RowProblem['kind']) => read.problems.push({ field, kind })
  if (field === 'variants' || field === 'tags') {
    const list = listOf(cell, field)
    if (list) given[field] = list
    else fail('invalid')
    return
  }
  if (field === 'validFrom' || field === 'validUntil') {
    const moment = readMoment(cell, timeZone, { isEnd: field === 'validUntil' })
    if (moment === undefined) fail('date')
    else given[field] = moment
    return
  }
  const text = textOf(cell)?.trim()
  if (text === undefined) return void fail('invalid')
  if (field === 'externalId' || field === 'twin') {
    const id = externalIdSchema.nullable().safeParse(text === '' ? null : text)
    if (id.success) read[field] = id.data
    else fail(text.length > 200 ? 'too_long' : 'invalid')
  } else if (field === 'language' || field === 'status') {
    if (text === '') return
    const value = field === 'language' ? findName(LANGUAGE_NAMES, text) : findName(STATUS_NAMES, text)
    if (value === null) fail(field)
    else Object.assign(given, { [field]: value })
  } else {
    given[field] = text
  }
}

/** Undefined for what is no list of texts. Items of a JSON list are not split. */
function listOf(cell: unknown, field: 'variants' | 'tags'): string[] | undefined {
  const parts = Array.isArray(cell) ? cell.map(textOf) : [textOf(cell)]
  const texts = parts.filter((part) => part !== undefined)
  if (texts.length < parts.length) return undefined
  return Array.isArray(cell) ? texts : texts.flatMap((text) => splitList(text, field))
}

/** Undefined for what is no text: a list, an object. A number is what a spreadsheet makes of `95588`. */
function textOf(cell: unknown): string | undefined {
  if (cell === null) return ''
  if (typeof cell === 'string') return cell
  if (typeof cell === 'number' || typeof cell === 'boolean') return String(cell)
  return cell instanceof Date ? cell.toISOString() : undefined
}
