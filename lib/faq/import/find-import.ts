import { z } from 'zod'
import { db } from '@/lib/db'
import { importCountsSchema } from '@/lib/faq/import/plan-import'
import type { RowProblem } from '@/lib/faq/read-import/schema'
import type { Prisma } from '@/prisma/generated/client'
import { FaqImportStatus } from '@/prisma/generated/enums'

export const importSelect = {
  id: true,
  fileName: true,
  status: true,
  rows: true,
  rowsDone: true,
  result: true,
  digest: true,
  createdAt: true,
  updatedAt: true,
} satisfies Prisma.FaqImportSelect
type Row = Prisma.FaqImportGetPayload<{ select: typeof importSelect }>

const problemSchema = z.custom<RowProblem>((value) => typeof value === 'object' && value !== null && 'kind' in value)
const badRowSchema = z.object({ number: z.number(), question: z.string(), problems: z.array(problemSchema) })
/** What came of an import; `reason` says why it failed. */
export const importResultSchema = z.object({
  reason: z.string().nullable(),
  counts: importCountsSchema.nullable(),
  problems: z.array(badRowSchema),
  /** What it published, or changed in what is published: the first of them by id, and how many. */
  published: z.object({ ids: z.array(z.uuid()), total: z.number() }).default({ ids: [], total: 0 }),
})
export type ImportResult = z.infer<typeof importResultSchema>

export type ImportRun = Pick<Row, 'id' | 'fileName' | 'rows' | 'rowsDone' | 'createdAt'> & {
  /** `interrupted`: the process ended at work; nothing was changed. */
  status: FaqImportStatus | 'interrupted'
  result: ImportResult | null
}

/** A process at work says so after every 500 rows, which take about half a second. */
const SILENT_MS = 60_000

/** An import as it stands, or null. */
export async function findImport(id: string): Promise<ImportRun | null> {
  const row = await db().faqImport.findUnique({ where: { id }, select: importSelect })
  return row && toRun(row)
}

/** The import that is at work now, or null. */
export async function findRunningImport(): Promise<ImportRun | null> {
  const rows = await db().faqImport.findMany({
    where: { status: FaqImportStatus.running },
    select: importSelect,
    orderBy: { createdAt: 'desc' },
    take: 10,
  })
  return rows.map(toRun).find(({ status }) => status === FaqImportStatus.running) ?? null
}

export function toRun({ digest: _digest, updatedAt, status, result, ...row }: Row): ImportRun {
  const isSilent = status === FaqImportStatus.running && Date.now() - updatedAt.getTime() > SILENT_MS
  return { ...row, status: isSilent ? 'interrupted' : status, result: result === null ? null : importResultSchema.parse(result) }
}
