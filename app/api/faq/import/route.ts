import { z } from 'zod'
import { requireAgentRequest } from '@/lib/auth/require-agent-request'
import { AppError } from '@/lib/errors'
import { describePlan } from '@/lib/faq/import/describe-plan'
import { type ImportRequest, readImportRequest } from '@/lib/faq/import/import-request'
import { planImport } from '@/lib/faq/import/plan-import'
import { runImport } from '@/lib/faq/import/run-import'
import { route } from '@/lib/http'
import { describeError, log } from '@/lib/log'

/**
 * A file of rules from our own page: with `dryRun=1` what it would do, else it is begun (202). The page follows it by its id and by the
 * desk's events, so that neither a reload nor a slow connection is the end of it. That a file cannot be read is an answer, too:
 * `{reason}`.
 */
export const POST = route(async (request) => {
  const admin = await requireAgentRequest(request)
  if (admin.role !== 'admin') throw new AppError('forbidden', 'Only an admin can import FAQ rules.')
  const file = await readFile(request)
  if ('reason' in file) return Response.json(file)
  const { table, options, isDryRun, ...rest } = file
  if (isDryRun) return Response.json(describePlan(table, await planImport(table, options)))
  const { run, finished } = await runImport(admin, { table, options, ...rest, clientKey: null })
  void finished.catch((cause: unknown) => log.error({ event: 'rules.import_lost', importId: run.id, cause: describeError(cause) }))
  return Response.json({ importId: run.id }, { status: 202 })
})

const reasonSchema = z.object({ reason: z.string() })

async function readFile(request: Request): Promise<ImportRequest | { reason: string }> {
  try {
    return await readImportRequest(request)
  } catch (error) {
    const refusal = error instanceof AppError ? reasonSchema.safeParse(error.details).data : undefined
    if (refusal) return { reason: refusal.reason }
    throw error
  }
}
