import { clusterQuestions } from '@/lib/faq/cluster-questions'
import { type GapDecisionItem, listGapDecisions } from '@/lib/faq/list-gap-decisions'
import { embedQuestions } from '@/lib/retrieval/embed-questions'
import { searchRules } from '@/lib/retrieval/search-rules'
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

export type GapList = {
  /** The dearest first. */
  gaps: Gap[]
  /** Groups left out because a published rule answers them now, as far as was looked. */
  closed: number
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
/** Groups that are searched for, to see whether a rule answers them by now; of 10,000 rules each takes up to 5 ms. */
const MAX_SEARCHED = 300
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
  let closed = 0
  for (const { typical, members, known } of clusters) {
    const decision = known === null ? null : (decisions[known] ?? null)
    if (decision && !decision.rule) {
      dismissed.push({ decisionId: decision.id, question: typical.question, language: typical.language, count: members.length })
      continue
    }
    // What was asked before the rule said what it says now is no longer a gap.
    const answeredUntil = decision?.rule?.status === 'published' ? decision.rule.updatedAt : null
    const left = members.filter(({ askedAt, isMended }) => !isMended && (!answeredUntil || askedAt > answeredUntil))
    if (left.length === 0) closed++
    else open.push(toGap(left, decision?.rule ?? null, usual))
  }
  const dearest = open.sort((a, b) => b.minutes - a.minutes || (a.id < b.id ? -1 : 1))
  const { gaps, looked } = await takeUnanswered(dearest, now)
  return {
    gaps,
    closed: closed + looked - gaps.length,
    dismissed,
    considered: questions.length,
    isCut: questions.length === MAX_UNANSWERED,
    more: open.length - looked,
  }
}

/** The first groups that no rule answers, and how many were looked at for them. */
async function takeUnanswered(dearest: readonly Gap[], now: Date): Promise<{ gaps: Gap[]; looked: number }> {
  const deadline = performance.now() + EMBED_WITHIN_MS
  const gaps: Gap[] = []
  let [looked, searched] = [0, 0]
  while (gaps.length < MAX_GAPS && looked < dearest.length && searched < MAX_SEARCHED) {
    const next = dearest.slice(looked, looked + MAX_GAPS - gaps.length)
    const inDoubt = next.filter(mayBeAnswered).map(({ question }) => ({ text: question }))
    const timeoutMs = deadline - performance.now()
    if (timeoutMs > 0) await embedQuestions(inDoubt, { timeoutMs })
    for (const gap of next) if (!(await isAnsweredNow(gap, now))) gaps.push(gap)
    looked += next.length
    searched += inDoubt.length
    await new Promise((resolve) => setImmediate(resolve))
  }
  return { gaps, looked }
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

/** Only where no rule was found can a search tell: a draft that was rewritten had its rule. */
function mayBeAnswered({ causes }: Gap): boolean {
  return causes.ungrounded === 0 && causes.rewritten === 0
}

async function isAnsweredNow(gap: Gap, now: Date): Promise<boolean> {
  if (!mayBeAnswered(gap)) return false
  const { question: text, language } = gap
  return (await searchRules({ text, language, limit: 1, now, withMeaning: 'known' })).hasMatch
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
