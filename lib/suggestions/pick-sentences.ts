import { type Sentence, splitSentences } from '@/lib/suggestions/grounding/split-sentences'
import { countWords, textTerms } from '@/lib/suggestions/grounding/text-terms'
import type { Language } from '@/prisma/generated/enums'

/**
 * The sentences that share most terms with the question, in their own order, never half a one.
 * @param room in Han characters or English words; the best sentence always stands, also when it is longer
 */
export function pickSentences(sentences: Sentence[], question: string, room: number): Sentence[] {
  const asked = textTerms(question)
  const ranked = sentences
    .map((sentence, index) => ({ sentence, index, shared: [...textTerms(sentence.text)].filter((term) => asked.has(term)).length }))
    .sort((a, b) => b.shared - a.shared || a.index - b.index)
  const chosen = new Set<Sentence>()
  let left = room
  for (const { sentence } of ranked) {
    const words = countWords(sentence.text)
    if (chosen.size > 0 && words > left) continue
    chosen.add(sentence)
    left -= words
  }
  return sentences.filter((sentence) => chosen.has(sentence))
}

/** A rule's answer cut to the sentences that fit the question best; whole when it has room. */
export function shortenAnswer(answer: string, fit: { question: string; room: number; language: Language }): string {
  if (countWords(answer) <= fit.room) return answer
  const picked = pickSentences(splitSentences(answer.trim()), fit.question, fit.room)
  return picked.map((sentence) => sentence.text.trim()).join(fit.language === 'zh' ? '' : ' ')
}
