import Papa from 'papaparse'
import { z } from 'zod'
import { db } from '@/lib/db'
import { browseRuleIds, ruleBrowseSchema } from '@/lib/faq/browse-rules'
import { defuseCell } from '@/lib/faq/defuse-cell'
import { IMPORT_FIELDS, type ImportField, MAX_IMPORT_ROWS } from '@/lib/faq/read-import/schema'
import { joinList } from '@/lib/faq/read-import/split-list'
import { FIELD_NAMES, LANGUAGE_NAMES, STATUS_NAMES } from '@/lib/faq/read-import/words'
import { ruleSelect } from '@/lib/faq/schema'
import { writeXlsx } from '@/lib/faq/write-xlsx'
import type { Prisma } from '@/prisma/generated/client'
import { Language } from '@/prisma/generated/enums'

const TYPES = {
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
  ndjson: 'application/x-ndjson; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const
const EXPORT_FORMATS = ['csv', 'xlsx', 'json', 'ndjson'] as const

export const exportQuerySchema = ruleBrowseSchema.omit({ offset: true, limit: true }).extend({
  format: z.enum(EXPORT_FORMATS).default('csv'),
  /** The language of the columns' names and of the words for states and languages; in JSON they are always the API's. */
  words: z.enum(Language).default('en'),
})
export type ExportQuery = z.output<typeof exportQuerySchema>

/** The rules that somebody chose, in the order of choosing. */
export const exportChosenSchema = exportQuerySchema.pick({ format: true, words: true }).extend({
  ids: z.array(z.uuid()).min(1).max(MAX_IMPORT_ROWS),
})
export type ExportChosen = z.output<typeof exportChosenSchema>
type Export = ExportQuery | ExportChosen

const PAGE_SIZE = 500

const exportSelect = { ...ruleSelect, twin: { select: { id: true, externalId: true } } } satisfies Prisma.FaqRuleSelect
type ExportedRule = Prisma.FaqRuleGetPayload<{ select: typeof exportSelect }>

/**
 * The rules that the query finds or that were chosen, as a file that an import reads back to exactly these rules. CSV begins with a byte order mark, for
 * Excel; in CSV and XLSX no cell is a formula. A rule without an external id bears its own.
 */
export async function exportRules(
  query: Export,
): Promise<{ body: ReadableStream<Uint8Array> | Uint8Array<ArrayBuffer>; contentType: string; extension: string }> {
  const { format, words } = query
  const file = { contentType: TYPES[format], extension: format }
  if (format === 'xlsx') {
    const lines: string[][] = []
    for await (const rules of pages(query)) lines.push(...rules.map((rule) => lineOf(rule, words)))
    return { ...file, body: new Uint8Array(await writeXlsx([headOf(words), ...lines])) }
  }
  return { ...file, body: streamOf(format === 'csv' ? csv(query) : format === 'json' ? json(query) : ndjson(query)) }
}

/** Which rules they are is settled at the beginning: one that is saved meanwhile is neither missed nor there twice. */
async function* pages({ format: _format, words: _words, ...query }: Export): AsyncGenerator<ExportedRule[]> {
  const ids = 'ids' in query ? query.ids : await browseRuleIds(query)
  for (let from = 0; from < ids.length; from += PAGE_SIZE) {
    const part = ids.slice(from, from + PAGE_SIZE)
    const rules = await db().faqRule.findMany({ where: { id: { in: part } }, select: exportSelect })
    const byId = new Map(rules.map((rule) => [rule.id, rule]))
    yield part.flatMap((id) => byId.get(id) ?? [])
  }
}

async function* csv(query: Export): AsyncGenerator<string> {
  const write = (lines: string[][]) => `${Papa.unparse(lines, { newline: '\r\n' })}\r\n`
  yield `\uFEFF${write([headOf(query.words)])}`
  for await (const rules of pages(query)) yield write(rules.map((rule) => lineOf(rule, query.words)))
}

async function* json(query: Export): AsyncGenerator<string> {
  let separator = '{"items":['
  for await (const rules of pages(query)) {
    for (const rule of rules) {
      yield `${separator}\n${JSON.stringify(recordOf(rule))}`
      separator = ','
    }
  }
  yield separator === ',' ? '\n]}\n' : `${separator}]}\n`
}

async function* ndjson(query: Export): AsyncGenerator<string> {
  for await (const rules of pages(query)) yield rules.map((rule) => `${JSON.stringify(recordOf(rule))}\n`).join('')
}

function headOf(words: Language): string[] {
  return IMPORT_FIELDS.map((field) => FIELD_NAMES[field][words][0] ?? field)
}

function lineOf(rule: ExportedRule, words: Language): string[] {
  const record = recordOf(rule)
  const text: Record<ImportField, string> = {
    ...record,
    variants: joinList(rule.variants, 'variants'),
    tags: joinList(rule.tags, 'tags'),
    language: LANGUAGE_NAMES[rule.language][words][0] ?? rule.language,
    status: STATUS_NAMES[rule.status][words][0] ?? rule.status,
    validFrom: record.validFrom ?? '',
    validUntil: record.validUntil ?? '',
    twin: record.twin ?? '',
  }
  return IMPORT_FIELDS.map((field) => defuseCell(text[field]))
}

function recordOf({ id, externalId, validFrom, validUntil, twin, ...rule }: ExportedRule) {
  const { question, variants, answer, category, tags, entity, language, status } = rule
  const content = { question, variants, answer, category, tags, entity, language, status }
  const moment = (date: Date | null) => date?.toISOString() ?? null
  const idOf = (named: { id: string; externalId: string | null }) => named.externalId ?? named.id
  const valid = { validFrom: moment(validFrom), validUntil: moment(validUntil) }
  return { externalId: idOf({ id, externalId }), ...content, ...valid, twin: twin && idOf(twin) }
}

function streamOf(parts: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { value, done } = await parts.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
    async cancel() {
      await parts.return(undefined)
    },
  })
}
