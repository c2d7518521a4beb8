import { z } from 'zod'
import { db } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { chooseInference, complete } from '@/lib/inference/complete'
import { InferenceError } from '@/lib/inference/inference-error'
import { onAnyServer } from '@/lib/inference/on-any-server'
import { steadyText } from '@/lib/inference/steady-text'
import { describeError, log } from '@/lib/log'
import { buildSummaryPrompt } from '@/lib/suggestions/build-summary-prompt'
import { createLoopDetector } from '@/lib/suggestions/detect-loop'
import { judgeSummary } from '@/lib/suggestions/grounding/judge-summary'
import { maskPersonalData, type PersonalData, unmask } from '@/lib/suggestions/personal-data/mask-personal-data'
import { promptChars } from '@/lib/suggestions/prompt-room'
import { findConversation } from '@/lib/tickets/find-conversation'
import type { Prisma } from '@/prisma/generated/client'
import { Language } from '@/prisma/generated/enums'

/** Three sentences; twice that is no summary. */
const MAX_TOKENS = 300
/** Somebody looks on, and can work without it. */
const TIMEOUT_MS = 30_000
/** Of one message; what is quoted below a mail is said above it. */
const TURN_CHARS = 1_200

const select = {
  lastMessageId: true,
  text: true,
  language: true,
  model: true,
  isDemoModel: true,
  createdAt: true,
} satisfies Prisma.ThreadSummarySelect
export type ThreadSummary = Prisma.ThreadSummaryGetPayload<{ select: typeof select }>

export const summarySchema = z.object({ language: z.enum(Language), isAgain: z.boolean().default(false) })

export type SummaryRequest = z.output<typeof summarySchema> & {
  ticketId: string
  signal: AbortSignal
  onText: (textSoFar: string) => void
}

/** `demo`: the bundled model cannot. `poor`: it wrote something that cannot be shown. `away`: no model answered. */
export type SummaryCause = 'demo' | 'poor' | 'away'
export type SummaryResult = { summary: ThreadSummary; cause: null } | { summary: null; cause: SummaryCause }

/** The summary that is kept of a thread, of whichever moment; null when none was made. */
export function findSummary(ticketId: string): Promise<ThreadSummary | null> {
  return db().threadSummary.findUnique({ where: { ticketId }, select })
}

/**
 * Lets the model say what a thread comes to, for a colleague who takes it over. Kept until somebody writes again. Personal data is masked before
 * and put back afterwards, as in a draft.
 * @throws AppError not_found; the reason of an aborted `signal`
 */
export async function summariseThread({ ticketId, language, isAgain, signal, onText }: SummaryRequest): Promise<SummaryResult> {
  const conversation = await findConversation(db(), ticketId)
  const last = conversation?.messages.at(-1)
  if (!conversation || !last) throw new AppError('not_found', 'This ticket no longer exists.')
  const kept = isAgain ? null : await findSummary(ticketId)
  if (kept?.lastMessageId === last.id && kept.language === language) return { summary: kept, cause: null }

  let personalData: PersonalData[] = []
  const turns = conversation.messages.map(({ direction, text }) => {
    const { masked, found } = maskPersonalData(text.slice(0, TURN_CHARS), { known: personalData })
    personalData = found
    return { from: direction === 'outgoing' ? ('agent' as const) : ('customer' as const), text: masked }
  })
  const startedAt = performance.now()
  try {
    const inference = await chooseInference()
    if (inference.profile.isDemo) return { summary: null, cause: 'demo' }
    const loops = createLoopDetector()
    const showText = steadyText((textSoFar) => onText(unmask(textSoFar, personalData)))
    const { completion, model } = await onAnyServer(inference, async (server) => ({
      model: server.profile,
      completion: await complete(server, {
        messages: buildSummaryPrompt({ language, turns, maxChars: promptChars(server.profile.contextSize, language) }),
        maxTokens: MAX_TOKENS,
        temperature: 0,
        priority: 'interactive',
        signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
        onText: (textSoFar) => {
          if (loops.push(textSoFar)) return false
          showText(textSoFar)
          return true
        },
      }),
    }))
    const text = completion.text.trim()
    const words = turns.map((turn) => turn.text).join('\n')
    if (!judgeSummary(text, { conversation: words, language, isWhole: completion.finishReason === 'stop' }))
      return { summary: null, cause: 'poor' }
    const columns = {
      lastMessageId: last.id,
      text: unmask(text, personalData),
      language,
      model: model.name,
      isDemoModel: model.isDemo,
      ms: Math.round(performance.now() - startedAt),
      createdAt: new Date(),
    }
    const summary = await db().threadSummary.upsert({ where: { ticketId }, create: { ticketId, ...columns }, update: columns, select })
    return { summary, cause: null }
  } catch (cause) {
    if (!(cause instanceof InferenceError)) throw cause
    log.warn({ event: 'summary.failed', ticketId, reason: cause.reason, cause: describeError(cause) })
    return { summary: null, cause: 'away' }
  }
}
