import { z } from 'zod'
import { db } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { promptTemplateSchema } from '@/lib/settings/prompt-template'
import { climbLadder } from '@/lib/suggestions/climb-ladder'
import type { LadderResult } from '@/lib/suggestions/ladder-types'
import { unmask } from '@/lib/suggestions/personal-data/mask-personal-data'
import { type PreparedQuestion, prepareQuestion, type Words } from '@/lib/suggestions/prepare-question'
import { suggestionTimeoutMs } from '@/lib/suggestions/suggestion-timeout'
import { findConversation } from '@/lib/tickets/find-conversation'
import { Language } from '@/prisma/generated/enums'

export const previewSchema = z.object({
  template: promptTemplateSchema,
  /** What it is tried on. */
  on: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('question'), question: z.string().trim().min(1).max(10_000), language: z.enum(Language).optional() }),
    z.object({ kind: z.literal('ticket'), ticketId: z.uuid() }),
  ]),
})

export type PreviewRequest = z.output<typeof previewSchema> & {
  signal: AbortSignal
  onPrepared: (prepared: PreparedQuestion) => void
  onText: (textSoFar: string) => void
}

/** Not a version that is stored: what is drafted with it names none. */
const UNSAVED = 0

/**
 * Drafts with a prompt that is not saved, by the code that serves agents, on a question or on a ticket as it stands. Only the first rung is left
 * out: a question that a rule answers word for word would ask no model, and one wants to see what the prompt does. Nothing is stored.
 * @throws AppError not_found
 */
export async function previewPrompt({ template, on, signal, onPrepared, onText }: PreviewRequest): Promise<LadderResult> {
  const prepared = await prepareQuestion({ ...(await wordsOf(on)), template: { ...template, version: UNSAVED } })
  onPrepared(prepared)
  const { result } = await climbLadder({
    ...prepared,
    verbatim: null,
    timeoutMs: await suggestionTimeoutMs(),
    cacheTtlSeconds: 0,
    priority: 'interactive',
    signal,
    onText: (textSoFar) => onText(unmask(textSoFar, prepared.personalData)),
  })
  return { ...result, text: unmask(result.text, prepared.personalData) }
}

async function wordsOf(on: PreviewRequest['on']): Promise<Words> {
  if (on.kind === 'question') {
    const messages = [{ direction: 'incoming' as const, text: on.question, createdAt: new Date() }]
    return { messages, fallbackLanguage: Language.zh, language: on.language }
  }
  const conversation = await findConversation(db(), on.ticketId)
  if (!conversation) throw new AppError('not_found', 'This ticket no longer exists.')
  return { ...conversation, language: undefined, fallbackLanguage: conversation.language }
}
