import { requireApiKey } from '@/lib/auth/require-api-key'
import { AppError } from '@/lib/errors'
import { checkImported, checkPlan } from '@/lib/faq/check/check-import'
import { describePlan } from '@/lib/faq/import/describe-plan'
import type { ImportRun } from '@/lib/faq/import/find-import'
import { readImportRequest } from '@/lib/faq/import/import-request'
import { planImport } from '@/lib/faq/import/plan-import'
import { runImport } from '@/lib/faq/import/run-import'
import { refuseOthers, route } from '@/lib/http'
import { readIdempotencyKey } from '@/lib/tickets/read-idempotency-key'

/**
 * Imports CSV, JSON, NDJSON or XLSX, by its Content-Type; answers when it is done. `dryRun=1` only says what it would do; `mode=skip`
 * leaves bad rows out, `all` refuses the file for one. `warnings` says what its rules repeat or contradict, and hinders nothing.
 */
export const POST = route(async (request) => {
  const caller = await requireApiKey(request, 'rules:write')
  const clientKey = readIdempotencyKey(request, caller)
  const { table, options, isDryRun, ...rest } = await readImportRequest(request)
  if (isDryRun) {
    const plan = await planImport(table, options)
    return Response.json({ ...describePlan(table, plan), ...(await checkPlan(plan)) })
  }
  const { finished } = await runImport(null, { table, options, ...rest, clientKey })
  const run = await finished
  const result = resultOf(run)
  return Response.json({ ...result, ...(await checkImported(run.result?.published ?? { ids: [], total: 0 })) })
})

function resultOf({ id, rows, status, result }: ImportRun) {
  if (status === 'done') return { id, rows, counts: result?.counts ?? null, problems: result?.problems ?? [] }
  if (result?.reason === 'bad_rows') {
    throw new AppError('unprocessable', 'Some rows are not right; nothing was imported.', { details: result })
  }
  if (!result || result.reason === 'internal') throw new AppError('internal', 'The import failed; nothing was changed. It has been logged.')
  throw new AppError('conflict', 'Another import is running, or somebody changed a rule meanwhile; nothing was changed. Try again.', {
    details: { reason: result.reason },
  })
}

export const { GET, PUT, PATCH, DELETE, OPTIONS } = refuseOthers('POST')
