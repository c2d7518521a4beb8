import { createHash } from 'node:crypto'
import { z } from 'zod'
import { readTable } from '@/lib/faq/read-import/read-table'
import { type ImportOptions, type ImportTable, importModeSchema, importOptionsSchema, MAX_IMPORT_BYTES } from '@/lib/faq/read-import/schema'
import { parseQuery, readRawBody } from '@/lib/http'
import { cleanText } from '@/lib/tickets/clean-text'

const switchSchema = z.enum(['0', '1', 'true', 'false']).transform((text) => text === '1' || text === 'true')

function readJson(text: string, context: z.RefinementCtx): unknown {
  try {
    return JSON.parse(text)
  } catch {
    context.addIssue({ code: 'custom', message: 'must be JSON' })
    return z.NEVER
  }
}

/** The query string of `POST /api/v1/rules/import`. */
export const importQuerySchema = z.object({
  dryRun: switchSchema.default(false),
  mode: importModeSchema.default('all'),
  /** What the file is called where it comes from; its ending says what it is. */
  fileName: z.string().max(200).transform(cleanText).default(''),
  /** JSON: a field or null for each column. */
  mapping: z.string().transform(readJson).pipe(importOptionsSchema.shape.mapping).optional(),
  status: importOptionsSchema.shape.status,
  timeZone: importOptionsSchema.shape.timeZone,
})

export type ImportRequest = {
  table: ImportTable
  options: ImportOptions
  mode: z.output<typeof importModeSchema>
  fileName: string
  isDryRun: boolean
  digest: string
}

/**
 * A file in a request's body, and in its query string what to do with it. `Content-Type` says what it is where its name does not.
 * @throws ZodError; AppError payload_too_large, unprocessable (the file cannot be read: `details.reason`)
 */
export async function readImportRequest(request: Request): Promise<ImportRequest> {
  const { dryRun, mode, fileName, ...options } = parseQuery(request, importQuerySchema)
  const bytes = await readRawBody(request, MAX_IMPORT_BYTES)
  const type = request.headers.get('content-type')?.split(';')[0] ?? ''
  const table = await readTable(bytes, fileName || type)
  const digest = createHash('sha256')
    .update(bytes)
    .update(JSON.stringify([mode, options]))
    .digest('hex')
  return { table, options, mode, fileName: fileName || table.format, isDryRun: dryRun, digest }
}
