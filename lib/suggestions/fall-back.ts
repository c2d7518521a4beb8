import type { OpenNames } from '@/lib/retrieval/which-is-meant'
import { composeExtractive, holdingText, whichText } from '@/lib/suggestions/compose-fallback'
import type { FallbackCause } from '@/lib/suggestions/fallback-cause'
import type { LadderQuestion, ModelRun, Outcome } from '@/lib/suggestions/ladder-types'

/** Han characters or English words, as section 5 of the prompt asks of a model. */
const MAX_LENGTH = 100

/** Asks which of several things is meant: a rule about the wrong one would be a wrong answer. */
export function askBack({ language }: LadderQuestion, { names }: OpenNames): Outcome {
  return { rung: 'holding', text: whichText(language, names), fallbackCause: 'which_one' }
}

/** The best that can be said without the model. */
export function fallBack(question: LadderQuestion, cause: FallbackCause, run: ModelRun | null): Outcome {
  const best = question.rules[0]
  const { language } = question
  if (cause === 'no_rule' || !best)
    return { rung: 'holding', text: holdingText(language, { noRule: cause === 'no_rule' }), fallbackCause: cause, run }
  const text = composeExtractive({ rule: best, position: best.position, question: question.text, language, maxLength: MAX_LENGTH })
  return { rung: 'extractive', text, fallbackCause: cause, run }
}
