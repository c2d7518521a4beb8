import { indexWithChange, type RuleChangeTried } from '@/lib/faq/check/index-with-change'
import { embedQuestions } from '@/lib/retrieval/meaning/embed-questions'
import type { IndexedRule, RuleHit, RuleIndex } from '@/lib/retrieval/schema'
import { searchRules } from '@/lib/retrieval/search-rules'
import { type Ask, askFor } from '@/lib/suggestions/ask-for'
import { type AskedTicket, listAsked } from '@/lib/tickets/list-asked'

/** The rule that would answer a ticket. */
export type Answering = { ruleId: string; title: string; score: number }

export type ReplayedTicket = Omit<AskedTicket, 'messages'> & {
  /** `closed`: nothing answered it before; `lost`: nothing would; `other`: another rule would; `reworded`: the same, in other words. */
  kind: 'closed' | 'lost' | 'other' | 'reworded'
  before: Answering | null
  after: Answering | null
}

export type Replay = {
  /** How many tickets were asked again. */
  total: number
  /** The moment at which they were asked, in ISO form, where that is not the present: the rule begins to answer then. */
  from: string | null
  /** Those that the change reaches, gaps first. */
  items: ReplayedTicket[]
}

export type ReplayOptions = {
  onProgress?: (done: number, total: number) => void
  signal?: AbortSignal
}

const REPLAYED_TICKETS = 200
/** As many as a draft looks at: a rule that is found word for word need not be the first. */
const LOOKED_AT = 5
const BREATHE_EVERY = 10
/** Longer than a GPU takes for all of them. What a slower machine has not embedded by then is asked by its words alone, before and after. */
const EMBED_WITHIN_MS = 15_000
const ORDER = { closed: 0, lost: 1, other: 2, reworded: 3 }

/** Asks the questions of the latest tickets once more, of the rules as they are and as they would be. Nothing is stored. */
export async function replayChange(change: RuleChangeTried, { onProgress, signal }: ReplayOptions = {}): Promise<Replay> {
  const startedAt = new Date()
  const [{ before, after, rule, now }, asked] = await Promise.all([indexWithChange(change), listAsked({ limit: REPLAYED_TICKETS })])
  const asks = asked.map(askOf)
  onProgress?.(0, asked.length)
  await embedQuestions(asks, { timeoutMs: EMBED_WITHIN_MS, signal })
  const items: ReplayedTicket[] = []
  for (const [index, { messages: _, ...ticket }] of asked.entries()) {
    if (index % BREATHE_EVERY === 0) {
      onProgress?.(index, asked.length)
      // Searching awaits nothing, and others want this process too.
      await new Promise((resolve) => setImmediate(resolve))
      signal?.throwIfAborted()
    }
    const ask = asks[index] as Ask
    const [was, is] = [await findAnswering(before, ask, now), await findAnswering(after, ask, now)]
    const kind = kindOf(was?.rule ?? null, is?.rule ?? null, rule)
    if (kind) items.push({ ...ticket, kind, before: was && toAnswering(was), after: is && toAnswering(is) })
  }
  onProgress?.(asked.length, asked.length)
  const from = now > startedAt && now.getTime() === rule.validFrom?.getTime() ? now.toISOString() : null
  return { total: asked.length, from, items: items.sort((one, other) => ORDER[one.kind] - ORDER[other.kind]) }
}

/** The question as it was drafted for, and what had been said before it: which of two like rules is meant often stands there. */
function askOf({ question, language, subject, messages }: AskedTicket): Ask {
  const { ask } = askFor({ subject, messages, fallbackLanguage: language, language })
  return { ...ask, text: question }
}

async function findAnswering(index: RuleIndex, ask: Ask, now: Date): Promise<RuleHit | null> {
  const { hits, hasMatch, verbatim } = await searchRules({ ...ask, limit: LOOKED_AT, index, now, withMeaning: 'known' })
  return verbatim ?? (hasMatch ? (hits[0] ?? null) : null)
}

function kindOf(was: IndexedRule | null, is: IndexedRule | null, changed: IndexedRule): ReplayedTicket['kind'] | null {
  if (!was && !is) return null
  if (!was) return 'closed'
  if (!is) return 'lost'
  if (was.id !== is.id) return 'other'
  return is.id === changed.id && was.answer !== is.answer ? 'reworded' : null
}

function toAnswering({ rule, score }: RuleHit): Answering {
  return { ruleId: rule.id, title: rule.question, score }
}
