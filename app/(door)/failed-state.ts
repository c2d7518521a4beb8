import { type ZodError, z } from 'zod'
import type { DoorState, FieldProblem } from '@/app/(door)/form-state'
import { AppError } from '@/lib/errors'

const retrySchema = z.object({ retryAfterSeconds: z.number() })

/** The state a form shows for a failure we expect; any other failure rises. */
export function failedState(error: unknown, form: FormData): DoorState {
  const values = { email: typed(form, 'email'), name: typed(form, 'name') }
  if (error instanceof z.ZodError) {
    return { error: { code: 'unprocessable', message: 'Some fields are not right.', fields: problemsOf(error) }, values }
  }
  if (!(error instanceof AppError) || error.code === 'internal') throw error
  const retry = retrySchema.safeParse(error.details)
  return { error: { code: error.code, message: error.message, ...retry.data }, values }
}

function typed(form: FormData, name: string): string | undefined {
  const value = form.get(name)
  return typeof value === 'string' ? value : undefined
}

function problemsOf(error: ZodError): Record<string, FieldProblem> {
  return Object.fromEntries(error.issues.map((issue) => [issue.path.join('.'), problemOf(issue)]))
}

function problemOf(issue: z.core.$ZodIssue): FieldProblem {
  if (issue.code === 'too_small') return issue.minimum === 1 ? 'required' : 'too_short'
  if (issue.code === 'too_big') return 'too_long'
  if (issue.code === 'invalid_type') return 'required'
  return 'invalid'
}
