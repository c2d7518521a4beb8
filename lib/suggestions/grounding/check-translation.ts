import { classifySentence } from '@/lib/suggestions/grounding/classify-sentence'
import type { GroundedSentence, Grounding } from '@/lib/suggestions/grounding/grounding-schema'
import { readCitations, stripCitations } from '@/lib/suggestions/grounding/read-citations'
import { isKnownFact, readFacts } from '@/lib/suggestions/grounding/read-facts'
import { readPromises } from '@/lib/suggestions/grounding/read-promises'
import { splitSentences } from '@/lib/suggestions/grounding/split-sentences'

/**
 * Checks a translation against what was translated: no wording can be compared across languages, but numbers with their
 * units, dates, links and promises can. A statement whose facts and promises all stand in `source` counts as supported; it
 * has no span, since the rules are in the other language.
 */
export function checkTranslation(input: { text: string; source: string; positions: readonly number[] }): Grounding {
  const known = readFacts(input.source)
  const granted = new Set(readPromises(input.source).map(({ what }) => what))
  const positions = new Set(input.positions)
  const sentences = splitSentences(input.text).map((part): GroundedSentence => {
    const citations = readCitations(part.text, Number.MAX_SAFE_INTEGER).positions
    const plain = stripCitations(part.text)
    const base = { ...part, citations, kind: citations.length > 0 ? ('statement' as const) : classifySentence(plain) }
    const unknown = citations.find((position) => !positions.has(position))
    if (unknown !== undefined) return { ...base, isSupported: false, problem: 'unknown_citation', detail: `[${unknown}]` }
    const fact = readFacts(part.text).find((each) => !isKnownFact(each, known))
    if (fact) {
      return { ...base, kind: 'statement', isSupported: false, problem: fact.kind === 'contact' ? 'contact' : 'number', detail: fact.text }
    }
    const promise = readPromises(plain).find(({ what }) => !granted.has(what))
    if (promise) return { ...base, kind: 'statement', isSupported: false, problem: 'promise', detail: promise.text }
    return { ...base, isSupported: true }
  })
  return { sentences, isGrounded: sentences.every(({ isSupported }) => isSupported) }
}
