import { z } from 'zod'
import type { Priority } from '@/lib/inference/protocol'
import type { RuleIndex } from '@/lib/retrieval/schema'
import { getSetting } from '@/lib/settings/get-setting'
import { climbLadder } from '@/lib/suggestions/climb-ladder'
import type { LadderResult } from '@/lib/suggestions/ladder-types'
import { unmask } from '@/lib/suggestions/mask-personal-data'
import { type PreparedQuestion, prepareQuestion } from '@/lib/suggestions/prepare-question'
import { suggestionTimeoutMs } from '@/lib/suggestions/suggestion-timeout'
import { Language } from '@/prisma/generated/enums'

export const suggestSchema = z.object({ question: z.string().trim().min(1).max(10_000), language: z.enum(Language).optional() })

export type SuggestRequest = z.output<typeof suggestSchema> & {
  signal?: AbortSignal
  priority?: Priority
  /** See Words. */
  index?: RuleIndex
  /** What was found, before the reply is written. */
  onPrepared?: (prepared: PreparedQuestion) => void
  onText?: (textSoFar: string) => void
}

/** Drafts a reply to a single question by the code that serves tickets. Nothing is stored but the shared answer cache. */
export async function suggest({
  question,
  language,
  signal,
  priority = 'interactive',
  index,
  onPrepared,
  onText,
}: SuggestRequest): Promise<LadderResult> {
  const prepared = await prepareQuestion({
    messages: [{ direction: 'incoming', text: question, createdAt: new Date() }],
    fallbackLanguage: 'zh',
    language,
    index,
  })
  onPrepared?.(prepared)
  const { result } = await climbLadder({
    ...prepared,
    timeoutMs: await suggestionTimeoutMs(),
    cacheTtlSeconds: await getSetting('answer_cache_ttl_seconds'),
    priority,
    signal,
    onText: onText && ((textSoFar) => onText(unmask(textSoFar, prepared.personalData))),
  })
  return { ...result, text: unmask(result.text, prepared.personalData) }
}
