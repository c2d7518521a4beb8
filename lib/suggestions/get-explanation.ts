import { z } from 'zod'
import { db } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { type DraftTimings, readTimings } from '@/lib/suggestions/read-timings'
import type { Prisma } from '@/prisma/generated/client'

const select = {
  id: true,
  ticketId: true,
  status: true,
  rung: true,
  text: true,
  language: true,
  question: true,
  fallbackCause: true,
  promptVersion: true,
  prompt: true,
  model: true,
  isDemoModel: true,
  seed: true,
  parameters: true,
  modelText: true,
  promptTokens: true,
  replyTokens: true,
  queuedAt: true,
  startedAt: true,
  firstWordAt: true,
  finishedAt: true,
  ms: true,
  searchMs: true,
  ticket: { select: { number: true, subject: true } },
  rules: {
    orderBy: { position: 'asc' },
    select: {
      ruleId: true,
      ruleVersion: true,
      position: true,
      title: true,
      answer: true,
      score: true,
      isUsed: true,
      isCited: true,
      rule: { select: { version: true, status: true, question: true, answer: true } },
    },
  },
} satisfies Prisma.SuggestionSelect
type Row = Prisma.SuggestionGetPayload<{ select: typeof select }>

/** Rows of a version of ours that stored it otherwise explain less; they do not fail. */
const promptSchema = z
  .array(z.object({ role: z.enum(['system', 'user', 'assistant']), content: z.string() }))
  .nullable()
  .catch(null)
const parametersSchema = z.object({ temperature: z.number(), maxTokens: z.number() }).nullable().catch(null)

/** Everything that is stored about how a draft came to be. */
export type Explanation = Omit<Row, 'prompt' | 'parameters' | 'startedAt' | 'firstWordAt' | 'finishedAt' | 'ms' | 'searchMs'> & {
  /** As it was sent, masked; null where no model was asked. */
  prompt: z.infer<typeof promptSchema>
  parameters: z.infer<typeof parametersSchema>
  timings: DraftTimings
}

/** @throws AppError not_found */
export async function getExplanation(id: string): Promise<Explanation> {
  const row = await db().suggestion.findUnique({ where: { id }, select })
  if (!row) throw new AppError('not_found', 'This draft no longer exists.')
  const { startedAt, firstWordAt, finishedAt, ms, searchMs, prompt, parameters, ...rest } = row
  return {
    ...rest,
    prompt: promptSchema.parse(prompt),
    parameters: parametersSchema.parse(parameters),
    timings: readTimings({ queuedAt: row.queuedAt, startedAt, firstWordAt, finishedAt, ms, searchMs }),
  }
}
