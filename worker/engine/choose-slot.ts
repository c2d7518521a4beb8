/** A sequence of the context as admission sees it. */
export type SlotState = {
  id: number
  /** What is in its cache, in order. */
  tokens: number[]
  /** Rises with every use; the smallest was idle longest. */
  usedAt: number
  /** The whole prompt of the request it works on, null when it is free. */
  prompt: number[] | null
  /** Its work steps back for the one that asks, so it is not worth waiting for. */
  yields?: boolean
}

export type SlotChoice =
  | { kind: 'none' }
  /** A prefix worth having is being computed right now: ask again next round. */
  | { kind: 'wait' }
  /** `keep` tokens of the prompt are in the cache, once `copyFrom` (if any) has been copied. */
  | { kind: 'slot'; id: number; keep: number; copyFrom: number | null }

// A copy moves the whole sequence (15 ms at 1536 tokens of a 0.6B model, INFERENCE 5); below this much computing is as quick.
const MIN_SAVED_TOKENS = 64

/** How many tokens two lists have in common from the start. */
export function commonPrefix(a: number[], b: number[]): number {
  const length = Math.min(a.length, b.length)
  let at = 0
  while (at < length && a[at] === b[at]) at++
  return at
}

export type ChoiceOptions = {
  /** Whether the decoder can copy a sequence; if not, only free slots count. */
  canCopy: boolean
  /** How many of so many tokens that are in a cache can be kept. */
  keepable: (shared: number) => number
}

/**
 * Where a prompt should run: in the free slot that remembers most of it; or, when a sequence next door (free or busy)
 * remembers clearly more, in the slot that was idle longest, after copying.
 */
export function chooseSlot(slots: SlotState[], prompt: number[], { canCopy, keepable }: ChoiceOptions): SlotChoice {
  const shared = (tokens: number[]) => keepable(commonPrefix(tokens, prompt))
  const free = slots.filter((slot) => slot.prompt === null)
  const [first] = free
  if (!first) return { kind: 'none' }

  let best = first
  for (const slot of free) {
    const gain = shared(slot.tokens) - shared(best.tokens)
    if (gain > 0 || (gain === 0 && slot.usedAt < best.usedAt)) best = slot
  }
  const keep = shared(best.tokens)
  if (!canCopy) return { kind: 'slot', id: best.id, keep, copyFrom: null }

  let source: SlotState | null = null
  let saved = keep
  for (const slot of slots) {
    if (slot === best || shared(slot.tokens) < Math.max(saved + 1, keep + MIN_SAVED_TOKENS)) continue
    source = slot
    saved = shared(slot.tokens)
  }
  for (const slot of slots) {
    if (!slot.prompt || slot.yields || slot.tokens.length >= slot.prompt.length) continue
    if (shared(slot.prompt) >= saved + MIN_SAVED_TOKENS) return { kind: 'wait' }
  }

  if (!source) return { kind: 'slot', id: best.id, keep, copyFrom: null }
  const target = free.filter((slot) => slot !== source).reduce((a, b) => (b.usedAt < a.usedAt ? b : a), best)
  return { kind: 'slot', id: target.id, keep: saved, copyFrom: source.id }
}
