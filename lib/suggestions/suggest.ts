import { z } from 'zod'
import type { Priority } from '@/lib/inference/protocol'
import type { RuleIndex } from '@/lib/retrieval/schema'
import { getSetting } from '@/lib/settings/get-setting'
import { climbLadder } from '@/lib/suggestions/climb-ladder'
import type { CacheUse, LadderResult } from '@/lib/suggestions/ladder-types'
import { unmask } from '@/lib/suggestions/personal-data/mask-personal-data'
import { type PreparedQuestion, prepareQuestion } from '@/lib/suggestions/prepare-question'
import { suggestionTimeoutMs } from '@/lib/suggestions/suggestion-timeout'
import { Language } from '@/prisma/generated/enums'

const words = z.string().trim().min(1).max(10_000)
export const suggestSchema = z.object({
  question: words,
  language: z.enum(Language).optional(),
  /** What was said before the question, the oldest first. */
  turns: z
    .array(z.object({ from: z.enum(['customer', 'agent']), text: words }))
    .max(30)
    .optional(),
})

export type SuggestRequest = z.output<typeof suggestSchema> & {
  signal?: AbortSignal
  subject?: string
  priority?: Priority
  /** See CacheUse. */
  cacheUse?: CacheUse
  /** See Words. */
  index?: RuleIndex
  now?: Date
  /** What was found, before the reply is written. */
  onPrepared?: (prepared: PreparedQuestion) => void
  onText?: (textSoFar: string) => void
}

/** Drafts a reply to a single question by the code that serves tickets. Nothing is stored but the shared answer cache, where it is shared. */
export async function suggest({
  question,
  language,
  turns = [],
  subject,
  signal,
  priority = 'interactive',
  cacheUse,
  index,
  now,
  onPrepared,
  onText,
}: SuggestRequest): Promise<LadderResult> {
  const prepared = await prepareQuestion({
    subject,
    messages: [...turns, { from: 'customer' as const, text: question }].map(({ from, text }, at) => ({
      direction: from === 'agent' ? 'outgoing' : 'incoming',
      text,
      // In the order of time, which is all that is read from it.
      createdAt: new Date(at),
    })),
    fallbackLanguage: 'zh',
    language,
    index,
    now,
  })
  onPrepared?.(prepared)
  const { result } = await climbLadder({
    ...prepared,
    cacheUse,
    timeoutMs: await suggestionTimeoutMs(),
    cacheTtlSeconds: await getSetting('answer_cache_ttl_seconds'),
    priority,
    signal,
    onText: onText && ((textSoFar) => onText(unmask(textSoFar, prepared.personalData))),
  })
  return { ...result, text: unmask(result.text, prepared.personalData) }
}
