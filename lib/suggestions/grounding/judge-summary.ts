import { detectLanguage } from '@/lib/suggestions/detect-language'
import { createLoopDetector } from '@/lib/suggestions/detect-loop'
import { isKnownFact, readFacts } from '@/lib/suggestions/grounding/read-facts'
import { countWords } from '@/lib/suggestions/grounding/text-terms'
import type { Language } from '@/prisma/generated/enums'

const DEBRIS = /<\|?\/?(?:im_start|im_end|endoftext|think|tool_call)\b|\uFFFD|请写摘要|Write the summary:/u
const MIN_WORDS = 5

/** Whether what a model wrote may stand as the summary of a conversation: whole, in its language, and with no figure, date or address of its own. */
export function judgeSummary(
  text: string,
  { conversation, language, isWhole }: { conversation: string; language: Language; isWhole: boolean },
): boolean {
  if (!isWhole || countWords(text) < MIN_WORDS || DEBRIS.test(text)) return false
  if (createLoopDetector({ maxWords: Number.POSITIVE_INFINITY }).push(text)) return false
  if (detectLanguage(text, language) !== language) return false
  const known = readFacts(conversation)
  return readFacts(text).every((fact) => isKnownFact(fact, known))
}
