import { verbatimKey } from '@/lib/retrieval/verbatim-key'
import { maskPersonalData } from '@/lib/suggestions/personal-data/mask-personal-data'

/** A way to ask a rule that a customer used. */
export type VariantIdea = {
  /** As a customer asked, personal data masked. */
  text: string
  /**
   * `answered`: a reply from this rule was sent. `missed`: no rule reached the floor, and this one came nearest. `alike`: the rule has never
   * been found by anybody, and of all rules it would come nearest.
   */
  kind: 'answered' | 'missed' | 'alike'
  /** How often it was asked. */
  count: number
  /** The latest ticket in which it was asked. */
  ticket: { id: string; number: number }
}

/** Of the floor: what shares a word with the rule is no near miss. As in browse-rules.ts. */
export const NEAR_MISS_SHARE = 0.6
const MAX_IDEAS = 20
/** A longer one tells a story; as a way to ask it would find everything. */
const MAX_CHARS = 120

type AskedOnce = Pick<VariantIdea, 'kind' | 'ticket'> & { question: string }

/** Each way to ask once, masked, the most frequent first; equally frequent ones stay in their order. `known` holds verbatim keys. */
export function collectIdeas(asked: AskedOnce[], known: ReadonlySet<string>): VariantIdea[] {
  const ideas = new Map<string, VariantIdea>()
  for (const { question, kind, ticket } of asked) {
    const text = maskPersonalData(question).masked.replace(/\s+/g, ' ').trim()
    const key = verbatimKey(text)
    if (key === '' || text.length > MAX_CHARS || known.has(key)) continue
    const idea = ideas.get(key)
    if (idea) idea.count++
    else ideas.set(key, { text, kind, count: 1, ticket })
  }
  return [...ideas.values()].sort((a, b) => b.count - a.count).slice(0, MAX_IDEAS)
}
