import type { EarlierText } from '@/lib/retrieval/schema'
import { detectLanguage } from '@/lib/suggestions/detect-language'
import { type QuestionTurn, readConversation } from '@/lib/suggestions/extract-question'
import { maskPersonalData, type PersonalData } from '@/lib/suggestions/personal-data/mask-personal-data'
import type { Language } from '@/prisma/generated/enums'

export type Ask = {
  /** What is asked, masked. */
  text: string
  language: Language
  /** What was said before it, masked: it tells which of two similar rules is meant. */
  before: EarlierText[]
}

export type Conversation = {
  subject?: string
  messages: readonly QuestionTurn[]
  /** Where the words do not tell. */
  fallbackLanguage: Language
  /** What the caller says it is. */
  language?: Language
}

/** From a conversation to what the rules are searched for; tickets, questions through the API and evaluations all pass through here. */
export function askFor({ subject, messages, fallbackLanguage, language: told }: Conversation): { ask: Ask; personalData: PersonalData[] } {
  const { text, before } = readConversation(messages, subject)
  const language = told ?? detectLanguage(text, fallbackLanguage)
  const { masked, found } = maskPersonalData(text)
  let personalData = found
  const maskedBefore = before.map((earlier) => {
    const result = maskPersonalData(earlier.text, { known: personalData })
    personalData = result.found
    return { ...earlier, text: result.masked }
  })
  return { ask: { text: masked, language, before: maskedBefore }, personalData: found }
}
