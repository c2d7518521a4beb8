import { newKey } from '../../../_doors/new-key'
import type { Draft } from './draft'

/** A reply that was begun and not sent, and the draft it began from. */
export type Unsent = { text: string; base: Draft | null }

/** What this browser keeps while the server does not have it: the words, and the save they came after. */
export type LocalCopy = Unsent & {
  revision: number
  /** The words of a save that was under way then; it makes the next revision. */
  after?: string
}

const TAB_KEY = 'tab-id'

const placeOf = (agentId: string, ticketId: string) => `unsent-reply:${agentId}:${ticketId}`

/** A tab keeps its words under its own name: another one on the same ticket may hold different ones. */
const keyOf = (agentId: string, ticketId: string) => `${placeOf(agentId, ticketId)}:${tabId()}`

/** The same after a reload. A storage that is forbidden throws, and nothing is kept. */
function tabId(): string {
  const known = sessionStorage.getItem(TAB_KEY)
  if (known) return known
  const made = newKey()
  sessionStorage.setItem(TAB_KEY, made)
  return made
}

/**
 * What this browser kept of an earlier visit: this tab's own words, else those that another tab has left, which are this one's from now on. It
 * wrote it itself; anything that does not look so is nothing.
 */
export function readLocalCopy(agentId: string, ticketId: string): LocalCopy | null {
  try {
    const own = keyOf(agentId, ticketId)
    const left = Object.keys(localStorage).find((key) => key.startsWith(placeOf(agentId, ticketId)))
    const key = localStorage.getItem(own) === null ? left : own
    if (!key) return null
    const text = localStorage.getItem(key) ?? 'null'
    if (key !== own) {
      localStorage.setItem(own, text)
      localStorage.removeItem(key)
    }
    const kept: unknown = JSON.parse(text)
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
