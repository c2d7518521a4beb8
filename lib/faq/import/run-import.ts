import { z } from 'zod'
import { db } from '@/lib/db'
import { AppError, isUniqueClash } from '@/lib/errors'
import { publish, publishNow } from '@/lib/events'
import { applyImport, badRows, type ImportWork, publishedRules } from '@/lib/faq/import/apply-import'
import { findImport, type ImportResult, type ImportRun, importResultSchema, importSelect, toRun } from '@/lib/faq/import/find-import'
import { requireEditor } from '@/lib/faq/require-editor'
import type { RuleEditor } from '@/lib/faq/schema'
import { describeError, log } from '@/lib/log'
import { FaqImportStatus } from '@/prisma/generated/enums'

export type ImportJob = Pick<ImportWork, 'table' | 'options' | 'mode' | 'fileName'> & {
  /** SHA-256 of the file and of what was asked. */
  digest: string
  /** Asked again with this key, the import is not run again. */
  clientKey: string | null
}

/**
 * Begins an import and says where it stands; `finished` is its end, whatever that is, and never rejects for what the file or another admin
 * did. Whoever watches hears of every step (`{kind: 'import'}`), also after a reload.
 * @throws AppError forbidden, conflict (the key has served for something else, or its import is at work)
 */
export async function runImport(editor: RuleEditor, job: ImportJob): Promise<{ run: ImportRun; finished: Promise<ImportRun> }> {
  const authorId = requireEditor(editor)
  const { run, isRepeat } = await openRun(authorId, job)
  return { run, finished: isRepeat ? Promise.resolve(run) : work(editor, run, job) }
}

async function openRun(
  authorId: string | null,
  { table, fileName, digest, clientKey }: ImportJob,
): Promise<{ run: ImportRun; isRepeat: boolean }> {
  const data = { fileName, digest, rows: table.rows.length, authorId }
  try {
    return { run: toRun(await db().faqImport.create({ data: { ...data, clientKey }, select: importSelect })), isRepeat: false }
  } catch (cause) {
    if (!isUniqueClash(cause) || clientKey === null) throw cause
  }
  const before = await db().faqImport.findUniqueOrThrow({ where: { clientKey }, select: importSelect })
  const run = toRun(before)
  if (before.digest !== digest) throw new AppError('conflict', 'This Idempotency-Key has served for another import.')
  if (run.status === 'done') return { run, isRepeat: true }
  if (run.status === 'running') throw new AppError('conflict', 'This import is at work.', { details: { reason: 'import_running' } })
  // It has changed nothing: the key is still good. Of two who try, one finds it as it was.
  const { count } = await db().faqImport.updateMany({
    where: { id: run.id, updatedAt: before.updatedAt },
    data: { ...data, status: FaqImportStatus.running, rowsDone: 0 },
  })
  if (count === 0) throw new AppError('conflict', 'This import is at work.', { details: { reason: 'import_running' } })
  return { run: { ...run, status: FaqImportStatus.running, rowsDone: 0 }, isRepeat: false }
}

async function work(editor: RuleEditor, { id }: ImportRun, { table, options, mode, fileName }: ImportJob): Promise<ImportRun> {
  const startedAt = performance.now()
  try {
    await applyImport(editor, {
      table,
      options,
      mode,
      fileName,
      onProgress: async (rowsDone) => {
        await db().faqImport.update({ where: { id }, data: { rowsDone }, select: { id: true } })
        await publishNow({ kind: 'import', importId: id })
      },
      onDone: async (tx, plan) => {
        const result: ImportResult = { reason: null, counts: plan.counts, problems: badRows(plan), published: publishedRules(plan) }
        await tx.faqImport.update({ where: { id }, data: { status: FaqImportStatus.done, result }, select: { id: true } })
        await publish(tx, { kind: 'import', importId: id })
      },
    })
    log.info({ event: 'rules.imported', importId: id, rows: table.rows.length, ms: Math.round(performance.now() - startedAt) })
  } catch (error) {
    if (!(error instanceof AppError)) log.error({ event: 'rules.import_failed', importId: id, cause: describeError(error) })
    await db().faqImport.update({ where: { id }, data: { status: FaqImportStatus.failed, result: failure(error) }, select: { id: true } })
    await publishNow({ kind: 'import', importId: id })
  }
  const run = await findImport(id)
  if (!run) throw new AppError('not_found', 'This import no longer exists.')
  return run
}

const detailsSchema = importResultSchema.extend({
  reason: z.string(),
  counts: importResultSchema.shape.counts.default(null),
  problems: importResultSchema.shape.problems.default([]),
})

function failure(error: unknown): ImportResult {
  const details = error instanceof AppError ? detailsSchema.safeParse(error.details).data : undefined
  return details ?? { reason: 'internal', counts: null, problems: [], published: { ids: [], total: 0 } }
}
