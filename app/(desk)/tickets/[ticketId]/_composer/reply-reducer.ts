import { type Draft, isBeingMade } from '../draft'
import type { Unsent } from '../unsent'
import { endOfChange, type History, NO_HISTORY, type Origin, recall, record, type Stroke, step, undo, type Version } from './reply-history'

export type ReplyState = {
  /** The agent's text; null while the box follows the draft. */
  own: Unsent | null
  history: History
  /** A draft that the agent has asked for takes the place of the text when it comes; the one before it. */
  awaited: { insteadOf: string | null } | null
  /** Where the caret belongs after a change that no key made; a new object each time. */
  caret: { at: number } | null
  /** What the agent must know of the draft they asked for. */
  remark: DraftRemark | null
  /** The draft into whose first half the agent typed: their text is not the whole of it. */
  halfId: string | null
}

/** Only a fallback, and the agent's own text was worth more; word for word the one before; none at all. */
export type DraftRemark = 'without_model' | 'same' | 'none'

export type ReplyAction =
  | { kind: 'typed'; text: string; stroke: Stroke; draft: Draft | null }
  /** A text as a whole: rewritten, inserted, restored. */
  | { kind: 'put'; text: string; base: Draft | null; by: Origin; caretAt?: number; draft: Draft | null }
  | { kind: 'drafted'; draft: Draft }
  | { kind: 'awaited'; insteadOf: string | null }
  /** Asking for a draft did not work. */
  | { kind: 'notAwaited' }
  | { kind: 'undo' | 'step'; direction: -1 | 1; draft: Draft | null }
  | { kind: 'takeDraft'; draft: Draft | null }
  /** A text of an earlier visit that something else had taken the place of. */
  | { kind: 'recalled'; text: string; base: Draft | null }

/** What the box starts with: the draft, and above it what the server has kept of the agent's own. */
export function startReply(draft: Draft | null, saved: Unsent | null): ReplyState {
  const drafted = draft?.status === 'ready' ? record(NO_HISTORY, versionOf(draft)) : NO_HISTORY
  const history = saved ? record(drafted, { ...saved, by: 'restored' }) : drafted
  return { own: saved, history, awaited: null, caret: null, remark: null, halfId: null }
}

export function reduceReply(state: ReplyState, action: ReplyAction): ReplyState {
  switch (action.kind) {
    case 'typed': {
      const base = state.own ? state.own.base : action.draft
      const own = { text: action.text, base }
      const history = record(withPresent(state, action.draft), { ...own, by: 'typing' }, action.stroke)
      // That a new draft is like the old one is no news of a text that is neither.
      const remark = state.remark === 'same' ? null : state.remark
      return { ...state, own, history, remark, caret: null, halfId: state.own && state.halfId }
    }
    case 'put': {
      const { text, base, by, caretAt } = action
      const before = withPresent(state, action.draft)
      const history = record(before, { text, base, by })
      const settled = settle({ text, base, by }, action.draft)
      const at = caretAt === undefined ? null : { at: caretAt }
      // Who takes an earlier draft has decided: the one that is still being written is offered beside it, not put in its place.
      const awaited = by === 'draft' ? null : state.awaited
      return { ...state, ...settled, history, awaited, caret: at, halfId: state.own && state.halfId }
    }
    case 'drafted':
      return takeIn(withFinished(state, action.draft), action.draft)
    case 'awaited':
      return { ...state, awaited: { insteadOf: action.insteadOf }, remark: null }
    case 'notAwaited':
      return { ...state, awaited: null }
    case 'undo':
    case 'step': {
      const move = action.kind === 'undo' ? undo : step
      const history = move(state.history, action.direction)
      const version = history?.versions[history.at]
      if (!history || !version) return state
      const before = state.history.versions[state.history.at]?.text ?? ''
      return { ...state, ...settle(version, action.draft), history, caret: { at: endOfChange(before, version.text) } }
    }
    case 'takeDraft': {
      const history = action.draft?.status === 'ready' ? record(withPresent(state, action.draft), versionOf(action.draft)) : state.history
      return { ...state, own: null, history, awaited: null }
    }
    case 'recalled':
      return { ...state, history: recall(state.history, { text: action.text, base: action.base, by: 'restored' }) }
  }
}

/** What was typed into a draft in the making belongs to the draft that became of it, with its marks, its rules and its check. */
function withFinished(state: ReplyState, draft: Draft): ReplyState {
  const finish = <One extends Unsent>(one: One): One => (one.base?.id === draft.id && isBeingMade(one.base) ? { ...one, base: draft } : one)
  const own = state.own && finish(state.own)
  const history = { ...state.history, versions: state.history.versions.map(finish) }
  return { ...state, own, history, halfId: own === state.own ? state.halfId : draft.id }
}

/** A draft is done. Asked for, it takes the place of the text, unless it is only a fallback and the text is the agent's own. */
function takeIn(state: ReplyState, draft: Draft): ReplyState {
  const { own, history, awaited } = state
  const isAwaited = awaited !== null && draft.id !== awaited.insteadOf
  if (draft.status !== 'ready' || draft.text === '') return { ...state, awaited: null, remark: isAwaited ? 'none' : state.remark }
  const isOnlyFallback = isAwaited && own !== null && isAway(draft.cause)
  if (own !== null && (!isAwaited || isOnlyFallback)) return { ...state, awaited: null, remark: isOnlyFallback ? 'without_model' : null }
  const isSame = isAwaited && own === null && history.versions[history.at]?.text === draft.text
  return {
    ...state,
    own: null,
    history: record(withPresent(state, null), versionOf(draft)),
    awaited: null,
    remark: isSame ? 'same' : null,
  }
}

const AWAY = new Set(['timeout', 'unreachable', 'busy', 'breaker_open'])

function isAway(cause: string | null): boolean {
  return cause !== null && AWAY.has(cause)
}

function versionOf(draft: Draft): Version {
  return { text: draft.text, base: draft, by: 'draft' }
}

/** The text that stands in the box is in the history, also where it is a draft that was still being written. */
function withPresent({ own, history }: ReplyState, draft: Draft | null): History {
  if (own) return record(history, { ...own, by: 'typing' }, history.stroke)
  return draft && draft.text !== '' && !history.versions[history.at] ? record(history, versionOf(draft)) : history
}

/** A text that is the current draft, word for word, follows it again. */
function settle(version: Version, draft: Draft | null): { own: Unsent | null } {
  const isDraft = draft !== null && !isBeingMade(draft) && version.base?.id === draft.id && version.text === draft.text
  return { own: isDraft ? null : { text: version.text, base: version.base } }
}
