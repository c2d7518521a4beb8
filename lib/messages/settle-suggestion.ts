import { z } from 'zod'
import type { Tx } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { publish } from '@/lib/events'
import { addJob } from '@/lib/jobs'
import { stripMarks } from '@/lib/messages/strip-marks'
import { editDistance } from '@/lib/suggestions/edit-distance'
import type { Prisma } from '@/prisma/generated/client'
import { Rung, SuggestionStatus } from '@/prisma/generated/enums'

const select = {
  id: true,
  isCurrent: true,
  status: true,
  rung: true,
  text: true,
  outcome: { select: { agentId: true, sentText: true, editDistance: true, draftLength: true } },
} satisfies Prisma.SuggestionSelect
type Draft = Prisma.SuggestionGetPayload<{ select: typeof select }>

/** A draft as it was before a reply settled it. */
export const settledDraftSchema = z.object({
  id: z.uuid(),
  status: z.enum(SuggestionStatus),
  isCurrent: z.boolean().nullable(),
  rung: z.enum(Rung).nullable(),
  outcome: z
    .object({
      agentId: z.uuid().nullable(),
      sentText: z.string().nullable(),
      editDistance: z.number().nullable(),
      draftLength: z.number().nullable(),
    })
    .nullable(),
})
export type SettledDraft = z.infer<typeof settledDraftSchema>

export type Settled = {
  /** What leaves: without the marks that the draft had put there. */
  text: string
  /** The draft the reply was made from; null when it was written without one. */
  suggestionId: string | null
  drafts: SettledDraft[]
}

type Outcome = Pick<Prisma.SuggestionOutcomeCreateManyInput, 'agentId' | 'sentText' | 'editDistance' | 'draftLength'>
type Settlement = {
  agentId: string | null
  ticketId: string
  text: string
  suggestionId: string | null
  /** When the reply leaves; nothing is learnt from one that may still be taken back. Now by default. */
  leavesAt?: Date
}

/**
 * The fate of a ticket's drafts when a reply is sent: the one it was made from counts as sent as is or edited, with the
 * distance between the two; a current draft that was not used is dismissed. No draft is current afterwards.
 * @throws AppError unprocessable (a draft of another ticket, or nothing but marks in the reply)
 */
export async function settleSuggestion(tx: Tx, { ticketId, text, suggestionId, ...settlement }: Settlement): Promise<Settled> {
  const drafts = await tx.suggestion.findMany({
    where: { ticketId, OR: [{ isCurrent: true }, ...(suggestionId ? [{ id: suggestionId }] : [])] },
    select,
  })
  const named = drafts.find(({ id }) => id === suggestionId)
  if (suggestionId && !named) throw new AppError('unprocessable', 'This draft belongs to another ticket.')
  // A reply written while the draft was still being made cannot have been made from the whole of it.
  const used = named && isUsable(named) ? named : undefined
  const settled = used ? await settleUsed(tx, used, { ...settlement, text }) : withoutHalf(text, named)
  if (settled === '') throw new AppError('unprocessable', 'The reply is empty.')
  const unused = drafts.filter((draft) => draft.isCurrent && draft !== used)
  for (const draft of unused) {
    const { id, rung } = draft
    await tx.suggestion.update({ where: { id }, data: { isCurrent: null, status: 'dismissed' }, select: { id: true } })
    await keepOutcome(tx, id, { agentId: settlement.agentId, draftLength: stripMarks(draft.text, draft.text).length })
    await publish(tx, { kind: 'suggestion', ticketId, suggestionId: id, status: 'dismissed', rung })
  }
  const before = [...unused, ...(used ? [used] : [])].map(({ text: _text, ...draft }) => draft)
  return { text: settled, suggestionId: used?.id ?? null, drafts: before }
}

/** One that was given up half written has no text on record. */
function isUsable({ status, text }: Draft): boolean {
  return status !== 'pending' && status !== 'running' && status !== 'failed' && text !== ''
}

/**
 * A reply that was begun in a draft still being made may hold marks of it. What it had written by then is stored nowhere, so every mark counts as
 * its own: better an agent's "[1]" too few than one too many before a customer.
 */
function withoutHalf(text: string, named: Draft | undefined): string {
  return named && named.status !== 'failed' ? stripMarks(text, named.text || text) : text
}

async function settleUsed(
  tx: Tx,
  draft: Draft,
  { agentId, text, leavesAt }: Pick<Settlement, 'agentId' | 'text' | 'leavesAt'>,
): Promise<string> {
  const sentText = stripMarks(text, draft.text)
  const draftText = stripMarks(draft.text, draft.text)
  const isAsIs = oneSpaced(sentText) === oneSpaced(draftText)
  await tx.suggestion.update({
    where: { id: draft.id },
    data: { isCurrent: null, status: isAsIs ? 'sent_as_is' : 'edited' },
    select: { id: true },
  })
  await keepOutcome(tx, draft.id, {
    agentId,
    sentText,
    editDistance: isAsIs ? 0 : editDistance(draftText, sentText),
    draftLength: draftText.length,
  })
  // After the reply is on its way; nobody waits for it.
  await addJob(
    tx,
    'learn-phrasing',
    { suggestionId: draft.id },
    { runAt: leavesAt, jobKey: `learn:${draft.id}`, priority: 10, maxAttempts: 5 },
  )
  return sentText
}

/** A rating may have been there before. */
async function keepOutcome(tx: Tx, suggestionId: string, outcome: Outcome): Promise<void> {
  await tx.suggestionOutcome.upsert({
    where: { suggestionId },
    create: { suggestionId, ...outcome },
    update: outcome,
    select: { suggestionId: true },
  })
}

/** Blanks that a text box or a mark taken out has changed are no edit. */
function oneSpaced(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
