import { z } from 'zod'
import type { LadderResult } from '@/lib/suggestions/ladder-types'
import type { PreparedQuestion } from '@/lib/suggestions/prepare-question'
import { suggestSchema } from '@/lib/suggestions/suggest'
import { toSuggestShape } from '@/lib/suggestions/suggest-shape'

export const trySchema = suggestSchema.extend({
  /** The model is asked though a kept answer would be served. */
  asksModel: z.boolean().optional(),
})

/** The messages of a prompt as they are kept with a draft; content that is no plain text is left out. */
const messagesSchema = z.array(z.object({ role: z.string(), content: z.string().catch('') }))

/** What was found for a question, for a person who wants to know why. */
export function toFoundShape({ question, hits, hasMatch, openNames, searchMs }: PreparedQuestion) {
  return {
    /** Extracted and masked: the retrieval query. */
    question: question.text,
    language: question.language,
    hasMatch,
    /** Where it is open which of several things is meant. */
    openNames: openNames?.names ?? [],
    searchMs,
    hits: hits.map(({ rule, score, parts, isVerbatim, floor }, index) => ({
      id: rule.id,
      version: rule.version,
      position: index + 1,
      title: rule.question,
      answer: rule.answer,
      language: rule.language,
      score,
      /** By scorer: what the score was summed from. */
      parts: { ...parts } as Record<string, number>,
      isVerbatim,
      /** Where a rule of this language begins to answer. */
      floor,
    })),
  }
}

/** A draft with everything that was done to get it. */
export function toTryShape(result: LadderResult) {
  const { run, cached } = result
  return {
    ...toSuggestShape(result),
    /** The messages as they were sent to the model; null where no model was asked. */
    prompt: run ? messagesSchema.parse(run.prompt) : null,
    /** What the model wrote, where that was not used. */
    unusedText: run && result.rung !== 'model' ? run.text : null,
    firstTextMs: run?.firstTextMs ?? null,
    seed: run?.seed ?? null,
    isCached: cached !== null,
    /** The kept answer that a ticket would get instead, where the model was asked all the same. */
    passedOver: result.passedOver,
  }
}

export type FoundShape = ReturnType<typeof toFoundShape>
export type FoundHit = FoundShape['hits'][number]
export type TryShape = ReturnType<typeof toTryShape>
