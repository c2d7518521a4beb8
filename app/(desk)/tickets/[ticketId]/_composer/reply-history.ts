import type { Draft } from '../draft'

/** What put a text into the box. */
export type Origin = 'draft' | 'typing' | 'rewrite' | 'macro' | 'restored'

/** A text that stood in the box, and the draft that its marks belong to. */
export type Version = { text: string; base: Draft | null; by: Origin }

/** How a key changed the text; strokes of one kind in quick succession are undone together. */
export type Stroke = { kind: 'insert' | 'delete' | 'other'; isComposing: boolean; at: number }

export type History = { versions: Version[]; at: number; stroke: Stroke | null }

/** A pause this long begins a new step of undo. */
const PAUSE_MS = 1_000
/** A reply is short; nobody undoes further. */
const MAX_VERSIONS = 200

export const NO_HISTORY: History = { versions: [], at: -1, stroke: null }

/** The history with one more text. What had been undone is forgotten; the same text again is no new one, but may have another draft. */
export function record(history: History, version: Version, stroke: Stroke | null = null): History {
  const { versions, at } = history
  const top = versions[at]
  if (top?.text === version.text) return { versions: versions.with(at, { ...top, base: version.base }), at, stroke }
  const isSameStep = version.by === 'typing' && top?.by === 'typing' && at === versions.length - 1 && goesOn(history.stroke, stroke)
  const kept = versions.slice(0, isSameStep ? at : at + 1).slice(-MAX_VERSIONS + 1)
  return { versions: [...kept, version], at: kept.length, stroke }
}

function goesOn(last: Stroke | null, next: Stroke | null): boolean {
  if (!last || !next) return false
  if (last.isComposing && next.kind !== 'delete') return true
  return last.kind === next.kind && next.kind !== 'other' && next.at - last.at < PAUSE_MS
}

/** One step back (-1) or forth (1); null where there is none. */
export function undo(history: History, direction: -1 | 1): History | null {
  const at = history.at + direction
  return history.versions[at] ? { ...history, at, stroke: null } : null
}

/** Where one would want to go back to: every text of a model, and the agent's own as it was before one. */
export function landmarks({ versions }: History): number[] {
  return versions.flatMap(({ by }, index) => {
    const next = versions[index + 1]
    return by !== 'typing' || !next || next.by !== 'typing' ? [index] : []
  })
}

/** The landmark before (-1) or after (1) the present text; null where there is none. */
export function step(history: History, direction: -1 | 1): History | null {
  const marks = landmarks(history)
  const at = direction === -1 ? marks.findLast((mark) => mark < history.at) : marks.find((mark) => mark > history.at)
  return at === undefined ? null : { ...history, at, stroke: null }
}

/** The history with a text of an earlier visit below all others, unless it is one of them. */
export function recall({ versions, at, stroke }: History, version: Version): History {
  if (versions.some(({ text }) => text === version.text)) return { versions, at, stroke }
  // Where nothing has stood in the box yet, what comes will stand above it.
  return { versions: [version, ...versions], at: Math.max(at, 0) + 1, stroke }
}

/** The last text of the agent's own that something else has taken the place of; null where nothing was. */
export function replacedText(history: History): Version | null {
  const { versions, at } = history
  const isReplaced = ({ text, by }: Version, index: number) =>
    index < at && by !== 'draft' && text.trim() !== '' && versions[index + 1]?.by !== 'typing'
  return versions.findLast(isReplaced) ?? null
}

/** The place right after what differs between two texts, in the second: where the eye looks for a change. */
export function endOfChange(before: string, after: string): number {
  let end = 0
  const shorter = Math.min(before.length, after.length)
  while (end < shorter && before[before.length - 1 - end] === after[after.length - 1 - end]) end++
  let start = 0
  while (start < shorter && before[start] === after[start]) start++
  return Math.max(start, after.length - end)
}
