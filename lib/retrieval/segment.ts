import type { Steps } from '@/lib/retrieval/in-slices'
import { normaliseText } from '@/lib/retrieval/normalise-text'
import { withoutPersonal } from '@/lib/retrieval/read-question'
import { readPieces } from '@/lib/retrieval/read-terms'
import type { IndexedRule } from '@/lib/retrieval/schema'
import { type TermIndex, TermIndexBuilder } from '@/lib/retrieval/term-index'
import { verbatimKeyOf } from '@/lib/retrieval/verbatim-key'

/** Some rules of one language, indexed. Never changes: where one of its rules does, another takes its place. */
export type Segment = {
  rules: IndexedRule[]
  terms: TermIndex
  /** The rules by what they are asked with, word for word; see verbatimKeyOf. */
  askedAs: Map<string, IndexedRule[]>
}

/** Characters of a middling rule, normalised: the more a text has, the less each of its words says. */
export type Lengths = { asked: number; answer: number }

/** A rule that changes costs this many anew; a search asks every segment. */
export const SEGMENT_RULES = 250
/** What one occurrence counts, and how much a long text is held against it (b); measured in bench/README.md. */
const ASKED = { weight: 1, b: 0.75 }
const LEARNED = { weight: 0.5, b: 0.75 }
const ANSWER = { weight: 0.45, b: 0.85 }
const RULES_A_STEP = 10
const HAN = /\p{Script=Han}/u

/** What rules of this kind are middling in; taken from some of them, for it hardly differs. */
export function* lengthSteps(rules: IndexedRule[]): Steps<Lengths> {
  const step = Math.max(1, Math.floor(rules.length / 500))
  const some = rules.filter((_, at) => at % step === 0)
  const sum = { asked: 0, answer: 0 }
  for (const [at, rule] of some.entries()) {
    const { asked, answer } = readRule(rule)
    sum.asked += asked.length
    sum.answer += answer.length
    if (at % RULES_A_STEP === 0) yield
  }
  const mean = (length: number) => Math.max(1, length / Math.max(1, some.length))
  return { asked: mean(sum.asked), answer: mean(sum.answer) }
}

/** Indexes rules that are all of one language. */
export function* segmentSteps(rules: IndexedRule[], lengths: Lengths): Steps<Segment> {
  const builder = new TermIndexBuilder()
  const askedAs = new Map<string, IndexedRule[]>()
  for (const [at, rule] of rules.entries()) {
    const { phrasings, asked, learned, answer } = readRule(rule)
    const askedLength = asked.length + LEARNED.weight * learned.length
    builder.add([
      { pieces: readPieces(asked), weight: weightOf(ASKED, askedLength / lengths.asked) },
      { pieces: readPieces(learned), weight: weightOf(LEARNED, askedLength / lengths.asked) },
      { pieces: readPieces(answer), weight: weightOf(ANSWER, answer.length / lengths.answer), isAnswer: true },
    ])
    for (const key of new Set(phrasings.map(verbatimKeyOf))) {
      if (key !== '') askedAs.set(key, [...(askedAs.get(key) ?? []), rule])
    }
    if (at % RULES_A_STEP === 0) yield
  }
  return { rules, terms: builder.finish(), askedAs }
}

function weightOf({ weight, b }: { weight: number; b: number }, relativeLength: number): number {
  return weight / (1 - b + b * relativeLength)
}

/** What a rule is asked by and what it answers, normalised. */
function readRule({ question, variants, learned = [], answer, entity, learnedEntity }: IndexedRule) {
  // Kept as an empty text where nobody named a thing.
  const about = entity || learnedEntity
  const bareName = about ? normaliseText(about) : ''
  // Han stands without blanks around it.
  const name = HAN.test(bareName) ? bareName : ` ${bareName} `
  // The name is compared apart from what is asked about it.
  const bare = (text: string) => (bareName === '' ? text : ` ${text} `.replaceAll(name, ' ').trim())
  const join = (texts: string[]) => texts.map(bare).join(' ')
  const phrasings = [question, ...variants].map(normaliseText)
  return {
    phrasings,
    asked: join(phrasings),
    learned: join(learned.map((text) => normaliseText(withoutPersonal(text)))),
    answer: bare(normaliseText(answer)),
  }
}
