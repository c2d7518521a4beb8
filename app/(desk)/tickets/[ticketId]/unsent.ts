import type { Draft } from './draft'

/** A reply that was begun and not sent, and the draft it began from. */
export type Unsent = { text: string; base: Draft | null }

const keyOf = (ticketId: string) => `unsent-reply:${ticketId}`

/** What this tab kept of an earlier visit. It wrote it itself; anything that does not look so is nothing. */
export function readUnsent(ticketId: string): Unsent | null {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(keyOf(ticketId)) ?? 'null')
    return isUnsent(kept) ? kept : null
  } catch {
    return null
  }
}

function isUnsent(value: unknown): value is Unsent {
  return typeof value === 'object' && value !== null && 'text' in value && typeof value.text === 'string' && 'base' in value
}

export function writeUnsent(ticketId: string, unsent: Unsent): void {
  try {
    sessionStorage.setItem(keyOf(ticketId), JSON.stringify(unsent))
  } catch {
    // A full or forbidden storage: the edits live as long as the page does.
  }
}

export function forgetUnsent(ticketId: string): void {
  try {
    sessionStorage.removeItem(keyOf(ticketId))
  } catch {
    // Forbidden storage has kept nothing.
  }
}
