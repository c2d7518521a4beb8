import { unstable_rethrow } from 'next/navigation'
import { ZodError, z } from 'zod'
import { AppError, type ErrorCode } from '@/lib/errors'
import { describeError, log } from '@/lib/log'

/** What is wrong with a field, in a word that the screen translates. */
export type FieldProblem = 'required' | 'too_short' | 'too_long' | 'url' | 'date' | 'invalid'

export type Problem = {
  code: ErrorCode | 'offline'
  /** By path: `question`, `variants.2`. */
  fields?: Record<string, FieldProblem>
  /** What a conflict was about, where the verb says so. */
  reason?: string
  /** Of a thing that somebody else has changed: its present version. */
  version?: number
}

/** What an action answers: its value, or a problem that the screen can put into words. */
export type Attempt<T> = { ok: true; value: T } | { ok: false; problem: Problem }

const detailsSchema = z.object({ reason: z.string().optional(), version: z.number().optional() })

/** Does the work of an action. What fails comes back as a problem; nothing is thrown at the page. */
export async function attempt<T>(action: string, work: () => Promise<T>): Promise<Attempt<T>> {
  try {
    return { ok: true, value: await work() }
  } catch (error) {
    // A redirect to the sign-in page is thrown, too.
    unstable_rethrow(error)
    if (error instanceof ZodError) return { ok: false, problem: { code: 'unprocessable', fields: fieldProblems(error) } }
    if (error instanceof AppError && error.code !== 'internal') {
      return { ok: false, problem: { code: error.code, ...detailsSchema.safeParse(error.details).data } }
    }
    log.error({ event: 'action.failed', action, cause: describeError(error) })
    return { ok: false, problem: { code: 'internal' } }
  }
}

function fieldProblems(error: ZodError): Record<string, FieldProblem> {
  return Object.fromEntries(error.issues.map((issue) => [issue.path.join('.'), fieldProblem(issue)]))
}

function fieldProblem(issue: ZodError['issues'][number]): FieldProblem {
  if (issue.code === 'too_small') return Number(issue.minimum) <= 1 ? 'required' : 'too_short'
  if (issue.code === 'too_big') return 'too_long'
  if (issue.code === 'invalid_format' && issue.format === 'url') return 'url'
  if (issue.code === 'invalid_format' && issue.format === 'datetime') return 'date'
  if (issue.path.at(-1) === 'validUntil') return 'date'
  if (issue.path.at(-1) === 'outgoingUrl') return 'url'
  return 'invalid'
}
