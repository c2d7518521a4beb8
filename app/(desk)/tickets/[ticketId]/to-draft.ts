import type { DraftBegunFrom, ReplyDraft, RewriteBegunFrom } from '@/lib/messages/find-reply-draft'
import { groundingSchema } from '@/lib/suggestions/grounding/grounding-schema'
import type { SuggestionRule, TicketSuggestion } from '@/lib/tickets/get-ticket'
import type { Draft, SavedReply } from './draft'

/** A draft that was sent or dismissed is history; the composer starts empty. */
const SETTLED = new Set(['sent_as_is', 'edited', 'dismissed', 'superseded'])

/** What of a suggestion the screen sees. On the server: the schema's library need not travel to the browser. */
export function toDraft(suggestion: TicketSuggestion | null): Draft | null {
  return suggestion && !SETTLED.has(suggestion.status) ? asDraft(suggestion) : null
}

/** The same, whatever has become of it. */
export function asDraft(suggestion: TicketSuggestion): Draft {
  return shapeDraft(suggestion, suggestion.rules)
}

type Shaped = Omit<DraftBegunFrom, 'rules'>

function shapeDraft({ id, status, rung, text, fallbackCause, model, ms, startedAt, grounding }: Shaped, rules: SuggestionRule[]): Draft {
  return {
    id,
    status,
    rung,
    text,
    cause: fallbackCause,
    model,
    ms,
    startedAt: startedAt?.getTime() ?? null,
    sentences: readSentences(grounding),
    rules,
  }
}

/** A draft whose check was stored by another version is shown without marks rather than not at all. */
function readSentences(grounding: unknown): Draft['sentences'] {
  return groundingSchema.safeParse(grounding).data?.sentences ?? []
}

/** What the browser needs of a reply that was begun. */
export function toSavedReply({ text, revision, savedAt, suggestion, rewrite, promises }: ReplyDraft): SavedReply {
  return { text, revision, savedAt: savedAt.getTime(), base: toBase(suggestion, rewrite), promises }
}

/** A draft that a text was made from keeps its marks, whatever has become of it since. */
function toBase(suggestion: DraftBegunFrom | null, rewrite: RewriteBegunFrom | null): Draft | null {
  if (!suggestion) return null
  const rules = suggestion.rules.map(({ ruleId, ruleVersion, isUsed, isCited, ...rule }) => ({
    id: ruleId,
    version: ruleVersion,
    ...rule,
    used: isUsed,
    cited: isCited,
  }))
  const isUnfinished = suggestion.status === 'pending' || suggestion.status === 'running' || suggestion.status === 'failed'
  const draft = { ...shapeDraft(suggestion, rules), status: isUnfinished ? suggestion.status : ('ready' as const) }
  return rewrite ? applyRewrite(draft, rewrite) : draft
}

/** The draft with what a model has made of it. */
export function applyRewrite(draft: Draft, { id, action, text, model, ms, grounding }: RewriteBegunFrom): Draft {
  return { ...draft, status: 'ready', text, model, ms, sentences: readSentences(grounding), rewrite: { id, action } }
}
