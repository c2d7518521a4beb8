import { chooseSlot, type SlotChoice } from './choose-slot'
import type { Decoder } from './decoder'
import { exactlyKeepable, exactlyUsable, pieceOf, wholePieces } from './exact'
import { isUrgent, type Job, type Slot, writtenTokens } from './job'
import { keepable } from './tiles'

// So long may a draft made ahead be kept waiting by people; then one draft at a time gets a slot and keeps it, and the
// next one no sooner than this after it.
const PATIENCE_MS = 10_000
// Where there is one slot only, nobody is to wait for a whole draft: it goes on by so many tokens, a second or less.
const TURN_TOKENS = 16

/** Where a job should run now; see chooseSlot. */
export function placeFor(job: Job, slots: Slot[], decoder: Decoder): SlotChoice {
  if (slots.every((slot) => slot.job)) return { kind: 'none' }
  const piece = pieceOf(decoder)
  const states = slots.map((slot) => {
    const { id, tokens, shareable, usedAt, job: other } = slot
    const usable = job.isExact ? exactlyUsable(slot, job, piece) : shareable
    const promised = job.isExact && other?.isExact ? wholePieces(other.promptTokens, piece) : usable
    const yields = other !== null && !isUrgent(other) && job.request.priority === 'interactive'
    return { id, tokens: tokens.slice(0, usable), usedAt, prompt: other ? other.known.slice(0, promised) : null, yields }
  })
  const keep = (shared: number) => (job.isExact ? exactlyKeepable(job, shared, piece) : keepable(job, shared, decoder.tileRows))
  return chooseSlot(states, job.known, { canCopy: decoder.features.has('copies'), keepable: keep })
}

/** How far a draft that has its turn may write before it must give way again. */
export function protectionOf(job: Job, slots: number): number {
  return slots > 1 ? Number.POSITIVE_INFINITY : writtenTokens(job) + TURN_TOKENS
}

/** The slot of the draft that loses least when it must give way; undefined when there is none. */
export function slotToTake(slots: Slot[]): Slot | undefined {
  return slots
    .filter(({ job }) => job && !isUrgent(job))
    .sort((a, b) => (a.job?.known.length ?? 0) - (b.job?.known.length ?? 0))
    .at(0)
}

/**
 * The draft that has its turn although people wait: one that waits for long, when no draft has a slot or had one lately.
 *
 * @param protectedUntil when a draft last left a slot that it had got in this way
 */
export function starvedDraft(waiting: Job[], slots: Slot[], { now, protectedUntil }: { now: number; protectedUntil: number }): Job | null {
  const isDraft = (job: Job) => job.request.priority === 'background'
  if (now < protectedUntil + PATIENCE_MS || slots.some(({ job }) => job && isDraft(job))) return null
  return waiting.find((job) => isDraft(job) && now - job.submittedAt >= PATIENCE_MS) ?? null
}
