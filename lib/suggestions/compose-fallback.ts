import { CLOSING, HOLDING, OPENING } from '@/lib/suggestions/grounding/reply-phrases'
import { type Sentence, splitSentences } from '@/lib/suggestions/grounding/split-sentences'
import { countWords } from '@/lib/suggestions/grounding/text-terms'
import { pickSentences } from '@/lib/suggestions/pick-sentences'
import type { Language } from '@/prisma/generated/enums'

/**
 * A reply made of the rule's own sentences: all of them when they fit, else those that share most with the question, in
 * the rule's order, never half a one. Each carries its mark.
 * @param maxLength of the whole reply, in Han characters or English words (numbers count as one); one sentence always stands
 */
export function composeExtractive(input: {
  rule: { answer: string }
  position: number
  question: string
  language: Language
  maxLength: number
}): string {
  const { rule, position, question, language, maxLength } = input
  const sentences = splitSentences(rule.answer.trim())
  const room = maxLength - countWords(OPENING[language]) - countWords(CLOSING[language])
  const chosen = countWords(rule.answer) <= room ? sentences : pickSentences(sentences, question, room)
  return frame(joinSentences(chosen, rule.answer.trim(), position, language), language)
}

/** The rule's answer as it is written, with its mark at the end. */
export function composeVerbatim(rule: { answer: string }, position: number, language: Language): string {
  return frame(`${endWithStop(rule.answer.trim(), language)}${mark(position, language)}`, language)
}

/** Said when nothing can be said yet: that a colleague will check. `noRule` when no rule fits, else the model was not there. */
export function holdingText(language: Language, { noRule }: { noRule: boolean }): string {
  const gap = language === 'zh' ? '' : ' '
  return `${OPENING[language]}${HOLDING[noRule ? 'noRule' : 'notNow'][language]}${gap}${CLOSING[language]}`
}

/** Asks the customer which of several things is meant. */
export function whichText(language: Language, names: string[]): string {
  const text =
    language === 'zh'
      ? `请问您问的是${names.map((name) => `“${name}”`).join('、')}，还是别的？请告诉我们是哪一个，以便准确解答。`
      : `Which one is your question about: ${names.join(', ')}, or another? Please tell us, so that we can give you the right answer. `
  return `${OPENING[language]}${text}${CLOSING[language]}`
}

function joinSentences(chosen: Sentence[], answer: string, position: number, language: Language): string {
  return chosen
    .map((sentence, i) => {
      const next = chosen[i + 1]
      const isParted = answer.slice(0, sentence.start).trimEnd().endsWith(';')
      const keepsBreak = next && answer.slice(sentence.end, next.start).includes('\n')
      const gap = !next || language === 'zh' ? '' : ' '
      return `${endWithStop(isParted ? beginLarge(sentence.text) : sentence.text, language)}${mark(position, language)}${keepsBreak ? '\n' : gap}`
    })
    .join('')
}

/** What a semicolon parted stands by itself now: "we will ask" begins with a capital; a name, "iPhone", as it is written. */
function beginLarge(text: string): string {
  return text.replace(/^[a-z](?=[a-z]*[\s,])/, (letter) => letter.toUpperCase())
}

function mark(position: number, language: Language): string {
  return language === 'zh' ? `[${position}]` : ` [${position}]`
}

function endWithStop(text: string, language: Language): string {
  if (/[。！？!?.…：:]["'”’」』）)]?$/.test(text)) return text
  return text.replace(/[；;，,、\s]+$/, '') + (language === 'zh' ? '。' : '.')
}

function frame(body: string, language: Language): string {
  const isGreeting = /^(?:您好|你好|亲|尊敬的|hello|hi|dear)/i.test(body)
  // A list stays a list.
  const gap = body.includes('\n') ? '\n' : language === 'zh' ? '' : ' '
  const opening = isGreeting
    ? ''
    : body.includes('\n')
      ? `${OPENING[language].replace(/[，\s]+$/, language === 'zh' ? '！' : '')}\n`
      : OPENING[language]
  const closing = body.includes(CLOSING[language]) ? '' : `${gap}${CLOSING[language]}`
  return `${opening}${body}${closing}`
}
