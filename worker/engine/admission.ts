import { chooseSlot, type SlotChoice } from './choose-slot'
import type { Decoder } from './decoder'
import { isUrgent, type Job, type Slot } from './job'
import { keepable } from './tiles'

// So long may a draft made ahead be kept waiting by people; then one draft at a time gets a slot and keeps it, and the
// next one no sooner than this after it.
const PATIENCE_MS = 10_000

/** Where a job should run now; see chooseSlot. */
export function placeFor(job: Job, slots: Slot[], { features, tileRows }: Decoder): SlotChoice {
  if (slots.every((slot) => slot.job)) return { kind: 'none' }
  const states = slots.map(({ id, tokens, shareable, usedAt, job: other }) => ({
    id,
    tokens: tokens.slice(0, shareable),
    usedAt,
    prompt: other ? other.known.slice(0, shareable) : null,
    yields: other !== null && !isUrgent(other) && job.request.priority === 'interactive',
  }))
  return chooseSlot(states, job.known, { canCopy: features.has('copies'), keepable: (shared) => keepable(job, shared, tileRows) })
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
