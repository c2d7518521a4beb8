import { chooseInference } from '@/lib/inference/complete'
import { InferenceError } from '@/lib/inference/inference-error'
import type { Priority } from '@/lib/inference/protocol'
import { describeError, log } from '@/lib/log'
import { metrics } from '@/lib/metrics'
import { answerKey, countHit, findCachedAnswer, isCacheable, keepAnswer } from '@/lib/suggestions/answer-cache'
import { checkGrounding } from '@/lib/suggestions/check-grounding'
import { composeExtractive, composeVerbatim, holdingText } from '@/lib/suggestions/compose-fallback'
import { draftWithModel, type ModelDraft, rulesForModel } from '@/lib/suggestions/draft-with-model'
import type { FallbackCause } from '@/lib/suggestions/fallback-cause'
import type { LadderQuestion, LadderResult, ModelRun, RuleGiven } from '@/lib/suggestions/ladder-types'
import { readCitations } from '@/lib/suggestions/read-citations'
import { singleFlight } from '@/lib/suggestions/single-flight'

/** A model that has not answered by then will not: its late draft is given up. */
const LATE_MS = 90_000
/** Set aside for choosing and storing the fallback, so that the agent has it within the budget. */
const RESERVE_MS = 400

export type Climb = {
  question: LadderQuestion
  hasMatch: boolean
  /** The rule whose question, or a variant of it, was asked nearly word for word. */
  verbatim: RuleGiven | null
  /** Single questions without personal data may share an answer. */
  mayShare: boolean
  /** The whole time budget, in milliseconds. */
  timeoutMs: number
  cacheTtlSeconds: number
  priority: Priority
  /** Nobody wants the draft any more. */
  signal?: AbortSignal
  /** The model's text as it is written, whole each time. */
  onText?: (textSoFar: string) => void
}

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
  const finish = (outcome: Outcome) => finishResult(question, startedAt, outcome)

  if (verbatim) {
    return { result: finish({ rung: 'verbatim', text: composeVerbatim(verbatim, verbatim.position, question.language) }), late: null }
  }
  if (!climb.hasMatch) return { result: finish(fallBack(question, 'no_rule', null)), late: null }

  const deadlineAt = Date.now() + climb.timeoutMs - RESERVE_MS
  const drafting = draft(climb, deadlineAt)
  const outcome = await Promise.race([drafting, until(deadlineAt, climb.signal)])
  climb.signal?.throwIfAborted()
  if (outcome === 'deadline') {
    log.warn({ event: 'ladder.timeout', timeoutMs: climb.timeoutMs })
    const late = drafting.then((made) => (made.rung === 'model' || made.rung === 'cache' ? finish(made) : null)).catch(() => null)
    return { result: finish(fallBack(question, 'timeout', null)), late }
  }
  return { result: finish(outcome), late: null }
}

/** A rung reached, before the rest of the result is filled in; `usedCount` rules stood in the prompt. */
type Outcome = Pick<LadderResult, 'rung' | 'text'> & Partial<Omit<LadderResult, 'rules' | 'ms'>> & { usedCount?: number }

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

/** The rungs that need the model or what it wrote before. */
async function draft(climb: Climb, deadlineAt: number): Promise<Outcome> {
  const { question } = climb
  try {
    const inference = await chooseInference()
    const { profile } = inference
    const given = rulesForModel(question, profile.maxRules)
    const ask = () =>
      draftWithModel(question, {
        inference,
        priority: climb.priority,
        signal: giveUpSignal(climb.signal),
        patienceMs: Math.max(0, deadlineAt - Date.now()),
        onText: climb.onText,
      })
    const isShared = climb.mayShare && isCacheable(question.text)
    if (!isShared) return modelOutcome(question, await ask(), null)

    const key = answerKey({
      question: question.text,
      rules: given.map(({ ruleId, version }) => ({ id: ruleId, version })),
      promptVersion: question.template.version,
      model: profile.name,
      language: question.language,
    })
    const hit = async (): Promise<Outcome | null> => {
      const answer = await findCachedAnswer(key)
      if (!answer) return null
      await countHit(key, question.text)
      return { rung: 'cache', text: answer.text, cacheKey: key, cached: answer }
    }
    const found = await hit()
    if (found) return found
    const flown = await singleFlight<Outcome>({
      key,
      deadlineAt: Math.max(deadlineAt, Date.now() + 1),
      find: hit,
      generate: async () => {
        const outcome = modelOutcome(question, await ask(), key)
        // Kept before the flight ends, so that those who wait find it.
        if (outcome.rung === 'model' && outcome.run) {
          const { model, isDemoModel, promptVersion } = outcome.run
          await keepAnswer(
            key,
            { text: outcome.text, model, isDemoModel, promptVersion, writtenAt: new Date().toISOString() },
            { ttlSeconds: climb.cacheTtlSeconds, rulesText: given.map((rule) => rule.answer).join('\n') },
          )
        }
        return outcome
      },
    })
    return flown?.value ?? fallBack(question, 'timeout', null)
  } catch (cause) {
    climb.signal?.throwIfAborted()
    const reason = cause instanceof InferenceError ? cause.reason : 'unreachable'
    log.warn({ event: 'ladder.fallback', reason, cause: describeError(cause) })
    return fallBack(question, reason, null)
  }
}

function giveUpSignal(signal?: AbortSignal): AbortSignal {
  const late = AbortSignal.timeout(LATE_MS)
  return signal ? AbortSignal.any([signal, late]) : late
}

function modelOutcome(question: LadderQuestion, drafted: ModelDraft, cacheKey: string | null): Outcome {
  const { run, cause, grounding, usedCount } = drafted
  if (cause) return { ...fallBack(question, cause, run), usedCount, cacheKey }
  return { rung: 'model', text: run.text, run, grounding, usedCount, cacheKey }
}

/** The best that can be said without the model. */
function fallBack(question: LadderQuestion, cause: FallbackCause, run: ModelRun | null): Outcome {
  const best = question.rules[0]
  const { language } = question
  if (cause === 'no_rule' || !best)
    return { rung: 'holding', text: holdingText(language, { noRule: cause === 'no_rule' }), fallbackCause: cause, run }
  const text = composeExtractive({ rule: best, position: best.position, question: question.text, language, maxLength: 100 })
  return { rung: 'extractive', text, fallbackCause: cause, run }
}

function finishResult(question: LadderQuestion, startedAt: number, { usedCount = 0, ...outcome }: Outcome): LadderResult {
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
    ...outcome,
    grounding: outcome.grounding ?? checkGrounding({ text: outcome.text, rules: question.rules, ticketText, language }),
    rules: question.rules.map((rule) => {
      const isCited = cited.has(rule.position)
      return { ...rule, isUsed: isCited || rule.position <= usedCount, isCited }
    }),
    ms,
  }
}
