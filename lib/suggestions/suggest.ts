import { getSetting } from '@/lib/settings/get-setting'
import { climbLadder } from '@/lib/suggestions/climb-ladder'
import type { LadderResult } from '@/lib/suggestions/ladder-types'
import { unmask } from '@/lib/suggestions/mask-personal-data'
import { prepareQuestion } from '@/lib/suggestions/prepare-question'
import { suggestionTimeoutMs } from '@/lib/suggestions/suggestion-timeout'
import type { Language } from '@/prisma/generated/enums'

export type SuggestRequest = {
  question: string
  language?: Language
  signal?: AbortSignal
  /** The rules found, before the reply is written. */
  onRules?: (rules: { title: string; score: number; position: number }[]) => void
  onText?: (textSoFar: string) => void
}

/** Drafts a reply to a single question by the code that serves tickets. Nothing is stored but the shared answer cache. */
export async function suggest({ question, language, signal, onRules, onText }: SuggestRequest): Promise<LadderResult> {
  const prepared = await prepareQuestion({
    messages: [{ direction: 'incoming', text: question, createdAt: new Date() }],
    fallbackLanguage: 'zh',
    language,
  })
  onRules?.(prepared.question.rules)
  const { result } = await climbLadder({
    ...prepared,
    timeoutMs: await suggestionTimeoutMs(),
    cacheTtlSeconds: await getSetting('answer_cache_ttl_seconds'),
    priority: 'interactive',
    signal,
    onText,
  })
  return { ...result, text: unmask(result.text, prepared.personalData) }
}
