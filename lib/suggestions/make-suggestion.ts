import { db } from '@/lib/db'
import { publish, publishNow, subscribe } from '@/lib/events'
import type { Priority } from '@/lib/inference/protocol'
import { addJob } from '@/lib/jobs'
import { describeError, log } from '@/lib/log'
import { getSetting } from '@/lib/settings/get-setting'
import { type Climbed, climbLadder } from '@/lib/suggestions/climb-ladder'
import { isPassing } from '@/lib/suggestions/fallback-cause'
import type { LadderResult } from '@/lib/suggestions/ladder-types'
import { pacedText } from '@/lib/suggestions/paced-text'
import { unmask } from '@/lib/suggestions/personal-data/mask-personal-data'
import { prepareQuestion } from '@/lib/suggestions/prepare-question'
import { replaceFallback } from '@/lib/suggestions/replace-fallback'
import { finishSuggestion } from '@/lib/suggestions/save-suggestion'
import { suggestionTimeoutMs } from '@/lib/suggestions/suggestion-timeout'
import { findConversation } from '@/lib/tickets/find-conversation'

/** Browsers repaint a draft at most this often while it is written; two notifications at once might overtake each other. */
const STREAM_EVERY_MS = 70
/** A fallback made because the model was away is tried again after these seconds. */
const RETRY_AFTER_SECONDS = [10, 30, 90, 300, 900]

export type MakeOptions = {
  /** From the job: whether somebody waits for it. */
  priority?: Priority
  /** From the job: how often a passing failure has been tried again; 0 makes the first draft. */
  retry?: number
}

/**
 * The recipe of a draft: conversation → question → rules → ladder → saved and told. Runs as a job, may run twice and
 * counts once: only a current suggestion that still waits is drafted, and only one that is still current is saved.
 */
export async function makeSuggestion(suggestionId: string, { priority = 'background', retry = 0 }: MakeOptions = {}): Promise<void> {
  const suggestion = retry === 0 ? await claim(suggestionId) : await findFallback(suggestionId)
  if (!suggestion) return
  const { ticketId } = suggestion
  const conversation = await findConversation(db(), ticketId)
  if (!conversation) return

  const superseded = new AbortController()
  const unsubscribe = subscribe((event) => {
    // Another draft of this ticket has begun: this one would be thrown away, and its slot is worth having.
    if (event.kind === 'suggestion' && event.ticketId === ticketId && event.suggestionId !== suggestionId) superseded.abort()
  })
  const shown = pacedText((text) => publishDraft(ticketId, suggestionId, text), STREAM_EVERY_MS)
  try {
    const prepared = await prepareQuestion({ ...conversation, fallbackLanguage: conversation.language })
    const restore = (result: LadderResult): LadderResult => ({ ...result, text: unmask(result.text, prepared.personalData) })
    const climbed = await climbLadder({
      ...prepared,
      timeoutMs: await suggestionTimeoutMs(),
      cacheTtlSeconds: await getSetting('answer_cache_ttl_seconds'),
      priority,
      signal: superseded.signal,
      onText: retry === 0 ? (textSoFar) => shown.show(unmask(textSoFar, prepared.personalData)) : undefined,
    })
    // The finished draft must not be followed by a piece of it.
    await shown.stop()
    const result = restore(climbed.result)
    const { rung, fallbackCause, ms } = result
    if (fallbackCause && fallbackCause !== 'no_rule')
      log.warn({ event: 'suggestion.fallback', suggestionId, ticketId, rung, fallbackCause, ms })
    if (retry === 0) await finishSuggestion(ticketId, suggestionId, result)
    else if (!isPassing(result.fallbackCause)) await replaceFallback({ ticketId, suggestionId }, result)
    await improveLater({ ticketId, suggestionId }, { ...climbed, result }, { retry, restore })
  } catch (error) {
    if (!superseded.signal.aborted) throw error
    log.info({ event: 'suggestion.superseded', suggestionId, ticketId })
  } finally {
    await shown.stop()
    unsubscribe()
  }
}

/** Takes the suggestion to draft it: null when it is no longer current or already done. */
async function claim(suggestionId: string): Promise<{ ticketId: string } | null> {
  return db().$transaction(async (tx) => {
    const [claimed] = await tx.suggestion.updateManyAndReturn({
      where: { id: suggestionId, isCurrent: true, status: { in: ['pending', 'running'] } },
      data: { status: 'running', startedAt: new Date() },
      select: { ticketId: true },
    })
    if (claimed) await publish(tx, { kind: 'suggestion', ticketId: claimed.ticketId, suggestionId, status: 'running', rung: null })
    return claimed ?? null
  })
}

async function findFallback(suggestionId: string): Promise<{ ticketId: string } | null> {
  return db().suggestion.findFirst({
    where: { id: suggestionId, isCurrent: true, status: 'ready', fallbackCause: { not: null } },
    select: { ticketId: true },
  })
}

/** Shows the growing text to the open browsers. */
function publishDraft(ticketId: string, suggestionId: string, text: string): Promise<void> {
  return publishNow({ kind: 'draft', ticketId, suggestionId, text }).catch((cause: unknown) =>
    log.debug({ event: 'suggestion.stream', suggestionId, cause: describeError(cause) }),
  )
}

/** A late draft replaces the fallback; a model that was away is asked again later. */
async function improveLater(
  draft: { ticketId: string; suggestionId: string },
  { result, late }: Climbed,
  { retry, restore }: { retry: number; restore: (result: LadderResult) => LadderResult },
): Promise<void> {
  const { suggestionId } = draft
  if (late) {
    void late
      .then(async (made) => {
        if (made) await replaceFallback(draft, restore(made))
        else await askAgain(suggestionId, retry)
      })
      .catch((cause: unknown) => log.error({ event: 'suggestion.late', suggestionId, cause: describeError(cause) }))
    return
  }
  if (isPassing(result.fallbackCause)) await askAgain(suggestionId, retry)
}

async function askAgain(suggestionId: string, retry: number): Promise<void> {
  const seconds = RETRY_AFTER_SECONDS[retry]
  if (seconds === undefined) return
  const runAt = new Date(Date.now() + seconds * 1000 * (0.85 + Math.random() * 0.3))
  await addJob(db(), 'draft-suggestion', { suggestionId, retry: retry + 1 }, { runAt, jobKey: `improve:${suggestionId}`, maxAttempts: 2 })
}
