import { chooseInference } from '@/lib/inference/complete'
import { InferenceError } from '@/lib/inference/inference-error'
import { onAnyServer } from '@/lib/inference/on-any-server'
import { steadyText } from '@/lib/inference/steady-text'
import { describeError, log } from '@/lib/log'
import {
  answerKey,
  countHit,
  findCachedAnswer,
  isCacheable,
  keepAnswer,
  peekCachedAnswer,
} from '@/lib/suggestions/answer-cache/answer-cache'
import { singleFlight } from '@/lib/suggestions/answer-cache/single-flight'
import { draftWithModel, type ModelDraft, rulesForModel } from '@/lib/suggestions/draft-with-model'
import { fallBack } from '@/lib/suggestions/fall-back'
import type { Climb, LadderQuestion, Outcome } from '@/lib/suggestions/ladder-types'

/** A model that has not answered by then will not: its late draft is given up. */
const LATE_MS = 90_000

/** The rungs that need the model or what it wrote before. */
export async function recallOrDraft(climb: Climb, deadlineAt: number): Promise<Outcome> {
  const { question } = climb
  try {
    const inference = await chooseInference()
    const { profile } = inference
    const given = rulesForModel(question, profile.maxRules)
    const onText = climb.onText && steadyText(climb.onText)
    const ask = () =>
      onAnyServer(inference, (server) =>
        draftWithModel(question, {
          inference: server,
          priority: climb.priority,
          signal: giveUpSignal(climb.signal),
          patienceMs: Math.max(0, deadlineAt - Date.now()),
          onText,
        }),
      )
    const isShared = climb.mayShare && isCacheable(question.text)
    if (!isShared) return modelOutcome(question, await ask(), null)

    const key = answerKey({
      question: question.text,
      rules: given.map(({ ruleId, version }) => ({ id: ruleId, version })),
      promptVersion: question.template.version,
      model: profile.name,
      language: question.language,
    })
    const { cacheUse = 'share' } = climb
    if (cacheUse !== 'share') {
      const kept = await peekCachedAnswer(key)
      if (kept && cacheUse === 'look') return { rung: 'cache', text: kept.text, cacheKey: key, cached: kept }
      return { ...modelOutcome(question, await ask(), null), passedOver: kept?.text ?? null }
    }
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
        // The key names the model that was chosen first; another one's answer is not that one's.
        if (outcome.rung === 'model' && outcome.run?.model === profile.name) {
          const { model, isDemoModel, promptVersion } = outcome.run
          await keepAnswer(
            key,
            {
              text: outcome.text,
              model,
              isDemoModel,
              promptVersion,
              writtenAt: new Date().toISOString(),
              question: question.text.slice(0, 300),
              rules: given.map(({ ruleId, version }) => ({ id: ruleId, version })),
            },
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
