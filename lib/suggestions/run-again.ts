import { z } from 'zod'
import { recordAudit } from '@/lib/auth/record-audit'
import type { Agent } from '@/lib/auth/schema'
import { db } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { chooseInference, complete } from '@/lib/inference/complete'
import { InferenceError } from '@/lib/inference/inference-error'
import { onAnyServer } from '@/lib/inference/on-any-server'
import { steadyText } from '@/lib/inference/steady-text'
import { climbLadder } from '@/lib/suggestions/climb-ladder'
import { createLoopDetector } from '@/lib/suggestions/detect-loop'
import { getExplanation } from '@/lib/suggestions/get-explanation'
import { prepareQuestion } from '@/lib/suggestions/prepare-question'
import { suggestionTimeoutMs } from '@/lib/suggestions/suggestion-timeout'
import { findConversation } from '@/lib/tickets/find-conversation'

/** Somebody looks on; a model that takes longer is not worth watching. */
const RUN_MS = 60_000

export const runAgainSchema = z.object({
  /** `same`: the stored prompt, and its seed where it had one. `today`: the conversation as it was, with the rules and the prompt of today. */
  how: z.enum(['same', 'today']),
})

export type RunAgain = z.infer<typeof runAgainSchema> & {
  suggestionId: string
  signal: AbortSignal
  onText: (textSoFar: string) => void
}

/** What came of it. The words are masked as the stored ones are, so that the two can be compared. */
export type RunResult = {
  /** What the model wrote; null where it was not asked. */
  text: string | null
  model: string | null
  promptVersion: number | null
  promptTokens: number | null
  replyTokens: number | null
  /** Why today's ladder did not use the model's words. */
  fallbackCause: string | null
  ms: number
}

/**
 * Lets the model write a stored draft once more. Nothing of it is kept but that it was run.
 * @throws AppError not_found, unprocessable (no prompt was stored), inference_unavailable
 */
export async function runAgain(agent: Pick<Agent, 'id'>, { suggestionId, how, signal, onText }: RunAgain): Promise<RunResult> {
  const stored = await getExplanation(suggestionId)
  await recordAudit(db(), { actorId: agent.id, action: 'suggestion.run_again', subjectId: suggestionId, details: { how } })
  const startedAt = performance.now()
  const ms = () => Math.round(performance.now() - startedAt)
  if (how === 'today') return { ...(await climbToday(stored, { signal, onText })), ms: ms() }

  const { prompt, parameters, seed } = stored
  if (!prompt || !parameters) throw new AppError('unprocessable', 'No model was asked for this draft.')
  // As a draft is: what went round in circles then is cut where it was cut.
  const loops = createLoopDetector()
  const showText = steadyText(onText)
  try {
    const { model, completion } = await onAnyServer(await chooseInference(), async (inference) => ({
      model: inference.profile.name,
      completion: await complete(inference, {
        messages: prompt,
        ...parameters,
        ...(seed !== null && { seed }),
        priority: 'interactive',
        signal: AbortSignal.any([signal, AbortSignal.timeout(RUN_MS)]),
        onText: (text) => {
          if (loops.push(text)) return false
          showText(text)
          return true
        },
      }),
    }))
    return {
      text: completion.text.trim(),
      model,
      promptVersion: stored.promptVersion,
      promptTokens: completion.usage?.prompt_tokens ?? null,
      replyTokens: completion.usage?.completion_tokens ?? null,
      fallbackCause: null,
      ms: ms(),
    }
  } catch (cause) {
    if (!(cause instanceof InferenceError)) throw cause
    throw new AppError('inference_unavailable', 'The model gave no answer.', { cause, details: { reason: cause.reason } })
  }
}

type Watched = Pick<RunAgain, 'signal' | 'onText'>

async function climbToday(
  { ticketId, queuedAt }: { ticketId: string; queuedAt: Date },
  { signal, onText }: Watched,
): Promise<Omit<RunResult, 'ms'>> {
  const conversation = await findConversation(db(), ticketId)
  if (!conversation) throw new AppError('not_found', 'The ticket of this draft no longer exists.')
  // What was said after it was asked for was not known to it.
  const messages = conversation.messages.filter(({ createdAt }) => createdAt <= queuedAt)
  const prepared = await prepareQuestion({ ...conversation, messages, fallbackLanguage: conversation.language })
  const { result } = await climbLadder({
    ...prepared,
    // Neither answered from the cache nor kept there.
    mayShare: false,
    timeoutMs: await suggestionTimeoutMs(),
    cacheTtlSeconds: 0,
    priority: 'interactive',
    signal,
    onText,
  })
  const { run, fallbackCause, text } = result
  return {
    text: run?.text ?? text,
    model: run?.model ?? null,
    promptVersion: run?.promptVersion ?? null,
    promptTokens: run?.promptTokens ?? null,
    replyTokens: run?.replyTokens ?? null,
    fallbackCause,
  }
}
