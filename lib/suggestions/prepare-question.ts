import type { RuleIndex } from '@/lib/retrieval/schema'
import { type FoundRule, searchRules } from '@/lib/retrieval/search-rules'
import type { OpenNames } from '@/lib/retrieval/which-is-meant'
import { currentPromptTemplate, type PromptTemplate } from '@/lib/settings/prompt-template'
import { askFor } from '@/lib/suggestions/ask-for'
import type { LadderQuestion, RuleGiven } from '@/lib/suggestions/ladder-types'
import { maskPersonalData, type PersonalData } from '@/lib/suggestions/personal-data/mask-personal-data'
import type { Language, MessageDirection } from '@/prisma/generated/enums'

/** Rules looked at for one question; a model is given the first one to four of them. */
const RULES_RETRIEVED = 5
/** Characters of one earlier message that a prompt may hold. */
const TURN_CHARS = 600

export type Words = {
  subject?: string
  messages: { direction: MessageDirection; text: string; createdAt: Date }[]
  /** Where the words do not tell. */
  fallbackLanguage: Language
  /** What the caller says it is. */
  language?: Language
  /** Rules that are not in force, to see what they would do. What is drafted from them is shared with nobody. */
  index?: RuleIndex
  /** At another moment than the present: rules outside their validity then are not found. Only with an index of one's own. */
  now?: Date
  /** A prompt that is not in force, to see what it would do. What is drafted with it is shared with nobody. */
  template?: PromptTemplate
}

export type PreparedQuestion = {
  question: LadderQuestion
  /** What the search found, best first, with the parts of each score. */
  hits: FoundRule[]
  searchMs: number
  hasMatch: boolean
  /** Names that the question leaves open; see whichIsMeant. */
  openNames: OpenNames | null
  verbatim: RuleGiven | null
  mayShare: boolean
  /** What was masked, to put it back into the draft. */
  personalData: PersonalData[]
}

/** From a conversation to what the ladder is asked: the question extracted, its language, masked, with the rules found. */
export async function prepareQuestion(words: Words): Promise<PreparedQuestion> {
  const {
    ask: { text, language, before },
    personalData: found,
  } = askFor(words)
  const template = words.template ?? (await currentPromptTemplate())
  const startedAt = performance.now()
  const { hits, hasMatch, verbatim, openNames } = await searchRules({
    text,
    language,
    before,
    limit: RULES_RETRIEVED,
    withMeaning: true,
    index: words.index,
    now: words.now,
  })
  const searchMs = performance.now() - startedAt
  const rules = hits.map(toRuleGiven)
  const { turns: earlier, personalData } = earlierTurns(words.messages, found)
  return {
    question: {
      text,
      language,
      turns: earlier,
      ticketText: words.messages
        .filter((message) => message.direction === 'incoming')
        .map((message) => message.text)
        .join('\n')
        .slice(-20_000),
      rules,
      template,
    },
    hits,
    searchMs,
    hasMatch,
    openNames,
    verbatim: verbatim ? (rules.find((rule) => rule.ruleId === verbatim.rule.id) ?? null) : null,
    // With earlier turns in the prompt the question alone no longer tells what the answer is to.
    mayShare: earlier.length === 0 && !words.index && !words.template,
    personalData,
  }
}

function toRuleGiven({ rule, score, reachesFloor }: FoundRule, index: number): RuleGiven {
  const { id, version, question, category, answer } = rule
  return {
    position: index + 1,
    ruleId: id,
    version,
    title: question,
    category,
    answer,
    score,
    reachesFloor,
  }
}

/** What was said before the customer's latest words, masked: one value has one placeholder in the whole conversation. */
function earlierTurns(
  messages: Words['messages'],
  known: PersonalData[],
): { turns: LadderQuestion['turns']; personalData: PersonalData[] } {
  // As the question is found: a ticket that has been answered asks what it asked, and its answer is not the model's to repeat.
  const lastIncoming = messages.findLastIndex((message) => message.direction === 'incoming')
  const replyBefore = messages.slice(0, Math.max(lastIncoming, 0)).findLastIndex((message) => message.direction === 'outgoing')
  let personalData = known
  const turns = messages.slice(0, replyBefore + 1).map(({ direction, text }) => {
    const { masked, found } = maskPersonalData(text.slice(-TURN_CHARS), { known: personalData })
    personalData = found
    return { from: direction === 'outgoing' ? ('agent' as const) : ('customer' as const), text: masked }
  })
  return { turns, personalData }
}
