import { classifySentence } from '@/lib/suggestions/grounding/classify-sentence'
import type { GroundedSentence } from '@/lib/suggestions/grounding/grounding-schema'
import { type Clause, findTurnedClause, readClauses } from '@/lib/suggestions/grounding/read-clauses'
import { type Fact, isKnownFact, readFacts } from '@/lib/suggestions/grounding/read-facts'
import { readPromises } from '@/lib/suggestions/grounding/read-promises'
import { splitSentences } from '@/lib/suggestions/grounding/split-sentences'

type OwnWords = {
  /** What stands in the reply box, citation marks and all. */
  text: string
  /** The answers of the rules that were found for the ticket. */
  answers: readonly string[]
  /** What the customer and we have said so far. */
  ticketText: string
}

/** Something that will be: a time or an amount in it is a commitment. What has been, an agent knows better than any rule. */
const COMMITS =
  /会|将|之?内|之前|最迟|最晚|预计|可以?(?:在|于)|能(?:在|于|够)|给您|为您|\b(?:will|shall|going to|within|by|at the latest|no later than|expect|offer|give)\b|['’]ll\b/i
const ASKS = /[?？]\s*$/
/** Times and amounts; a size or a number of things is no promise. */
const PROMISED_UNITS = new Set<string | undefined>(['minute', 'workday', 'month', 'percent', 'discount', 'cny', 'usd', 'eur', 'gbp'])

/**
 * The sentences of an agent's own text that promise what no rule grants: a refund, a gift, an exception; a date, a time or an amount that neither a
 * rule nor the conversation names; or what a rule refuses. An agent may know more than the rules do, so the rest of a draft's check (words that no
 * rule has, a missing mark) is not held against them, nor is a question or a refusal. No model; as quick as `checkGrounding`.
 * @returns them alone, with their places in `text`
 */
export function findOwnPromises({ text, answers, ticketText }: OwnWords): GroundedSentence[] {
  const granted = new Set(readPromises(answers.join('\n')).map(({ what }) => what))
  const known = readFacts([...answers, ticketText].join('\n'))
  const ruled = answers.flatMap((answer) => readClauses(answer))
  return splitSentences(text).flatMap((sentence): GroundedSentence[] => {
    if (ASKS.test(sentence.text) || classifySentence(sentence.text) === 'courtesy') return []
    const fault = findFault(readClauses(sentence.text), COMMITS.test(sentence.text), { granted, known, ruled })
    return fault ? [{ ...sentence, kind: 'statement', isSupported: false, citations: [], ...fault }] : []
  })
}

type Known = { granted: ReadonlySet<string>; known: readonly Fact[]; ruled: readonly Clause[] }

function findFault(clauses: readonly Clause[], commits: boolean, { granted, known, ruled }: Known) {
  const giving = clauses.filter(({ isRefusing }) => !isRefusing)
  // What an agent says to have done, an agent may have done.
  const bare = giving.flatMap(({ text }) => readPromises(text)).find(({ what }) => what !== 'done' && !granted.has(what))
  if (bare) return { problem: 'promise' as const, detail: bare.text }
  const turned = findTurnedClause(giving, ruled)
  if (turned) return { problem: 'promise' as const, detail: turned.text }
  const facts = commits ? giving.flatMap((clause) => clause.facts) : []
  const unknown = facts.find((fact) => isPromised(fact) && !isKnownFact(fact, known))
  return unknown && { problem: 'number' as const, detail: unknown.text }
}

function isPromised({ kind, key, unit }: Fact): boolean {
  return kind === 'number' && (key !== undefined || PROMISED_UNITS.has(unit))
}
