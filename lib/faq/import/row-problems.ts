import type { ZodError } from 'zod'
import { IMPORT_FIELDS, type RowProblem, type RowProblemKind } from '@/lib/faq/read-import/schema'

type Issue = ZodError['issues'][number]

/** What a rule's schema says against a row, once a field, and not where reading the row has said it already. */
export function rowProblems(error: ZodError, known: RowProblem[]): RowProblem[] {
  const problems = new Map(known.map((problem) => [problem.field, problem]))
  const added: RowProblem[] = []
  for (const issue of error.issues) {
    const field = IMPORT_FIELDS.find((candidate) => candidate === issue.path[0]) ?? null
    if (problems.has(field)) continue
    const problem = { field, kind: kindOf(issue) }
    problems.set(field, problem)
    added.push(problem)
  }
  return added
}

function kindOf(issue: Issue): RowProblemKind {
  if (issue.code === 'too_small') return 'required'
  if (issue.code === 'too_big') return issue.origin === 'array' ? 'too_many' : 'too_long'
  if (issue.code === 'invalid_type') return issue.input === undefined ? 'required' : 'invalid'
  if (issue.code === 'custom' && issue.path[0] === 'validUntil') return 'order'
  return 'invalid'
}
