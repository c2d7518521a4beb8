import type { GroundedSentence } from '@/lib/suggestions/grounding/grounding-schema'
import type { SuggestionRule } from '@/lib/tickets/get-ticket'
import type { RewriteAction, Rung, SuggestionStatus } from '@/prisma/generated/enums'

/** The current draft as the screen needs it. */
export type Draft = {
  id: string
  status: SuggestionStatus
  rung: Rung | null
  /** With citation marks. */
  text: string
  cause: string | null
  model: string | null
  ms: number | null
  /** Milliseconds since 1970; null while it waits in line. */
  startedAt: number | null
  sentences: GroundedSentence[]
  rules: SuggestionRule[]
  /** Where a model has rewritten it on request: text, check and time are then the rewrite's. */
  rewrite?: { id: string; action: RewriteAction }
}

/** A reply that was begun, as the server keeps it for this agent. */
export type SavedReply = {
  text: string
  revision: number
  /** Milliseconds since 1970. */
  savedAt: number
  base: Draft | null
  /** Sentences of it that promise what no rule grants. */
  promises: GroundedSentence[]
}

/** The rules that its words come from: what a fallback was taken from is not all that the model had been given. */
export function rulesBehind({ rung, rules }: Pick<Draft, 'rung' | 'rules'>): SuggestionRule[] {
  return rules.filter(({ used, cited }) => (rung === 'extractive' ? cited : used))
}

/** Whether the draft is being made. */
export function isBeingMade(draft: Draft | null): boolean {
  return draft?.status === 'pending' || draft?.status === 'running'
}
