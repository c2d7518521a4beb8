import { db, type Tx } from '@/lib/db'
import { publish } from '@/lib/events'
import type { LadderResult } from '@/lib/suggestions/ladder-types'
import { lockTicket } from '@/lib/tickets/lock-ticket'
import { markGap } from '@/lib/tickets/mark-gap'
import { recordTicketEvent } from '@/lib/tickets/record-ticket-event'
import type { Prisma } from '@/prisma/generated/client'

/** The columns of a finished draft; everything needed to run it again. */
export function toSuggestionColumns(result: LadderResult, finishedAt: Date) {
  const { run, cached } = result
  const startedAt = new Date(finishedAt.getTime() - result.ms)
  return {
    status: 'ready',
    rung: result.rung,
    text: result.text,
    language: result.language,
    question: result.question,
    fallbackCause: result.fallbackCause,
    grounding: result.grounding as unknown as Prisma.InputJsonValue,
    model: run?.model ?? cached?.model ?? null,
    isDemoModel: run?.isDemoModel ?? cached?.isDemoModel ?? false,
    promptVersion: run?.promptVersion ?? cached?.promptVersion ?? null,
    prompt: run ? (run.prompt as unknown as Prisma.InputJsonValue) : undefined,
    seed: run?.seed ?? null,
    parameters: run?.parameters,
    modelText: run?.text ?? null,
    promptTokens: run?.promptTokens ?? null,
    replyTokens: run?.replyTokens ?? null,
    cacheKey: result.cacheKey,
    firstWordAt: run?.firstTextMs != null ? new Date(startedAt.getTime() + run.firstTextMs) : null,
    finishedAt,
    ms: result.ms,
    searchMs: result.searchMs,
  } satisfies Prisma.SuggestionUpdateManyMutationInput
}

/** The rules of a finished draft, as they were. */
export async function saveRules(tx: Tx, suggestionId: string, result: LadderResult): Promise<void> {
  if (result.rules.length === 0) return
  await tx.suggestionRule.createMany({
    data: result.rules.map(({ version, reachesFloor: _floor, category: _category, ...rule }) => ({
      ...rule,
      suggestionId,
      ruleVersion: version,
    })),
    skipDuplicates: true,
  })
}

/** Stores a finished draft, if it is still wanted, and tells the open browsers. */
export async function finishSuggestion(ticketId: string, suggestionId: string, result: LadderResult): Promise<boolean> {
  return db().$transaction(async (tx) => {
    // Ticket before suggestion, as everywhere: a customer message that comes in now takes them in this order too.
    await lockTicket(tx, ticketId, { mayBeMerged: true })
    const [saved] = await tx.suggestion.updateManyAndReturn({
      where: { id: suggestionId, isCurrent: true, status: 'running' },
      data: toSuggestionColumns(result, new Date()),
      select: { id: true },
    })
    if (!saved) return false
    await saveRules(tx, suggestionId, result)
    await markGap(tx, ticketId, result.fallbackCause === 'no_rule')
    const { fallbackCause: cause, rung } = result
    if (cause && cause !== 'no_rule') await recordTicketEvent(tx, ticketId, null, { kind: 'draft_failed', cause, rung })
    await publish(tx, { kind: 'suggestion', ticketId, suggestionId, status: 'ready', rung: result.rung })
    return true
  })
}
