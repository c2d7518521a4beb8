import type { DecodeRow } from './decoder'
import { isWriting, type Slot } from './job'

export type PlannedRow = DecodeRow & { slot: Slot }

/**
 * The next batch: one token for every reply under way first, so that none of them stalls, then as much of the waiting
 * prompts as there is room for. The next token is wanted wherever a row reaches the end of what is known.
 */
export function planBatch(slots: Slot[], batchSize: number): PlannedRow[] {
  const rows: PlannedRow[] = []
  let room = batchSize
  for (const slot of slots.toSorted((a, b) => Number(isWriting(b)) - Number(isWriting(a)))) {
    if (!slot.job || room === 0) continue
    const { known } = slot.job
    const position = slot.tokens.length
    const tokens = known.slice(position, position + room)
    rows.push({ slot, sequence: slot.id, position, tokens, draws: position + tokens.length === known.length ? 1 : 0 })
    room -= tokens.length
  }
  return rows
}
