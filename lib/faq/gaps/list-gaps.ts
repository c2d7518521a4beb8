import { clusterQuestions } from '@/lib/faq/gaps/cluster-questions'
import { leaveAnsweredOut } from '@/lib/faq/gaps/leave-answered-out'
import { type GapDecisionItem, listGapDecisions } from '@/lib/faq/gaps/list-gap-decisions'
import { listRuleNames } from '@/lib/faq/list-rule-names'
import { listUnansweredQuestions, MAX_UNANSWERED, type UnansweredQuestion } from '@/lib/suggestions/list-unanswered-questions'
import type { Language } from '@/prisma/generated/enums'

export type GapCause = UnansweredQuestion['cause']

export type Gap = {
  /** Of the draft of its most typical question; any of its drafts' ids finds it. */
  id: string
  question: string
  language: Language
  /** The typical question first, then the oldest first. */
  questions: UnansweredQuestion[]
  causes: Record<GapCause, number>
  /** Median time from the customer's message to the reply, in milliseconds; null where nobody has replied. */
  handlingMs: number | null
  /** What it is ranked by: questions × minutes of handling. Where none was answered, the median of all gaps stands in. */
  minutes: number
  /** The rule that is being written from it, or was. */
  rule: GapDecisionItem['rule']
}

/** A group that is no gap any more, because a published rule answers it now. */
export type ClosedGap = {
  question: string
  language: Language
  count: number
  /** The rule that answers it; null where that is gone again. */
  rule: { id: string; question: string } | null
  /** Of the first drafts of its questions, the typical one among them. */
  suggestionIds: string[]
}

export type GapList = {
  /** The dearest first. */
  gaps: Gap[]
  /** Groups left out because a published rule answers them now, as far as was looked. */
  closed: number
  /** The first of them. */
  answered: ClosedGap[]
  dismissed: { decisionId: string; question: string; language: Language; count: number }[]
  /** How many questions were looked at, and whether there were more. */
  considered: number
  isCut: boolean
  /** Groups that cost less than the last one shown, and are not. */
  more: number
}

const DAY_MS = 86_400_000
/** Groups that are shown. */
const MAX_GAPS = 60
/** Questions that are searched for, to see whether a rule answers them by now; of 10,000 rules each takes up to 5 ms. */
const MAX_SEARCHED = 400
/** Closed groups that are listed, and the drafts by which each can be found. */
const MAX_CLOSED = 60
const MAX_KNOWN_BY = 50
/** The page waits for it. What is not embedded by then goes by its words, and is known the next time. */
const EMBED_WITHIN_MS = 800

/** What the knowledge base could not answer in the last `days`, grouped and ranked by what it costs. */
export async function listGaps({ days, now = new Date() }: { days: number; now?: Date }): Promise<GapList> {
  const [questions, decisions] = await Promise.all([listUnansweredQuestions(new Date(now.getTime() - days * DAY_MS)), listGapDecisions()])
  const clusters = clusterQuestions(
    questions,
    decisions.map(({ questions: known }) => known),
  )
  const usual = median(questions.flatMap(handlingMsOf))
  const dismissed: GapList['dismissed'] = []
  const open: Gap[] = []
  const mended: { members: UnansweredQuestion[]; ruleId: string | null }[] = []
  for (const { typical, members, known } of clusters) {
    const decision = known === null ? null : (decisions[known] ?? null)
    if (decision && !decision.rule) {
      dismissed.push({ decisionId: decision.id, question: typical.question, language: typical.language, count: members.length })
      continue
    }
    // What was asked before the rule said what it says now is no longer a gap.
    const answeredUntil = decision?.rule?.status === 'published' ? decision.rule.updatedAt : null
    const left = members.filter(({ askedAt, isMended }) => !isMended && (!answeredUntil || askedAt > answeredUntil))
    if (left.length === 0) mended.push({ members, ruleId: decision?.rule?.id ?? typical.citedRuleId })
    else open.push(toGap(left, decision?.rule ?? null, usual))
  }
  const dearest = open.sort(byCost)
  const { gaps, answered, looked } = await takeUnanswered(dearest, { usual, now })
  const names = new Map((await listRuleNames(mended.flatMap(({ ruleId }) => ruleId ?? []))).map((rule) => [rule.id, rule]))
  const closed = [...mended.map(({ members, ruleId }) => toClosed(members, names.get(ruleId ?? '') ?? null)), ...answered]
  return {
    gaps,
    closed: closed.length,
    answered: closed.slice(0, MAX_CLOSED),
    dismissed,
    considered: questions.length,
    isCut: questions.length === MAX_UNANSWERED,
    more: open.length - looked,
  }
}

type Taken = { gaps: Gap[]; answered: ClosedGap[]; looked: number }

/** The first groups that no rule answers, those that one answers by now, and how many were looked at for them. */
async function takeUnanswered(dearest: readonly Gap[], { usual, now }: { usual: number | null; now: Date }): Promise<Taken> {
  const deadline = performance.now() + EMBED_WITHIN_MS
  const gaps: Gap[] = []
  const answered: ClosedGap[] = []
  let [looked, searched] = [0, 0]
  while (gaps.length < MAX_GAPS && looked < dearest.length && searched < MAX_SEARCHED) {
    const next = dearest.slice(looked, looked + MAX_GAPS - gaps.length)
    const open = await leaveAnsweredOut(
      next.map(({ questions }) => questions),
      { now, timeoutMs: deadline - performance.now() },
    )
    for (const [at, { left, answeredBy, searched: more }] of open.entries()) {
      const gap = next[at]
      searched += more
      if (!gap) continue
      if (left.length === 0) answered.push(toClosed(gap.questions, answeredBy))
      else gaps.push(left.length < gap.questions.length ? toGap(left, gap.rule, usual) : gap)
    }
    looked += next.length
  }
  return { gaps: gaps.sort(byCost), answered, looked }
}

function byCost(one: Gap, other: Gap): number {
  return other.minutes - one.minutes || (one.id < other.id ? -1 : 1)
}

function toClosed(questions: readonly UnansweredQuestion[], rule: ClosedGap['rule']): ClosedGap {
  const [typical] = questions as [UnansweredQuestion]
  return {
    question: typical.question,
    language: typical.language,
    count: questions.length,
    rule: rule && { id: rule.id, question: rule.question },
    suggestionIds: questions.slice(0, MAX_KNOWN_BY).map(({ suggestionId }) => suggestionId),
  }
}

function toGap(questions: UnansweredQuestion[], rule: Gap['rule'], usualMs: number | null): Gap {
  const [typical] = questions as [UnansweredQuestion]
  const countOf = (cause: GapCause) => questions.filter((question) => question.cause === cause).length
  const handlingMs = median(questions.flatMap(handlingMsOf))
  return {
    id: typical.suggestionId,
    question: typical.question,
    language: typical.language,
    questions,
    causes: { no_rule: countOf('no_rule'), ungrounded: countOf('ungrounded'), rewritten: countOf('rewritten') },
    handlingMs,
    minutes: (questions.length * (handlingMs ?? usualMs ?? 60_000)) / 60_000,
    rule,
  }
}

function handlingMsOf({ askedAt, repliedAt }: UnansweredQuestion): number[] {
  return repliedAt ? [Math.max(0, repliedAt.getTime() - askedAt.getTime())] : []
}

function median(values: number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  const [low, high] = [sorted[sorted.length % 2 === 1 ? middle : middle - 1], sorted[middle]]
  return low === undefined || high === undefined ? null : (low + high) / 2
}
