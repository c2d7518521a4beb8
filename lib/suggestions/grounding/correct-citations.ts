import { checkGrounding } from '@/lib/suggestions/grounding/check-grounding'
import type { RuleText } from '@/lib/suggestions/grounding/find-support'
import type { GroundedSentence, Grounding } from '@/lib/suggestions/grounding/grounding-schema'
import { isCopyOf } from '@/lib/suggestions/grounding/is-copy-of'
import { readCitations } from '@/lib/suggestions/grounding/read-citations'
import type { Language } from '@/prisma/generated/enums'

type Draft = { text: string; rules: readonly RuleText[]; ticketText: string; language: Language }

/**
 * A model that has copied a sentence and miscounted the rules: where the rule that is cited does not bear a sentence, and exactly one other
 * of those given has it word for word, the mark names that one. Words are never changed, and a mark only where the draft gains by it.
 * @returns the text, and the check of it
 */
export function correctCitations(draft: Draft): { text: string; grounding: Grounding } {
  const grounding = checkGrounding(draft)
  let text = draft.text
  for (const sentence of grounding.sentences.toReversed()) {
    const mark = wrongMark(sentence, draft.rules)
    if (mark) text = `${text.slice(0, mark.start)}[${mark.position}]${text.slice(mark.end)}`
  }
  if (text === draft.text) return { text, grounding }
  const corrected = checkGrounding({ ...draft, text })
  return countUnsupported(corrected) < countUnsupported(grounding) ? { text, grounding: corrected } : { text: draft.text, grounding }
}

/** The only mark of a sentence that its rule does not bear, and the rule that it ought to name. */
function wrongMark({ text, start, kind, isSupported }: GroundedSentence, rules: readonly RuleText[]) {
  const [mark, another] = readCitations(text, rules.length).marks
  if (isSupported || kind !== 'statement' || !mark || another || mark.positions.length !== 1) return null
  const [source, other] = rules.filter(({ position, answer }) => position !== mark.positions[0] && isCopyOf(text, answer))
  return source && !other ? { start: start + mark.start, end: start + mark.end, position: source.position } : null
}

function countUnsupported({ sentences }: Grounding): number {
  return sentences.filter(({ isSupported }) => !isSupported).length
}
