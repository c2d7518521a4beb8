import type { GroundedSentence } from '@/lib/suggestions/grounding/grounding-schema'
import { type Clause, readClauses } from '@/lib/suggestions/grounding/read-clauses'
import { type Fact, readFacts } from '@/lib/suggestions/grounding/read-facts'
import { type Meaning, readMeaning, sharedMeaning } from '@/lib/suggestions/grounding/shared-meaning'
import { type Sentence, splitSentences } from '@/lib/suggestions/grounding/split-sentences'
import { coveredShare, textTerms } from '@/lib/suggestions/grounding/text-terms'

export type RuleText = { position: number; ruleId: string; title: string; answer: string }

export type IndexedRuleText = {
  position: number
  ruleId: string
  /** Title and answer: what a promise may rest on. */
  text: string
  answer: string
  facts: Fact[]
  titleTerms: Set<string>
  sentences: (Sentence & { terms: Set<string>; meaning: Meaning })[]
  meaning: Meaning
  clauses: Clause[]
}

export type Support = {
  /** The share of the sentence's terms in the span, 0 to 1. */
  share: number
  span?: GroundedSentence['support']
}

/** Up to three sentences of a rule may back one of the draft. */
const MAX_SPAN = 3

/** The rules, read once for all sentences of a draft. */
export function indexRules(rules: readonly RuleText[]): IndexedRuleText[] {
  return rules.map(({ position, ruleId, title, answer }) => ({
    position,
    ruleId,
    text: `${title}\n${answer}`,
    answer,
    facts: readFacts(`${title}\n${answer}`),
    titleTerms: textTerms(title),
    sentences: splitSentences(answer).map((sentence) => ({
      ...sentence,
      terms: textTerms(sentence.text),
      meaning: readMeaning(sentence.text),
    })),
    meaning: readMeaning(answer),
    clauses: readClauses(answer),
  }))
}

/** The span of the rules that has most of the sentence; of equals, the shorter. */
export function findSupport(terms: ReadonlySet<string>, rules: readonly IndexedRuleText[]): Support {
  let best: { share: number; score: number; span: NonNullable<GroundedSentence['support']> } | undefined
  for (const rule of rules) {
    for (let from = 0; from < rule.sentences.length; from++) {
      const joined = new Set<string>()
      for (let to = from; to < Math.min(rule.sentences.length, from + MAX_SPAN); to++) {
        for (const term of rule.sentences[to]?.terms ?? []) joined.add(term)
        const share = coveredShare(terms, joined)
        // A longer span has to earn its length.
        const score = share - (to - from) * 0.08
        if (terms.size === 0 || (best && score <= best.score)) continue
        const start = rule.sentences[from]?.start ?? 0
        const end = rule.sentences[to]?.end ?? 0
        best = { share, score, span: { position: rule.position, ruleId: rule.ruleId, start, end, text: rule.answer.slice(start, end) } }
      }
    }
  }
  return { share: best?.share ?? 0, span: best && best.share > 0.2 ? best.span : undefined }
}

/** As much of a sentence as one of the rules means too, and the sentence of that rule that means most of it. */
export function findMeaning(said: { meaning: Meaning; facts: number }, rules: readonly IndexedRuleText[], ticket: Meaning): Support {
  const shareOf = (rule: Meaning) => sharedMeaning(said.meaning, { rule, ticket, facts: said.facts })
  const [best] = rules.map((rule) => ({ rule, share: shareOf(rule.meaning) })).sort((one, other) => other.share - one.share)
  if (!best) return { share: 0 }
  const { position, ruleId, sentences } = best.rule
  const [most] = sentences
    .map((sentence) => ({ ...sentence, share: shareOf(sentence.meaning) }))
    .sort((one, other) => other.share - one.share)
  return { share: best.share, span: most && { position, ruleId, start: most.start, end: most.end, text: most.text } }
}

/** The sentence of a rule that gives the same answer in a word ("Yes."): sharing terms says nothing about those. */
export function findBareAnswer(answer: string, rules: readonly IndexedRuleText[]): GroundedSentence['support'] {
  const bare = (text: string) =>
    text
      .toLowerCase()
      .replace(/[^\p{L}]/gu, '')
      .replace(/[的哦呢呀]$/, '')
  for (const { position, ruleId, sentences } of rules) {
    const same = sentences.find(
      (sentence) => bare(sentence.text) === bare(answer) || bare(sentence.text.split(/[，,]/)[0] ?? '') === bare(answer),
    )
    if (same) return { position, ruleId, start: same.start, end: same.end, text: same.text }
  }
}
