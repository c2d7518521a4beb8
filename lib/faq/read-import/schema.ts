import { z } from 'zod'
import { knownTimeZone } from '@/lib/i18n/locales'
import { RuleStatus } from '@/prisma/generated/enums'

export type ImportFormat = 'csv' | 'json' | 'ndjson' | 'xlsx'
export type TextEncoding = 'utf-8' | 'utf-16' | 'gb18030'

/** What a column can be. The order is that of an exported file. */
export const IMPORT_FIELDS = [
  'externalId',
  'question',
  'variants',
  'answer',
  'category',
  'tags',
  'entity',
  'language',
  'status',
  'validFrom',
  'validUntil',
  'twin',
] as const
export type ImportField = (typeof IMPORT_FIELDS)[number]

/** 10,000 rules of 500 characters are 15 MB in the widest script. */
export const MAX_IMPORT_BYTES = 20 * 1024 * 1024
export const MAX_IMPORT_ROWS = 50_000
export const MAX_IMPORT_COLUMNS = 100

/** What is wrong with a row, in a word that the screen translates. */
export type RowProblemKind =
  | 'required'
  | 'too_long'
  | 'too_many'
  | 'invalid'
  | 'date'
  | 'order'
  | 'language'
  | 'status'
  | 'duplicate'
  | 'twin'
  | 'quotes'
  | 'cells'
  | 'json'
export type RowProblem = {
  /** Null when the row as a whole is wrong. */
  field: ImportField | null
  kind: RowProblemKind
  /** Of a duplicate: the row that says it first. */
  row?: number
}

export type ImportRow = {
  /** As the file counts: the line of a sheet, the header being one of them; the line of NDJSON; the item of a JSON list, from 1. */
  number: number
  /** By column. Undefined is not said at all, and leaves what stands; null and '' are said to be empty. */
  cells: unknown[]
  problem?: RowProblem
}

/** A file as rows and columns, whatever it was. */
export type ImportTable = {
  format: ImportFormat
  /** Null where the format knows but one. */
  encoding: TextEncoding | null
  columns: string[]
  rows: ImportRow[]
}

/** What each column is, by its place; null is left out. */
export type ColumnMapping = (ImportField | null)[]

export const importOptionsSchema = z.object({
  /** Left out, the columns go by their names. */
  mapping: z
    .array(z.enum(IMPORT_FIELDS).nullable())
    .max(MAX_IMPORT_COLUMNS)
    .refine((mapping) => new Set(mapping.filter(Boolean)).size === mapping.filter(Boolean).length, 'Two columns are the same field.')
    .optional(),
  /** The state of a new rule whose row names none, and of an archived one that is found by its question. */
  status: z.enum(RuleStatus).default(RuleStatus.draft),
  /** Whose clock a date without an offset is read by. */
  timeZone: z
    .string()
    .refine((name) => knownTimeZone(name) !== undefined, 'This time zone is not known here.')
    .default('UTC'),
})
export type ImportOptions = z.input<typeof importOptionsSchema>

/** `all`: one bad row, and nothing is changed. `skip`: the bad rows stay out. */
export const importModeSchema = z.enum(['all', 'skip'])
export type ImportMode = z.infer<typeof importModeSchema>
