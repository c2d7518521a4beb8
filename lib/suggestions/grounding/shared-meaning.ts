import { isCommonWord } from '@/lib/retrieval/common-words'
import { normaliseText } from '@/lib/retrieval/normalise-text'
import { conceptImportance, readWordConcepts } from '@/lib/retrieval/read-concepts'
import { readTerms } from '@/lib/retrieval/read-terms'
import { readFacts } from '@/lib/suggestions/grounding/read-facts'

/** What a text says, numbers apart: its words, and what the tables of concepts know them to mean. */
export type Meaning = { words: ReadonlySet<string>; concepts: ReadonlySet<string> }

// Beside those that any question has (common-words): what turns and joins statements, and the units of numbers. Stems.
const LIGHT = new Set(
  (
    'not no cannot up on back down off also howev becaus sinc though although instead simpli onli even yet as abl possibl note awar onc long whether either each everi per ' +
    'around under later earlier befor after sorri own keep els further within without until dure upon via through onto between all dai week month year hour minut busi ' +
    'one two three four five six seven eight nine ten most least less mani same such extra present'
  ).split(' '),
)
const LIGHT_HAN =
  /[的了呢吧着过得地就才还又再也都把被给让到会能可要想须需应若如则即与和及或并而且但因其该此每各按从自起内后前时至最更很是有在您你我们这那个么没不无未]/
const LIGHT_WEIGHT = 0.15
/** A word that means the same as one of the rule's, and one that the customer said. */
const SAME_MEANING = 0.8
const CUSTOMERS = 0.7
const MOST_OF_CUSTOMER = 0.5

export function readMeaning(text: string): Meaning {
  const facts = readFacts(text)
  const between = facts.map(({ start }, at) => text.slice(facts[at - 1]?.end ?? 0, start))
  const plain = [...between, text.slice(facts.at(-1)?.end ?? 0)].join(' ')
  const { words, concepts } = readTerms(normaliseText(plain))
  return { words: new Set(words), concepts: new Set(concepts) }
}

/**
 * How much of what a sentence says a rule says too, 0 to 1, in its own words or in others that mean the same. Looser than shared terms
 * (`coveredShare`): of the sentences of 80 true replies, written freely by somebody who did not know this check, shared terms find 41 % (zh)
 * and 47 % (en) unsupported, this with the bounds of `MIN_MEANING` 14 and 23 %. Of 69 statements on a rule's matter that it does not make
 * they let through 1 and 2.
 * @param facts how many numbers and the like the sentence has, all known to the rule: each counts a word that is shared
 * @param ticket the customer's own words may be said back
 */
export function sharedMeaning(sentence: Meaning, { rule, ticket, facts }: { rule: Meaning; ticket: Meaning; facts: number }): number {
  let said = facts
  let fromRule = facts
  let fromTicket = 0
  const count = (weight: number, { inRule, inTicket }: { inRule: number; inTicket: boolean }) => {
    said += weight
    fromRule += weight * inRule
    if (inRule === 0 && inTicket) fromTicket += weight * CUSTOMERS
  }
  for (const word of sentence.words) count(weightOf(word), { inRule: inRule(word, rule), inTicket: ticket.words.has(word) })
  for (const concept of sentence.concepts) {
    count(conceptImportance(concept), { inRule: rule.concepts.has(concept) ? 1 : 0, inTicket: ticket.concepts.has(concept) })
  }
  // What the customer wishes for is no rule: most of it must be the rule's.
  return said === 0 ? 1 : (fromRule + Math.min(fromTicket, fromRule * MOST_OF_CUSTOMER)) / said
}

function inRule(word: string, rule: Meaning): number {
  if (rule.words.has(word)) return 1
  const means = /^[a-z]/.test(word) ? readWordConcepts(word).filter((concept) => conceptImportance(concept) === 1) : []
  return means.some((concept) => rule.concepts.has(concept)) ? SAME_MEANING : 0
}

/** Single Han characters and what is left of numbers say nothing by themselves. */
function weightOf(word: string): number {
  if (/^(?:\p{Script=Han}|\d.*)$/u.test(word)) return 0
  const isLight = /^\p{Script=Han}/u.test(word) ? LIGHT_HAN.test(word) : LIGHT.has(word) || isCommonWord(word)
  return isLight ? LIGHT_WEIGHT : 1
}
