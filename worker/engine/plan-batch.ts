import type { DecodeRow } from './decoder'
import type { Slot } from './job'

export type PlannedRow = DecodeRow & { slot: Slot }

/**
 * The next batch: one token for every reply under way first, so that none of them stalls, then as much of the waiting
 * prompts as there is room for. The next token is wanted wherever a row reaches the end of what is known.
 */
export function planBatch(slots: Slot[], batchSize: number): PlannedRow[] {
  const rows: PlannedRow[] = []
  let room = batchSize
  for (const slot of slots) {
    if (!slot.job || slot.job.next === null || room === 0) continue
    rows.push({ slot, sequence: slot.id, position: slot.tokens.length, tokens: [slot.job.next], wantsToken: true })
    room -= 1
  }
  for (const slot of slots) {
    if (!slot.job || slot.job.next !== null || room === 0) continue
    const position = slot.tokens.length
    const tokens = slot.job.prompt.slice(position, position + room)
    rows.push({ slot, sequence: slot.id, position, tokens, wantsToken: position + tokens.length === slot.job.prompt.length })
    room -= tokens.length
  }
  return rows
}
