import { z } from 'zod'
import { db } from '@/lib/db'
import { AppError, isUniqueClash } from '@/lib/errors'
import { checkOwnWords } from '@/lib/suggestions/grounding/check-own-words'
import type { GroundedSentence } from '@/lib/suggestions/grounding/grounding-schema'
import { MAX_REPLY_CHARACTERS } from '@/lib/tickets/schema'

export const replyDraftSchema = z.object({
  ticketId: z.uuid(),
  /** As it stands in the box, also empty; null gives the edits up. */
  text: z
    .string()
    .max(MAX_REPLY_CHARACTERS)
    // PostgreSQL stores neither.
    .transform((text) => text.replaceAll('\u0000', '').toWellFormed())
    .nullable(),
  suggestionId: z.uuid().nullish(),
  rewriteId: z.uuid().nullish(),
  /** The last save this window knows of; 0 where it knows of none. */
  revision: z.int().min(0),
})
export type ReplyDraftToSave = z.input<typeof replyDraftSchema>

type Saved = { revision: number; savedAt: Date }
export type SavedDraft = Saved & {
  /** What its words promise that no rule grants. */
  promises: GroundedSentence[]
}

/**
 * Keeps what an agent has typed under a ticket. Who saves names the save it knows of; after one of another window nothing is
 * overwritten. The same words a second time are no conflict, so that a save whose answer got lost can be repeated.
 * @throws AppError not_found (the ticket), conflict `saved_elsewhere` (saved, sent or given up in another window); ZodError
 */
export async function saveReplyDraft(agent: { id: string }, input: ReplyDraftToSave): Promise<SavedDraft> {
  const { ticketId, text, revision, suggestionId = null, rewriteId = null } = replyDraftSchema.parse(input)
  const key = { agentId: agent.id, ticketId }
  if (text === null) {
    await db().replyDraft.deleteMany({ where: { ...key, revision } })
    const rest = await db().replyDraft.findUnique({ where: { agentId_ticketId: key }, select: { revision: true } })
    if (rest) throw savedElsewhere()
    return { revision: 0, savedAt: new Date(), promises: [] }
  }
  const columns = { text, suggestionId, rewriteId }
  const saved = revision === 0 ? await create({ ...key, ...columns }) : await update({ ...key, revision }, columns)
  const { revision: now, savedAt } = saved ?? (await findSame(key, text))
  return { revision: now, savedAt, promises: await checkOwnWords({ ticketId, text, suggestionId }) }
}

/** @throws AppError conflict: it was not these words that were saved in another window */
async function findSame(agentId_ticketId: { agentId: string; ticketId: string }, text: string): Promise<Saved> {
  const present = await db().replyDraft.findUnique({ where: { agentId_ticketId } })
  if (present?.text !== text) throw savedElsewhere()
  return { revision: present.revision, savedAt: present.updatedAt }
}

function savedElsewhere(): AppError {
  return new AppError('conflict', 'This reply was changed in another window.', { details: { reason: 'saved_elsewhere' } })
}

const select = { revision: true, updatedAt: true }

async function create(data: { agentId: string; ticketId: string; text: string }): Promise<Saved | null> {
  try {
    const [made] = await db().replyDraft.createManyAndReturn({ data: [data], skipDuplicates: true, select })
    return made ? { revision: made.revision, savedAt: made.updatedAt } : null
  } catch (cause) {
    if (isUniqueClash(cause)) return null
    if (isForeignKeyClash(cause)) throw new AppError('not_found', 'This ticket no longer exists.', { cause })
    throw cause
  }
}

async function update(where: { agentId: string; ticketId: string; revision: number }, columns: { text: string }): Promise<Saved | null> {
  const [changed] = await db().replyDraft.updateManyAndReturn({ where, data: { ...columns, revision: { increment: 1 } }, select })
  return changed ? { revision: changed.revision, savedAt: changed.updatedAt } : null
}

function isForeignKeyClash(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'P2003'
}
