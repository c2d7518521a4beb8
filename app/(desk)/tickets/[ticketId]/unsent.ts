import type { Draft } from './draft'

/** A reply that was begun and not sent, and the draft it began from. */
export type Unsent = { text: string; base: Draft | null }

/** What this browser keeps while the server does not have it: the words, and the save they came after. */
export type LocalCopy = Unsent & { revision: number }

const keyOf = (agentId: string, ticketId: string) => `unsent-reply:${agentId}:${ticketId}`

/** What this browser kept of an earlier visit. It wrote it itself; anything that does not look so is nothing. */
export function readLocalCopy(agentId: string, ticketId: string): LocalCopy | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(agentId, ticketId)) ?? 'null')
    return isLocalCopy(kept) ? kept : null
  } catch {
    return null
  }
}

function isLocalCopy(value: unknown): value is LocalCopy {
  return (
    typeof value === 'object' &&
    value !== null &&
    'text' in value &&
    typeof value.text === 'string' &&
    'revision' in value &&
    typeof value.revision === 'number' &&
    'base' in value
  )
}

export function writeLocalCopy(agentId: string, ticketId: string, copy: LocalCopy): void {
  try {
    localStorage.setItem(keyOf(agentId, ticketId), JSON.stringify(copy))
  } catch {
    // A full or forbidden storage: the edits live as long as the page does.
  }
}

export function forgetLocalCopy(agentId: string, ticketId: string): void {
  try {
    localStorage.removeItem(keyOf(agentId, ticketId))
  } catch {
    // Forbidden storage has kept nothing.
  }
}
