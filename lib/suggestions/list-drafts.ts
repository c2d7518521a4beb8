import { db } from '@/lib/db'
import { type DraftTimings, readTimings } from '@/lib/suggestions/read-timings'
import type { Prisma } from '@/prisma/generated/client'

/** More than anybody looks back to. */
const LATEST = 12

const select = {
  id: true,
  isCurrent: true,
  status: true,
  rung: true,
  text: true,
  fallbackCause: true,
  model: true,
  isDemoModel: true,
  promptVersion: true,
  promptTokens: true,
  replyTokens: true,
  queuedAt: true,
  startedAt: true,
  firstWordAt: true,
  finishedAt: true,
  ms: true,
  searchMs: true,
  outcome: {
    select: {
      editDistance: true,
      agent: { select: { name: true } },
      rating: true,
      ratingReasons: true,
      reason: true,
      ratedBy: { select: { name: true } },
    },
  },
  rules: { select: { ruleId: true } },
  wrongRules: { select: { ruleId: true, isRemoved: true, agent: { select: { name: true } } } },
} satisfies Prisma.SuggestionSelect
type Row = Prisma.SuggestionGetPayload<{ select: typeof select }>

/** A draft of a ticket with its times, its fate and what agents said of it. */
export type DraftRecord = Omit<Row, 'rules' | 'startedAt' | 'firstWordAt' | 'finishedAt' | 'ms' | 'searchMs'> & { timings: DraftTimings }

export type ListedDrafts = {
  /** The newest first, the current one among them. */
  drafts: DraftRecord[]
  /** The rules that any of them was made from. */
  ruleIds: string[]
}

/** The latest drafts of a ticket. */
export async function listDrafts(ticketId: string): Promise<ListedDrafts> {
  const rows = await db().suggestion.findMany({
    where: { ticketId },
    orderBy: [{ queuedAt: 'desc' }, { id: 'desc' }],
    take: LATEST,
    select,
  })
  return {
    drafts: rows.map(({ startedAt, firstWordAt, finishedAt, ms, searchMs, rules: _rules, ...row }) => ({
      ...row,
      timings: readTimings({ queuedAt: row.queuedAt, startedAt, firstWordAt, finishedAt, ms, searchMs }),
    })),
    ruleIds: [...new Set(rows.flatMap(({ rules }) => rules.map(({ ruleId }) => ruleId)))],
  }
}
