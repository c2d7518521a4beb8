import { describeError, log } from '@/lib/log'
import { metrics } from '@/lib/metrics'
import { composeVerbatim } from '@/lib/suggestions/compose-fallback'
import { askBack, fallBack } from '@/lib/suggestions/fall-back'
import { checkGrounding } from '@/lib/suggestions/grounding/check-grounding'
import { readCitations } from '@/lib/suggestions/grounding/read-citations'
import type { Climb, LadderResult, Outcome } from '@/lib/suggestions/ladder-types'
import { recallOrDraft } from '@/lib/suggestions/recall-or-draft'

/** Set aside for choosing and storing the fallback, so that the agent has it within the budget. */
const RESERVE_MS = 400

export type Climbed = {
  result: LadderResult
  /** After a timeout the model writes on: its draft if it still comes and passes, else null. Never rejects. */
  late: Promise<LadderResult | null> | null
}

/**
 * The suggestion ladder, always within the time budget: verbatim rule → cached answer → model draft → extractive
 * answer from the best rule → holding sentence. Throws only the reason of an aborted `signal`.
 */
export async function climbLadder(climb: Climb): Promise<Climbed> {
  const startedAt = performance.now()
  const { question, verbatim } = climb
  const finish = (outcome: Outcome) => finishResult(climb, startedAt, outcome)

  if (verbatim) {
    return { result: finish({ rung: 'verbatim', text: composeVerbatim(verbatim, verbatim.position, question.language) }), late: null }
  }
  if (climb.openNames) return { result: finish(askBack(question, climb.openNames)), late: null }
  if (!climb.hasMatch) return { result: finish(fallBack(question, 'no_rule', null)), late: null }

  const deadlineAt = Date.now() + climb.timeoutMs - RESERVE_MS
  const drafting = recallOrDraft(climb, deadlineAt)
  const outcome = await Promise.race([drafting, until(deadlineAt, climb.signal)])
  climb.signal?.throwIfAborted()
  if (outcome === 'deadline') {
    log.warn({ event: 'ladder.timeout', timeoutMs: climb.timeoutMs })
    const late = drafting
      .then((made) => (made.rung === 'model' || made.rung === 'cache' ? finish(made) : null))
      .catch((cause: unknown) => {
        // Only an aborted signal ends here: nobody wants the draft any more.
        log.info({ event: 'ladder.late_dropped', cause: describeError(cause) })
        return null
      })
    return { result: finish(fallBack(question, 'timeout', null)), late }
  }
  return { result: finish(outcome), late: null }
}

async function until(deadlineAt: number, signal?: AbortSignal): Promise<'deadline'> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer)
      resolve('deadline')
    }
    const timer = setTimeout(end, Math.max(0, deadlineAt - Date.now()))
    timer.unref()
    signal?.addEventListener('abort', end, { once: true })
  })
}

function finishResult({ question, searchMs }: Climb, startedAt: number, { usedCount = 0, ...outcome }: Outcome): LadderResult {
  const { language, ticketText } = question
  const cited = new Set(readCitations(outcome.text, question.rules.length).positions)
  const ms = Math.round(performance.now() - startedAt)
  metrics.suggestions.inc({ rung: outcome.rung, cause: outcome.fallbackCause ?? '' })
  metrics.suggestionSeconds.observe({ rung: outcome.rung }, ms / 1000)
  return {
    language,
    question: question.text,
    fallbackCause: null,
    run: null,
    cached: null,
    cacheKey: null,
    passedOver: null,
    ...outcome,
    grounding: outcome.grounding ?? checkGrounding({ text: outcome.text, rules: question.rules, ticketText, language }),
    rules: question.rules.map((rule) => {
      const isCited = cited.has(rule.position)
      return { ...rule, isUsed: isCited || rule.position <= usedCount, isCited }
    }),
    searchMs: searchMs === undefined ? null : Math.round(searchMs),
    ms,
  }
}
